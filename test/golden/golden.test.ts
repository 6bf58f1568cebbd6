import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGolden, splitCommand, writeGolden } from '../support/golden.ts';
import { run, runHere } from '../support/memory-host.ts';

const folder = join(import.meta.dirname, 'cases');
const update = process.env['UPDATE_GOLDEN'] === '1';

/** `npm run golden` rewrites them; read the change before you commit it. */
describe('golden files', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, async () => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const golden = parseGolden(text);
      const [program, ...argv] = splitCommand(golden.command);
      expect(program).toBe('actionplan');
      const options =
        golden.answers === undefined ? {} : { answers: golden.answers.split('\n').slice(0, -1) };
      const { stdout, stderr, exit, edited } =
        Object.keys(golden.files).length > 0
          ? await run(argv, golden.files, options)
          : await runHere(argv, options);
      const result = writeGolden({ ...golden, stdout, stderr, exit, edited });
      if (update) writeFileSync(path, result);
      else expect(result).toBe(text);
    });
  }
});
