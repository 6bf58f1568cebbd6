import { deepStrictEqual as deepEqual } from 'node:assert';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { rules } from '../../src/rules/index.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { against } from '../../src/validate/against.ts';
import { putAway } from '../../src/validate/put-away.ts';
import { validate } from '../../src/validate/validate.ts';

/** Validates files held in memory, as `validate .` would. Levels are given as in settings. */
export function validateFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: {
    asOf?: string;
    rules?: Readonly<Record<string, string>>;
    /** What was there before the change, where a change is checked. */
    before?: Readonly<Record<string, string>> | undefined;
  } = {},
): Diagnostic[] {
  const levels = Object.entries(options.rules ?? {});
  const settings =
    levels.length === 0
      ? {}
      : {
          'actionplan.yaml': `rules:\n${levels.map(([id, level]) => `  ${id}: ${level}\n`).join('')}`,
        };
  const tree = memoryTree({ ...files, ...settings });
  const loaded = load(tree, ['.']);
  const parted = options.before && load(memoryTree({ ...options.before, ...settings }), ['.']);
  const change =
    parted && against({ rev: 'main', parted: [parted], tip: undefined }, loaded, tree, rules);
  const asOf = options.asOf ?? '2023-05-01';
  const { diagnostics } = validate(loaded, rules, { asOf, against: change });
  if (!change) {
    // Whatever is checked here is checked the other way too: plans put away once they are read.
    const away = putAway(rules, { asOf });
    const once = load(tree, ['.'], { keep: away.keep });
    deepEqual(validate(once, rules, { asOf }, away).diagnostics, diagnostics);
  }
  return [...diagnostics];
}
