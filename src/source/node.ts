/**
 * Where a value stands in the text, and the values in it: offsets, the end exclusive. Both YAML
 * readers make these, only when a position is asked for.
 */
export interface Node {
  /** `block`: a mapping or list laid out over lines. `empty`: a text of which nothing is written. */
  readonly kind: 'text' | 'empty' | 'flow' | 'block';
  readonly start: number;
  /** White space before it does not count. */
  readonly end: number;
  /** Of a mapping. */
  readonly entries?: readonly Entry[];
  /** Of a list. */
  readonly items?: readonly Node[];
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly name: string;
  /** Of the key. */
  readonly start: number;
  readonly end: number;
  readonly value: Node;
}
