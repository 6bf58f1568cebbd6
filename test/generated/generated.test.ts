import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../../src/model/file-kind.ts';
import { ruleIndexPage } from '../../src/render/rule-index-page.ts';
import { rulePage } from '../../src/render/rule-page.ts';
import { rules } from '../../src/rules/index.ts';
import {
  checkedJsonSchema,
  fileJsonSchema,
  outputJsonSchemas,
  profileJsonSchema,
} from '../../src/schema/json-schema.ts';

const root = join(import.meta.dirname, '../..');
const update = process.env['UPDATE_GENERATED'] === '1';

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Every file that is written from the code, by its path. */
const generated: Readonly<Record<string, string>> = {
  ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)])),
  'docs/rules/README.md': ruleIndexPage(rules),
  'src/source/checked-schemas.json': json(
    Object.fromEntries(FILE_KINDS.map((kind) => [kind, checkedJsonSchema(kind)])),
  ),
  ...Object.fromEntries(
    FILE_KINDS.map((kind) => [`schemas/${kind}.schema.json`, json(fileJsonSchema(kind))]),
  ),
  'schemas/profile.schema.json': json(profileJsonSchema()),
  ...Object.fromEntries(
    Object.entries(outputJsonSchemas()).map(([name, schema]) => [
      `schemas/output/${name}.schema.json`,
      json(schema),
    ]),
  ),
};

/** `npm run generate` writes them. */
describe('generated files are current', () => {
  it.each(Object.entries(generated))('%s', (path, content) => {
    const full = join(root, path);
    if (update) {
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
    expect(readFileSync(full, 'utf8')).toBe(content);
  });

  it.each(['docs/rules', 'schemas', 'schemas/output'])('%s holds nothing else', (folder) => {
    const there = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${folder}/${entry.name}`);
    expect(there.filter((path) => !(path in generated))).toEqual([]);
  });
});
