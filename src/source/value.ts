import type { Path } from '../model/diagnostic.ts';

/** A value as text, list or mapping; mappings have no prototype but an empty one. */
export type Value = string | Value[] | Mapping;

export interface Mapping {
  [key: string]: Value;
}

/**
 * Makes an empty mapping, in which `toString` and `__proto__` are keys like any other. An object
 * made by `Object.create(null)` would be a hash table to V8, which costs three times as much.
 */
export const newMapping: () => Mapping = (() => {
  function EmptyMapping() {}
  EmptyMapping.prototype = Object.create(null);
  const Constructor = EmptyMapping as unknown as new () => Mapping;
  return () => new Constructor();
})();

export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (typeof value === 'object' && Object.hasOwn(value, step)) value = value[String(step)];
    else return undefined;
  }
  return value;
}
