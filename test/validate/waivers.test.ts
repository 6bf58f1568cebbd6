import { expect, it } from 'vitest';
import { validateFiles } from '../support/validate-files.ts';

/** A plan whose two actions have no owner, with a waiver at one of some places. */
function plan(at: Partial<Record<'top' | 'list' | 'item' | 'line' | 'field', string>>): string {
  const above = (indent: number, comment: string | undefined): string =>
    comment === undefined ? '' : `${' '.repeat(indent)}${comment}\n`;
  return `${above(0, at.top)}plan: x
title: T
kind: strategy
submitted: 2022-03-04
${above(0, at.list)}recommendations:
  - id: "1"
    text: Keep records.
    actions:
${above(6, at.item)}      - id: "1.1"${at.line === undefined ? '' : ` ${at.line}`}
${above(8, at.field)}        action: Publish a guide to records.
        measure: The guide is there.
        achievable: Yes.
        realistic: Yes.
        target: 2023-06
      - id: "1.2"
        action: Publish a form for records.
        measure: The form is there.
        achievable: Yes.
        realistic: Yes.
        target: 2023-06
`;
}

function outcome(text: string): Record<string, string> {
  return Object.fromEntries(
    validateFiles({ 'plan.yaml': text }).map((one) => [
      `${one.rule} ${one.item ?? one.range.start.line}`,
      one.waived ? 'waived' : 'stands',
    ]),
  );
}

const REASON = 'owner-required: the post is vacant';
const both = (first: string, second: string) => ({
  'owner-required 1.1': first,
  'owner-required 1.2': second,
});

it('a waiver above an item holds for the item', () => {
  expect(outcome(plan({ item: `# actionplan-ignore ${REASON}` }))).toEqual(
    both('waived', 'stands'),
  );
});

it('a waiver above a list holds for all in it', () => {
  expect(outcome(plan({ list: `# actionplan-ignore ${REASON}` }))).toEqual(
    both('waived', 'waived'),
  );
});

it('a waiver for the file holds wherever it stands', () => {
  for (const at of ['top', 'item', 'field'] as const) {
    expect(outcome(plan({ [at]: `# actionplan-ignore-file ${REASON}` }))).toEqual(
      both('waived', 'waived'),
    );
  }
});

it('a waiver at a field does not hold for the item, and says that it waives nothing', () => {
  expect(outcome(plan({ field: `# actionplan-ignore ${REASON}` }))).toEqual({
    ...both('stands', 'stands'),
    'waiver-used 1.1': 'stands',
  });
});

it('a waiver without a reason waives, and is itself an error', () => {
  expect(outcome(plan({ item: '# actionplan-ignore owner-required' }))).toEqual({
    ...both('waived', 'stands'),
    'waiver-reason 1.1': 'stands',
  });
});

it('a waiver may name several rules', () => {
  const text = plan({ item: '# actionplan-ignore owner-required, smart-time-bound: known' });
  expect(outcome(text)).toEqual({ ...both('waived', 'stands'), 'waiver-used 1.1': 'stands' });
});

it('a comment that only looks like a waiver waives nothing', () => {
  for (const comment of ['# actionplan-ignored owner-required: x', '# see actionplan-ignore']) {
    expect(outcome(plan({ item: comment }))).toEqual(both('stands', 'stands'));
  }
});

it('faults of reading cannot be waived', () => {
  const text = plan({ top: '# actionplan-ignore-file schema: we like it so' }).replace(
    'kind: strategy',
    'kind: wish',
  );
  const found = validateFiles({ 'plan.yaml': text });
  expect(found.find((one) => one.rule === 'schema')?.waived).toBe(false);
});
