import { stringify } from 'csv-stringify/sync';
import type { Answer } from '../reports/report.ts';
import { cleanLines } from './clean-text.ts';
import { columnsOfRows } from './flat-rows.ts';

/**
 * An answer as CSV: the rows of its JSON, nested fields as `status.complete`, lists joined by "; ".
 * A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function reportCsv(answer: Answer, named: readonly string[]): string {
  const { columns, rows } = columnsOfRows(answer.rows, named);
  return stringify(
    [columns, ...rows.map((row) => columns.map((column) => inField(row.get(column) ?? null)))],
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

function inField(value: string | number | boolean | null): string {
  if (value === null) return '';
  return typeof value === 'string' ? neutral(value) : String(value);
}

/**
 * Signs that begin a formula, also in their full-width forms. And where a line begins with `::` it
 * is a command in GitHub's log, should the CSV go there: such a line joins the one before.
 */
function neutral(text: string): string {
  const plain = cleanLines(text).replace(/\s+(::)?/g, (space, command?: string) =>
    command === undefined ? space : space.replaceAll('\n', ' '),
  );
  return /^\s*([=+\-@＝＋－＠]|::)/.test(plain) ? `'${plain}` : plain;
}
