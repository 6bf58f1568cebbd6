import { stringify } from 'csv-stringify/sync';
import type { Answer, Json } from '../reports/report.ts';
import { cleanLines } from './clean-text.ts';

/**
 * An answer as CSV: the rows of its JSON, nested fields as `status.complete`, lists joined by "; ".
 * A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function reportCsv(answer: Answer): string {
  const rows = answer.rows.map((row) => new Map(flatten(row, '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (columns.length === 0) return '';
  return stringify(
    [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))],
    { record_delimiter: '\r\n' },
  );
}

function flatten(value: Json, path: string): [string, string][] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      flatten(inner, path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(value)) return [[path, neutral(value.map(inWords).join('; '))]];
  return [[path, typeof value === 'string' ? neutral(value) : inWords(value)]];
}

/** One owner, move or other item of a list, in one text. */
function inWords(value: Json): string {
  if (value === null) return '';
  if (isObject(value)) {
    const { organisation, role } = value;
    if (organisation !== undefined) {
      return [organisation, role].filter((part) => typeof part === 'string').join(': ');
    }
    return Object.entries(value)
      .map(([key, part]) => `${key} ${inWords(part)}`)
      .join(', ');
  }
  if (Array.isArray(value)) return value.map(inWords).join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
