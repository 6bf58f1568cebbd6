import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parseGolden } from '../support/golden.ts';

const root = join(import.meta.dirname, '../..');
const cases = join(root, 'test/golden/cases');
const fromCases = readdirSync(cases)
  .map((name) => ({ name, golden: parseGolden(readFileSync(join(cases, name), 'utf8')) }))
  .filter(({ golden }) => golden.command.includes('--format json') && golden.exit < 2)
  .map(({ name, golden }) => ({ name, json: golden.stdout }));
const story = join(root, 'test/changes/story');
const fromStory = readdirSync(story)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name: `story ${name}`, json: readFileSync(join(story, name), 'utf8') }));
const outputs = [...fromCases, ...fromStory];

const ajv = new Ajv({ strict: false, validateFormats: false });

it.each(outputs)('$name keeps its published schema', ({ json }) => {
  const output = JSON.parse(json);
  const name = output.kind === 'report' ? `report-${output.report}` : output.kind;
  const schema = readFileSync(join(root, `schemas/output/${name}.schema.json`), 'utf8');
  const check = ajv.compile(JSON.parse(schema));
  check(output);
  expect(check.errors).toBe(null);
});

it('every output schema is used by some case', () => {
  const used = new Set(
    outputs.map(({ json }) => {
      const { kind, report } = JSON.parse(json);
      return `${kind === 'report' ? `report-${report}` : kind}.schema.json`;
    }),
  );
  expect([...used].sort()).toEqual(readdirSync(join(root, 'schemas/output')).sort());
});
