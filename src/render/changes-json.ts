import { CHANGE_TYPES, type Change } from '../changes/change.ts';
import type { LineOfChange } from './changes-pretty.ts';
import { jsonText } from './json.ts';

/** One side of a comparison; nulls stand for the working tree. */
export interface Side {
  readonly rev: string | null;
  readonly commit: string | null;
}

/** The places of a change: where it is now, and where it was. */
export interface PlacesOf {
  readonly now: LineOfChange;
  readonly before: (change: Change) => { readonly file: string; readonly line: number } | null;
}

/** The JSON of `diff`: the contract with scripts. */
export function changesJson(
  base: Side,
  head: Side,
  changes: readonly Change[],
  places: PlacesOf,
): string {
  const totals = Object.fromEntries(
    CHANGE_TYPES.map((type) => [type, changes.filter((one) => one.type === type).length]),
  );
  const written = changes.map((change) => changeJson(change, places));
  return jsonText({ schemaVersion: 1, kind: 'diff', base, head, changes: written, totals });
}

/** A change as scripts see it. */
export function changeJson(change: Change, { now, before }: PlacesOf): object {
  const { type, plan, recommendation, action, field, from, to, days, reason } = change;
  const facts = { type, plan, recommendation, action, field, from, to, days, reason };
  return { ...facts, ...now(change), was: before(change) };
}
