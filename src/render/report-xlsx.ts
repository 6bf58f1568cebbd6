import type { Answer, Json, Report, Tone } from '../reports/report.ts';
import { cleanLines } from './clean-text.ts';
import { columnsOfRows } from './flat-rows.ts';
import { MOST_IN_CELL, type SheetCell, workbook } from './workbook.ts';

const TONES = new Set<unknown>(['red', 'amber', 'green']);

/** An answer as a workbook: its rows on one sheet, and on another what they are and what they leave out. */
export async function reportXlsx(
  { id, columns: named, notFlat }: Pick<Report, 'id' | 'columns' | 'notFlat'>,
  answer: Answer,
): Promise<Uint8Array> {
  const { columns, rows } = columnsOfRows(answer.rows, named, notFlat);
  const headings = columns.map(headingOf);
  const cells = rows.map((row) => columns.map((column) => cellOf(row.get(column) ?? null)));
  return workbook([
    {
      name: id,
      columns: headings.map((heading, index) => ({
        heading,
        width: widthOf(heading, cells, index),
      })),
      rows: cells,
    },
    {
      name: 'About',
      columns: [{ heading: cleanLines(answer.title), width: 100 }],
      rows: [answer.summary, ...answer.notes].map((text) => [{ text: cleanLines(text) }]),
    },
  ]);
}

/** The heading of a field: `daysOverdue` is "Days overdue", `status.complete` "Status: complete". */
function headingOf(key: string): string {
  const words = key.replaceAll('.', ': ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cellOf(value: Json): SheetCell {
  if (value === null) return { text: '' };
  if (typeof value === 'number') return { text: '', number: value };
  const text = cut(cleanLines(typeof value === 'string' ? value : JSON.stringify(value)));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { text, day: text };
  return { text, ...(TONES.has(value) && { tone: value as Tone }) };
}

function cut(text: string): string {
  if (text.length <= MOST_IN_CELL) return text;
  const words = '… (cut: more does not fit into a cell)';
  return text.slice(0, MOST_IN_CELL - words.length) + words;
}

/** As wide as its texts, within bounds: long ones are wrapped. */
function widthOf(heading: string, rows: readonly (readonly SheetCell[])[], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, row[index]?.text.length ?? 0), 0);
  return Math.min(60, Math.max(heading.length + 4, longest + 2, 10));
}
