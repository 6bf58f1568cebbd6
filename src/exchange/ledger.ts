import { type Cell, columnLetters, hasText, isCovered, type Table } from './table.ts';

/** What became of a cell. */
export type Outcome =
  /** It names a column. */
  | 'heading'
  /** Its value stands in the plan. */
  | 'used'
  /** It says again what a cell used says: merged rows, a row for each co-owner, a repeated heading. */
  | 'repeated'
  /** It has no field of its own, and stands in `notes`. */
  | 'noted'
  /** It was not understood, and stands in `notes` as it is. */
  | 'not understood'
  /** It stands outside of the rows of the table, and is only told here. */
  | 'outside'
  /** A profile says that it is not wanted. */
  | 'ignored'
  /** It is worked out from the log, and so not stored. */
  | 'worked out';

export const OUTCOMES: readonly Outcome[] = [
  'heading',
  'used',
  'repeated',
  'noted',
  'not understood',
  'outside',
  'ignored',
  'worked out',
];

export interface LedgerLine {
  readonly table: string;
  /** `C5`, as a spreadsheet names it, or `line 5, column 3`. */
  readonly place: string;
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly detail: string;
}

/**
 * Every cell of the tables read, and what became of it: counts in are counts out. A cell without an
 * outcome, or with two, is a fault of this program and stops the import.
 */
export class Ledger {
  readonly #lines: LedgerLine[] = [];
  readonly #open = new Map<Cell, Table>();

  /** Begins to account for a table; cells without anything in them need no account. */
  take(table: Table): void {
    for (const { cells } of table.rows) {
      for (const cell of cells) {
        if (!isCovered(cell) && hasText(cell.text + cell.struck)) this.#open.set(cell, table);
      }
    }
  }

  has(cell: Cell): boolean {
    return this.#open.has(cell);
  }

  put(cell: Cell, outcome: Outcome, heading = '', detail = ''): void {
    const table = this.#open.get(cell);
    if (!table) throw new Error(`cell ${placeOf(cell, 'row')} is accounted for twice`);
    this.#open.delete(cell);
    const { row, column, text, struck } = cell;
    this.#lines.push({
      table: table.name,
      place: placeOf(cell, table.counts),
      row,
      column,
      heading,
      text: struck === '' ? text : `${struck} (struck through) ${text}`.trim(),
      outcome,
      detail,
    });
  }

  /** The account, in the order of the tables. */
  close(): readonly LedgerLine[] {
    const [left] = this.#open.keys();
    if (left) throw new Error(`cell ${placeOf(left, 'row')} is not accounted for`);
    return this.#lines;
  }
}

export function placeOf({ row, column }: Cell, counts: Table['counts']): string {
  return counts === 'row' ? `${columnLetters(column)}${row}` : `line ${row}, column ${column}`;
}
