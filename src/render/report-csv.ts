import { stringify } from 'csv-stringify/sync';
import type { Answer, Report } from '../reports/report.ts';
import { cleanLines } from './clean-text.ts';
import { columnsOfRows } from './flat-rows.ts';
import { type Sources, skippedNotes } from './report-json.ts';

/**
 * An answer as CSV: the rows of its JSON, nested fields as `status.complete`, lists joined by "; ".
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. Files that were
 * skipped are named by the heading of a last column without values: that is there when no row is, and
 * neither counts as a row nor moves a column.
 */
export function reportCsv(
  answer: Answer,
  { columns: named, notFlat }: Pick<Report, 'columns' | 'notFlat'>,
  sources: Pick<Sources, 'skipped'>,
): string {
  const { columns, rows } = columnsOfRows(answer.rows, named, notFlat);
  const skipped = skippedNotes(sources);
  const said = skipped.length === 0 ? [] : [`leftOut: ${neutral(skipped.join('; '))}`];
  return stringify(
    [
      [...columns, ...said],
      ...rows.map((row) => [
        ...columns.map((column) => inField(row.get(column) ?? null)),
        ...said.map(() => ''),
      ]),
    ],
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
