import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import type { Example } from '../../src/rules/rule.ts';
import { writeGolden } from '../support/golden.ts';
import { run, runIn } from '../support/memory-host.ts';
import { temporaryRepository } from '../support/repository.ts';

const folder = join(import.meta.dirname, 'rules');
const update = process.env['UPDATE_GOLDEN'] === '1';
/** What cannot be read has no text to show; the end-to-end tests make such files. */
const shown = rules.filter(({ examples }) => Object.keys(filesOf(examples.bad)).length > 0);

function filesOf(example: Example): Readonly<Record<string, string>> {
  return typeof example === 'string' ? { 'plan.yaml': example } : example;
}

/** The folder of a real repository in which files stand in place of those committed. */
function changed(before: Readonly<Record<string, string>>, files: typeof before): string {
  const repository = temporaryRepository();
  for (const [name, text] of Object.entries(before)) repository.write(name, text);
  repository.commit('Plan');
  for (const name of Object.keys(before)) repository.remove(name);
  for (const [name, text] of Object.entries(files)) repository.write(name, text);
  return repository.folder;
}

/** What each rule prints of its bad example; of a change, over a repository that holds the old one. */
describe('a golden file for every rule', () => {
  for (const { id, severity, examples } of shown) {
    it(id, async () => {
      const off = severity === 'off' ? { 'actionplan.yaml': `rules:\n  ${id}: warning\n` } : {};
      const files = { ...filesOf(examples.bad), ...off };
      const before = examples.before === undefined ? undefined : filesOf(examples.before);
      const command = `actionplan validate .${before ? ' --base HEAD' : ''}`;
      const argv = command.split(' ').slice(1);
      const { stdout, stderr, exit } = before
        ? await runIn(changed(before, files), argv)
        : await run(argv, files);
      const commit = /\b[0-9a-f]{7,40}\b/g;
      const about = before
        ? `Before:\n${Object.entries(before)
            .map(([name, text]) => `--- ${name}\n${text}`)
            .join('')}\n`
        : '';
      const result = writeGolden({
        about,
        files,
        command,
        stdout: stdout.replace(commit, 'COMMIT'),
        stderr: stderr.replace(commit, 'COMMIT'),
        exit,
      });
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
