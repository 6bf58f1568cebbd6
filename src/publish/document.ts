/**
 * A document as its writers take it: what is said and in which order, not how it looks. Every text
 * in it is plain text from a plan or of ours; each writer escapes it for where it goes.
 */
export interface Document {
  /** As in BCP 47: `en-GB`, `cy-GB`. */
  readonly language: string;
  readonly title: string;
  /** What kind of document it is; stands above the title. */
  readonly kicker: string;
  readonly logo: Logo | undefined;
  readonly blocks: readonly Block[];
  readonly stamp: Stamp;
  /** Fixed words that writers need: above the list of contents, and around the number of a page. */
  readonly contents: string;
  readonly pageWords: readonly [page: string, of: string];
}

/** What a document was made from. It is also kept where a check of the document finds it. */
export interface Stamp {
  /** The day the document tells of. */
  readonly day: string;
  /** The commit it was made from, `+` after it where the files had changes; null outside git. */
  readonly revision: string | null;
  /** The version of this program. */
  readonly version: string;
}

export interface Logo {
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What is said in place of the picture. */
  readonly text: string;
}

/** A stretch of text. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  /** A link as the plan writes it: only a writer decides whether it may be one. */
  readonly href?: string;
}

export type Block = Heading | Paragraph | List | Facts | Table;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** Of less weight than what is around it. */
  readonly small?: true;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly (readonly Run[])[];
}

/** Terms with their values: the facts on a cover. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly term: string; readonly value: readonly Run[] }[];
}

export interface Table {
  readonly kind: 'table';
  /** What the table holds, for those who come to it without what is above. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Rows that belong together: cells reach over several rows only within a body. */
  readonly bodies: readonly (readonly Row[])[];
  readonly totals?: Row;
}

export interface TableColumn {
  readonly heading: string;
  /** Its share of the width: all together make 100. */
  readonly width: number;
  readonly align?: 'right';
}

export type Row = readonly TableCell[];

export interface TableCell {
  readonly blocks: readonly (Paragraph | List)[];
  /** How many rows and columns it takes: one each unless said. */
  readonly rows?: number;
  readonly columns?: number;
  /** It names the row, or all rows it reaches over. */
  readonly heads?: true;
  /** It stands between rows and names those below it. */
  readonly band?: true;
  /** Only repeats what the words of the cell say. */
  readonly tone?: 'red' | 'amber' | 'green';
}

export function paragraph(...runs: readonly (Run | string)[]): Paragraph {
  return { kind: 'paragraph', runs: runs.map(asRun) };
}

export function strong(text: string): Run {
  return { text, strong: true };
}

export function heading(level: Heading['level'], text: string): Heading {
  return { kind: 'heading', level, text };
}

function asRun(run: Run | string): Run {
  return typeof run === 'string' ? { text: run } : run;
}

/** A cell of one paragraph for each text. */
export function cell(...texts: readonly (Run | string)[]): TableCell {
  return { blocks: texts.map((text) => paragraph(text)) };
}
