import type { Path } from '../model/diagnostic.ts';

/** A value as text, list or mapping. */
export type Value = string | Value[] | { [key: string]: Value };

/**
 * A mapping as read from a file, in which `toString` and `__proto__` are keys like any other. It is
 * not made by `Object.create(null)`, since to V8 that would be a hash table, which is slow.
 */
export class Mapping {
  [key: string]: Value;
  readonly #start: number;

  constructor(start: number) {
    this.#start = start;
  }

  /** Where a mapping begins in the text: enough to find its line, without the nodes of the file. */
  static startOf(mapping: Mapping): number {
    return mapping.#start;
  }
}

Object.setPrototypeOf(Mapping.prototype, null);
Reflect.deleteProperty(Mapping.prototype, 'constructor');

export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (typeof value === 'object' && Object.hasOwn(value, step)) value = value[String(step)];
    else return undefined;
  }
  return value;
}
