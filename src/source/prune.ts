import type { ValueFault } from './fault.ts';
import type { Value } from './value.ts';
import { valueAt } from './value.ts';

/** Without these an item cannot be named, so it is left out of what rules see. */
const NAMES = new Set(['id', 'name']);

/**
 * Takes faulty values out of a file's value, so that what is sound in it can still be checked.
 * A list item that is taken out leaves a hole: positions must still agree with the file.
 */
export function prune(root: Value, faults: readonly ValueFault[]): void {
  for (const fault of faults) {
    const { path, missing } = fault;
    if (missing === undefined) {
      remove(root, path);
      if (NAMES.has(String(path.at(-1)))) remove(root, path.slice(0, -1));
    } else if (NAMES.has(missing)) {
      remove(root, path);
    }
  }
}

function remove(root: Value, path: readonly (string | number)[]): void {
  const key = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (key === undefined || parent === undefined || typeof parent === 'string') return;
  Reflect.deleteProperty(parent, key);
}
