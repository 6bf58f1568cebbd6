import { stringify } from 'csv-stringify/sync';
import { cleanLines, withoutCommands } from './clean-text.ts';
import { MOST_IN_CELL, type SheetCell, workbook } from './workbook.ts';

/** A table as a plan is exported to; `fields` say what the columns hold. */
interface ExportedTable {
  readonly fields: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly { readonly text: string; readonly day?: string }[])[];
}

const TONES = new Set(['red', 'amber', 'green']);
const LONG = new Set(['recommendation', 'reason', 'agreed-part', 'response', 'action', 'progress']);

/** Whether a text does not fit into a cell of Excel: what is cut could not come back. */
export function isTooLong({ rows }: ExportedTable): boolean {
  return rows.some((row) => row.some(({ text }) => text.length > MOST_IN_CELL));
}

/** A plan on a sheet. */
export async function tableXlsx(name: string, table: ExportedTable): Promise<Uint8Array> {
  const { fields, headings, rows } = table;
  const cells = rows.map((row) =>
    row.map(({ text, day }, index): SheetCell => {
      const tone = fields[index] === 'rag' && TONES.has(text) ? (text as 'red') : undefined;
      return { text, tone, ...(day !== undefined && { day }) };
    }),
  );
  const columns = headings.map((heading, index) => ({
    heading,
    width: LONG.has(fields[index] ?? '') ? 50 : Math.max(14, heading.length + 4),
  }));
  // Names of sheets have 31 characters at most.
  return workbook([{ name: name.slice(0, 31), columns, rows: cells }]);
}

/**
 * A plan as CSV, with the mark by which Excel knows UTF-8. For the eye, and a log, its texts are
 * cleaned; a file has them as they are, so that they come back.
 */
export function tableCsv({ headings, rows }: ExportedTable, isShown: boolean): string {
  const said = isShown
    ? (text: string) => withoutCommands(cleanLines(text))
    : (text: string) => text;
  const lines = [headings, ...rows.map((row) => row.map(({ text }) => neutral(said(text))))];
  return `\ufeff${stringify(lines, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })}`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe, which import takes off again. */
function neutral(text: string): string {
  return /^\s*'*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
