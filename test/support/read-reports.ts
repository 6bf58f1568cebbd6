import { parse } from 'csv-parse/sync';
import {
  type DefaultTreeAdapterTypes,
  parse as parseHtml,
  defaultTreeAdapter as tree,
} from 'parse5';
import readExcelFile from 'read-excel-file/node';

/** A table as a reader of a format sees it: its headings, and its rows without the one of totals. */
export interface ReadTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[] | undefined;
}

/** The one table of CSV, as csv-parse reads it. */
export function tableOfCsv(text: string): ReadTable {
  const [headings = [], ...rows]: string[][] = parse(text, { bom: true });
  return { headings, rows, totals: undefined };
}

/** The first sheet of a workbook, as read-excel-file reads it. */
export async function tableOfXlsx(bytes: Uint8Array): Promise<ReadTable> {
  const [sheet] = await readExcelFile(Buffer.from(bytes));
  const cells = (sheet?.data ?? []).map((row) => row.map((cell) => textOfCell(cell)));
  const [headings = [], ...rows] = cells;
  return { headings, rows, totals: undefined };
}

function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : cell === null ? '' : JSON.stringify(cell);
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

function within(node: Node, name: string): DefaultTreeAdapterTypes.Element[] {
  const inner = 'childNodes' in node ? node.childNodes : [];
  return inner.flatMap((one) => [
    ...(tree.isElementNode(one) && one.tagName === name ? [one] : []),
    ...within(one, name),
  ]);
}

function textIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return ('childNodes' in node ? node.childNodes : []).map(textIn).join('');
}

/** The tables of a page, as parse5 reads it. */
export function tablesOfHtml(text: string): ReadTable[] {
  const rowsOf = (table: Node, part: string): string[][] =>
    within(table, part)
      .flatMap((one) => within(one, 'tr'))
      .map((row) =>
        row.childNodes
          .filter((cell) => tree.isElementNode(cell))
          .map((cell) => textIn(cell).trim()),
      );
  return within(parseHtml(text), 'table').map((table) => ({
    headings: rowsOf(table, 'thead')[0] ?? [],
    rows: rowsOf(table, 'tbody'),
    totals: rowsOf(table, 'tfoot')[0],
  }));
}

/** The tables of Markdown; totals are its last row like any other. */
export function tablesOfMarkdown(text: string): ReadTable[] {
  const tables = text.split(/\n(?:\s*\n)+/).filter((block) => /^(?:#.*\n\n?)?\|/.test(block));
  return tables.map((block) => {
    const [headings = [], , ...rows] = block
      .trim()
      .split('\n')
      .map((line) =>
        line
          .replace(/^\| ?|\|$/g, '')
          .split(/(?<!\\)\|/)
          .map((cell) => shown(cell.trim())),
      );
    return { headings, rows, totals: undefined };
  });
}

/** What escapes and entities of Markdown stand for. */
function shown(cell: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };
  return cell
    .replace(/\\([!-/:-@[-`{-~])|&#(\d+);|&(lt|gt|amp);/g, (_, sign, code, name) =>
      sign !== undefined ? sign : code !== undefined ? String.fromCodePoint(code) : named[name],
    )
    .replaceAll('\u200b', '');
}

/**
 * The tables drawn for a terminal. A row may take several lines: it begins where the column `at` says
 * something.
 */
export function tablesOfText(text: string, at: number): ReadTable[] {
  return [...text.matchAll(/^┌.*\n((?:[│├].*\n)+)└/gm)].map(([, body = '']) => {
    const lines = body.trimEnd().split('\n');
    const under = lines.findIndex((line) => line.startsWith('├'));
    const [headings = []] = rowsOf(lines.slice(0, under), -1);
    return { headings, rows: rowsOf(lines.slice(under + 1), at), totals: undefined };
  });
}

/** The lines of a drawn table as rows; all are one row where there is no column to go by. */
function rowsOf(lines: readonly string[], at: number): string[][] {
  const rows: string[][] = [];
  for (const line of lines.filter((one) => !one.startsWith('├'))) {
    const cells = line
      .split('│')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const last = rows.at(-1);
    if (!last || (cells[at] ?? '') !== '') rows.push(cells);
    else for (const [index, cell] of cells.entries()) last[index] = `${last[index]} ${cell}`.trim();
  }
  return rows;
}

/** The rows of a list, which stands in place of a table too wide or too tall: a line a field. */
export function listOfText(text: string, heading: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${heading}  `))
    .map((line) => line.slice(heading.length).trim());
}
