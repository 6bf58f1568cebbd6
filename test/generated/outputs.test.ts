import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parseGolden } from '../support/golden.ts';

const root = join(import.meta.dirname, '../..');
const cases = join(root, 'test/golden/cases');
const outputs = readdirSync(cases)
  .map((name) => ({ name, golden: parseGolden(readFileSync(join(cases, name), 'utf8')) }))
  .filter(({ golden }) => golden.command.includes('--format json') && golden.exit < 2);

const ajv = new Ajv({ strict: false, validateFormats: false });

it.each(outputs)('$name keeps its published schema', ({ golden }) => {
  const output = JSON.parse(golden.stdout);
  const name = output.kind === 'report' ? `report-${output.report}` : output.kind;
  const schema = readFileSync(join(root, `schemas/output/${name}.schema.json`), 'utf8');
  const check = ajv.compile(JSON.parse(schema));
  check(output);
  expect(check.errors).toBe(null);
});

it('every output schema is used by some case', () => {
  const used = new Set(
    outputs.map(({ golden }) => {
      const { kind, report } = JSON.parse(golden.stdout);
      return `${kind === 'report' ? `report-${report}` : kind}.schema.json`;
    }),
  );
  expect([...used].sort()).toEqual(readdirSync(join(root, 'schemas/output')).sort());
});
