import { type Cell, type Row, tidy } from '../table.ts';
import type { RichText } from './xlsx-sheet.ts';

/** A cell as a text document has it: it may span rows and columns. */
export interface SpanCell extends RichText {
  readonly rows: number;
  readonly columns: number;
}

const MOST_COLUMNS = 1_000;
const MOST_ROWS = 100_000;

/** Puts cells that span rows and columns at their places; what they cover are empty cells. */
export function gridOf(lines: readonly (readonly SpanCell[])[]): Row[] {
  const rows: Cell[][] = lines.map(() => []);
  const taken: Set<number>[] = lines.map(() => new Set());
  for (const [index, line] of lines.entries()) {
    let column = 1;
    for (const cell of line) {
      while (taken[index]?.has(column)) column += 1;
      const height = Math.min(Math.max(1, cell.rows), lines.length - index, MOST_ROWS);
      const width = Math.min(Math.max(1, cell.columns), MOST_COLUMNS);
      const area = {
        row: index + 1,
        column,
        lastRow: index + height,
        lastColumn: column + width - 1,
      };
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) {
          const first = down === 0 && right === 0;
          taken[index + down]?.add(column + right);
          rows[index + down]?.push({
            row: index + down + 1,
            column: column + right,
            text: first ? tidy(cell.text) : '',
            struck: first ? tidy(cell.struck) : '',
            ...(height * width > 1 && { merged: area }),
          });
        }
      }
      column += width;
    }
  }
  return rows.map((cells, index) => ({
    number: index + 1,
    cells: cells.sort((a, b) => a.column - b.column),
  }));
}
