import { expect, it } from 'vitest';
import { type Diagnostic, withChanges } from '../../src/model/diagnostic.ts';

const place = { offset: 0, line: 1, column: 1 };
const finding: Diagnostic = {
  rule: 'text-clean',
  severity: 'warning',
  message: 'the text has a tab',
  help: 'type it again',
  file: 'a.yaml',
  range: { start: place, end: place },
  plan: 'a',
  item: '1.1',
  fixable: true,
  fix: { op: 'clean' } as unknown as NonNullable<Diagnostic['fix']>,
  waived: false,
};

it('a finding with other values keeps the rest, its repair too', () => {
  expect(withChanges(finding, {})).toStrictEqual(finding);
  expect(withChanges(finding, { waived: true })).toStrictEqual({ ...finding, waived: true });
  const { fix: _, ...without } = finding;
  expect(withChanges(without, {})).toStrictEqual(without);
});
