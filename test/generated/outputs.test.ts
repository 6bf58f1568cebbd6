import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parseGolden } from '../support/golden.ts';

const root = join(import.meta.dirname, '../..');
const cases = join(root, 'test/golden/cases');
const story = join(root, 'test/changes/story');
/** Every JSON that is kept as what a command prints. */
const outputs = [
  ...readdirSync(cases)
    .map((name) => ({ name, ...parseGolden(readFileSync(join(cases, name), 'utf8')) }))
    .filter(({ command, exit }) => command.includes('--format json') && exit < 2),
  ...readdirSync(story)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, stdout: readFileSync(join(story, name), 'utf8') })),
];

const ajv = new Ajv({ strict: false, validateFormats: false });

it.each(outputs)('$name keeps its published schema', ({ stdout }) => {
  const output = JSON.parse(stdout);
  const name = output.kind === 'report' ? `report-${output.report}` : output.kind;
  const schema = readFileSync(join(root, `schemas/output/${name}.schema.json`), 'utf8');
  const check = ajv.compile(JSON.parse(schema));
  check(output);
  expect(check.errors).toBe(null);
});

it('every output schema is used by some case', () => {
  const used = new Set(
    outputs.map(({ stdout }) => {
      const { kind, report } = JSON.parse(stdout);
      return `${kind === 'report' ? `report-${report}` : kind}.schema.json`;
    }),
  );
  expect([...used].sort()).toEqual(readdirSync(join(root, 'schemas/output')).sort());
});
