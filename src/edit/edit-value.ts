import type { Path } from '../model/diagnostic.ts';
import type { Edit, EditValue } from '../model/edit.ts';
import { cleanedText } from '../model/unclean.ts';
import { type Value, valueAt } from '../source/value.ts';
import { EditError } from './edit-error.ts';

type Mapping = { [key: string]: Value };

/** What an edit means, told of values alone: the measure of what it does to a text. */
export function editValue(root: Value | undefined, edit: Edit): Value | undefined {
  if (edit.op === 'repair') return root;
  const changed = copy(root);
  if (edit.op === 'add') {
    const mapping = mappingAt(changed, edit.path);
    if (Object.hasOwn(mapping, edit.field)) {
      throw new EditError(`\`${edit.field}\` is there already`);
    }
    put(mapping, edit.field, edit.value);
    return changed;
  }
  const last = edit.path.at(-1);
  const parent = valueAt(changed, edit.path.slice(0, -1));
  if (last === undefined) throw nothingAt(edit.path);
  if (edit.op === 'append') {
    const list = valueAt(changed, edit.path);
    if (Array.isArray(list)) list.push(copy(edit.value as Value) as Value);
    else if (list === undefined || list === '') {
      put(mappingAt(changed, edit.path.slice(0, -1)), String(last), [edit.value]);
    } else throw new EditError(`\`${String(last)}\` is no list`);
    return changed;
  }
  const old = valueAt(changed, edit.path);
  if (old === undefined || parent === undefined || typeof parent === 'string') {
    throw nothingAt(edit.path);
  }
  switch (edit.op) {
    case 'set':
    case 'clean':
      if (typeof old !== 'string') throw new EditError(`\`${String(last)}\` is no single text`);
      replace(parent, last, edit.op === 'set' ? edit.value : cleanedText(old));
      return changed;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else Reflect.deleteProperty(parent, last);
      return changed;
    case 'rename':
      rename(mappingAt(changed, edit.path.slice(0, -1)), String(last), edit.to);
      return changed;
    case 'reorder': {
      if (!Array.isArray(old) || !isPermutation(edit.order, old.length)) {
        throw new EditError(`\`${String(last)}\` does not have ${edit.order.length} items`);
      }
      replace(
        parent,
        last,
        edit.order.map((index) => old[index] ?? ''),
      );
      return changed;
    }
  }
}

function isPermutation(order: readonly number[], length: number): boolean {
  return (
    order.length === length && [...order].sort((a, b) => a - b).every((at, index) => at === index)
  );
}

function rename(mapping: Mapping, from: string, to: string): void {
  if (Object.hasOwn(mapping, to)) throw new EditError(`\`${to}\` is there already`);
  for (const [key, value] of Object.entries(mapping)) {
    Reflect.deleteProperty(mapping, key);
    put(mapping, key === from ? to : key, value);
  }
}

function mappingAt(root: Value | undefined, path: Path): Mapping {
  const value = valueAt(root, path);
  if (typeof value !== 'object' || Array.isArray(value)) throw nothingAt(path);
  return value;
}

function replace(parent: Value[] | Mapping, key: string | number, value: Value): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else put(parent, String(key), value);
}

/** A key may have any name, `__proto__` too. */
function put(mapping: Mapping, key: string, value: EditValue | Value): void {
  Object.defineProperty(mapping, key, {
    value: copy(value as Value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function copy(value: Value | undefined): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => copy(item) ?? '');
  if (typeof value !== 'object') return value;
  const mapping: Mapping = Object.create(null);
  for (const [key, inner] of Object.entries(value)) put(mapping, key, inner);
  return mapping;
}

/** Whether two values say the same; the order of fields is no part of it. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

function nothingAt(path: Path): EditError {
  return new EditError(`there is nothing at ${path.join('/') || 'the top of the file'}`);
}
