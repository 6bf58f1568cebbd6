import type { Path } from './diagnostic.ts';

/** What an edit may write: texts, lists and mappings, as a plan file holds them. */
export type EditValue = string | readonly EditValue[] | { readonly [field: string]: EditValue };

/**
 * A change of a file as data: what is to be said, never how it is laid out. A finding may carry one
 * as its repair.
 */
export type Edit =
  /** Gives a text another value. */
  | { readonly op: 'set'; readonly path: Path; readonly value: string }
  /** Takes invisible characters and doubled spaces out of a text. */
  | { readonly op: 'clean'; readonly path: Path }
  /** Adds an item at the end of a list, which is made where there is none. */
  | { readonly op: 'append'; readonly path: Path; readonly value: EditValue }
  /** Adds a field to the mapping at `path`, behind the fields that come before it in `order`. */
  | {
      readonly op: 'add';
      readonly path: Path;
      readonly field: string;
      readonly value: EditValue;
      readonly order?: readonly string[];
    }
  /** Removes a field or an item. */
  | { readonly op: 'remove'; readonly path: Path }
  /** Gives a field another name. */
  | { readonly op: 'rename'; readonly path: Path; readonly to: string }
  /** Puts the items of a list into another order: `order[0]` is where the new first one stands. */
  | { readonly op: 'reorder'; readonly path: Path; readonly order: readonly number[] }
  /** Replaces a stretch of a text that is no YAML yet; what stands there is `was`. */
  | { readonly op: 'repair'; readonly at: number; readonly was: string; readonly text: string };
