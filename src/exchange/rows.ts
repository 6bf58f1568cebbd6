import type { Field } from './fields.ts';
import type { MappedColumn, MappedTable } from './map-columns.ts';
import { readId } from './read-id.ts';
import { type Cell, hasText, isBlank, isCovered, type Row } from './table.ts';

/** A cell with the column it is in. */
export interface Filled {
  readonly cell: Cell;
  readonly heading: string;
  readonly field: Field | undefined;
  readonly date: string | undefined;
  /** It stands in an earlier row and reaches down into this one. */
  readonly fromAbove: boolean;
}

/** What a row of a table is. */
export type RowKind =
  | { readonly kind: 'blank' | 'repeated heading'; readonly cells: readonly Filled[] }
  /** A heading over the rows below it. */
  | { readonly kind: 'section'; readonly cells: readonly Filled[]; readonly text: string }
  | { readonly kind: 'item'; readonly cells: readonly Filled[] };

/** Tells what each row below the headings is. */
export function rowKinds({ table, header, columns }: MappedTable): (row: Row) => RowKind {
  const byColumn = new Map(columns.map((one) => [one.column, one]));
  const byPlace = new Map<string, Cell>();
  for (const { cells } of table.rows) {
    for (const cell of cells) byPlace.set(`${cell.row} ${cell.column}`, cell);
  }
  const headings = new Map(header.cells.map((cell) => [cell.column, cell.text]));
  const first = Math.min(...columns.map(({ column }) => column));
  const firstField = byColumn.get(first)?.field;

  const filledOf = (cell: Cell): Filled[] => {
    const { row, column } = cell.merged ?? cell;
    const fromAbove = isCovered(cell) && row < cell.row;
    // What only reaches over from the left says nothing in this column.
    if (isCovered(cell) && (!fromAbove || column !== cell.column)) return [];
    const origin = fromAbove ? byPlace.get(`${row} ${column}`) : cell;
    if (!origin || isBlank(origin) || origin.row <= header.number) return [];
    return [{ ...headingOf(byColumn.get(cell.column), cell), cell: origin, fromAbove }];
  };

  return (row) => {
    const cells = row.cells.flatMap(filledOf);
    const own = cells.filter(({ fromAbove }) => !fromAbove);
    if (own.length === 0) return { kind: 'blank', cells: [] };
    const isHeading =
      own.length > 1 &&
      own.every(({ cell }) => cell.text !== '' && cell.text === headings.get(cell.column));
    if (isHeading) return { kind: 'repeated heading', cells: own };
    const [only] = own;
    if (only && cells.length === 1 && isSection(only.cell, columns, first, firstField)) {
      return { kind: 'section', cells: own, text: only.cell.text };
    }
    return { kind: 'item', cells };
  };
}

/**
 * A row of one cell is a heading where that cell reaches over most columns, or stands in the column
 * of numbers and is none.
 */
function isSection(
  { text, struck, column, merged }: Cell,
  columns: readonly MappedColumn[],
  first: number,
  firstField: Field | undefined,
): boolean {
  if (!hasText(text) || struck !== '') return false;
  const over = merged ? merged.lastColumn - merged.column + 1 : 1;
  if (over > 1 && over * 2 >= columns.length) return true;
  const numbers = firstField === 'recommendation-id' || firstField === 'action-id';
  return column === first && numbers && readId(text) === undefined;
}

function headingOf(
  column: MappedColumn | undefined,
  cell: Cell,
): Pick<Filled, 'heading' | 'field' | 'date'> {
  return {
    heading: column?.heading ?? `Column ${cell.column}`,
    field: column?.field,
    date: column?.date,
  };
}
