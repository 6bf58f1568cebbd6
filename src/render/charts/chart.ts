import type { Narrowing } from '../../reports/narrow.ts';

/** A picture of some figures, and the figures. */
export interface Chart {
  /** Unique among the pictures of a page where each has its own `Scope.name`. */
  readonly id: string;
  /** The heading, as text. */
  readonly title: string;
  /** What the picture says, in words and as text: it can be read in its place. */
  readonly description: string;
  /**
   * A `div` with the picture as HTML, escaped: drawn for a wide place and for a narrow one, of which
   * `chartStyle` shows the one that fits.
   */
  readonly svg: string;
  /** All the figures behind the picture, as text: also those that it has no room or place for. */
  readonly table: {
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** What a picture is narrowed to. */
export interface Scope {
  /** The actions it counts, as in a report; all unless given. */
  readonly narrowing?: Narrowing;
  /** Tells the ids of this picture from those of the same kind on a page; any text. */
  readonly name?: string;
}
