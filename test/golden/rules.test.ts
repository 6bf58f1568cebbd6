import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { writeGolden } from '../support/golden.ts';
import { run } from '../support/memory-host.ts';

const folder = join(import.meta.dirname, 'rules');
const update = process.env['UPDATE_GOLDEN'] === '1';
/** What cannot be read has no text to show; the end-to-end tests make such files. */
const shown = rules.filter(({ examples: { bad } }) => typeof bad === 'string' || hasFiles(bad));

function hasFiles(files: Readonly<Record<string, string>>): boolean {
  return Object.keys(files).length > 0;
}

/** What each rule prints of its bad example. */
describe('a golden file for every rule', () => {
  for (const { id, severity, examples } of shown) {
    it(id, async () => {
      const example =
        typeof examples.bad === 'string' ? { 'plan.yaml': examples.bad } : examples.bad;
      const off = severity === 'off' ? { 'actionplan.yaml': `rules:\n  ${id}: warning\n` } : {};
      const files = { ...example, ...off };
      const command = 'actionplan validate .';
      const { stdout, stderr, exit } = await run(command.split(' ').slice(1), files);
      const result = writeGolden({ about: '', files, command, stdout, stderr, exit });
      const path = join(folder, `${id}.txt`);
      if (update) writeFileSync(path, result);
      expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(result);
      expect(stdout).toContain(`[${id}]`);
    });
  }
});

it('no golden file is left of a rule that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(shown.map(({ id }) => `${id}.txt`).sort());
});
