import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { rules } from '../../src/rules/index.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { validate } from '../../src/validate/validate.ts';

/** Validates files held in memory, as `validate .` would. Levels are given as in settings. */
export function validateFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { asOf?: string; rules?: Readonly<Record<string, string>> } = {},
): Diagnostic[] {
  const levels = Object.entries(options.rules ?? {});
  const settings =
    levels.length === 0
      ? {}
      : {
          'actionplan.yaml': `rules:\n${levels.map(([id, level]) => `  ${id}: ${level}\n`).join('')}`,
        };
  const loaded = load(memoryTree({ ...files, ...settings }), ['.']);
  return [...validate(loaded, rules, { asOf: options.asOf ?? '2023-05-01' }).diagnostics];
}
