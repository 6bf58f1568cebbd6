import type { Place } from '../model/diagnostic.ts';
import { type Change, type ChangeType, changeOf, type Subject } from './change.ts';
import { joined, sameText, sameTexts } from './same.ts';

/** The value of a field: a text, a list of texts in any order, or nothing. */
type FieldValue = string | undefined | readonly string[];

interface Part {
  at(...keys: (string | number)[]): Place;
}

/** A field of a part of a plan: how it is written in the file, and its value. */
export interface Field<T> {
  readonly name: string;
  /** Its keys in the file, where they are not its name. */
  readonly keys?: readonly string[];
  readonly type: ChangeType;
  readonly value: (part: T) => FieldValue;
}

/** A change for each field that does not say the same on both sides. */
export function changedFields<T extends Part>(
  fields: readonly Field<T>[],
  [before, was]: readonly [T, Subject],
  [after, is]: readonly [T, Subject],
): Change[] {
  return fields.flatMap(({ name, keys, type, value }) => {
    const from = value(before);
    const to = value(after);
    if (sameValue(from, to)) return [];
    const path = keys ?? [name];
    const facts = { type, field: name, from: textOf(from), to: textOf(to) };
    return [changeOf(was, is, { ...facts, at: after.at(...path), was: before.at(...path) })];
  });
}

function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return sameTexts(a, b);
  return sameText(textOf(a), textOf(b));
}

function textOf(value: FieldValue): string | null {
  return typeof value === 'object' ? joined(value) : (value ?? null);
}
