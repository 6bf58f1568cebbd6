import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { type Day, dayNumber } from '../model/day.ts';
import type { Tone } from '../reports/report.ts';

/** A value of a sheet. A text is never a formula, whatever it begins with. */
export interface SheetCell {
  readonly text: string;
  /** A whole day: Excel is given it as a date. */
  readonly day?: Day;
  readonly number?: number;
  /** Fills the cell; the word in it says the same. */
  readonly tone?: Tone | undefined;
}

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

export interface WorkSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** More than this Excel does not take in a cell. */
export const MOST_IN_CELL = 32_767;

const FILLS: Readonly<Record<Tone, string>> = {
  red: '#F4C7C3',
  amber: '#FCE8B2',
  green: '#B7E1CD',
};

/**
 * A workbook: headings frozen, filters on them, days as dates. The same sheets give the same bytes,
 * on any day and any machine.
 */
export async function workbook(sheets: readonly WorkSheet[]): Promise<Uint8Array> {
  const made = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ heading }) => ({
          value: escaped(heading),
          type: String,
          fontWeight: 'bold' as const,
          alignVertical: 'top' as const,
          wrap: true,
        })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
  const parts = unzipSync(made);
  for (const [index, { columns, rows }] of sheets.entries()) {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    parts[part] = withFilter(parts[part], columns.length, rows.length + 1);
  }
  // The first part tells readers what the others are; the rest has no order of its own.
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const name of names) entries[name] = new Uint8Array(parts[name] ?? []);
  return zipSync(entries, { mtime: '1980-01-01T00:00:00', level: 6 });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function cellOf({ text, day, number, tone }: SheetCell) {
  const look = { alignVertical: 'top' as const, ...(tone && { backgroundColor: FILLS[tone] }) };
  if (day !== undefined) {
    return {
      value: serial(day),
      type: Number,
      format: 'd mmm yyyy',
      align: 'left' as const,
      ...look,
    };
  }
  if (number !== undefined) return { value: number, type: Number, ...look };
  if (text === '') return null;
  return { value: escaped(text), type: String, wrap: true, ...look };
}

/** Excel counts days from the last but one of 1899, since it takes 1900 for a leap year. */
function serial(day: Day): number {
  return dayNumber(day) - dayNumber('1899-12-30');
}

/**
 * Characters that XML cannot hold or a reader cannot see, as the format escapes them: `_x0007_`. So are the
 * sign for what could not be read (U+FFFD), which the library leaves out, and the first letter of
 * `__proto__` and its like, which the library takes for texts it knows.
 */
function escaped(text: string): string {
  const known = text in {};
  return (known ? `${escape(text.charAt(0))}${text.slice(1)}` : protectedText(text)).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0\ufffd]|\u034f|\u17b4|\u17b5/gu,
    (character) => (character === '\n' ? character : escape(character)),
  );
}

/** A text that looks like such an escape is none. */
function protectedText(text: string): string {
  return text.replace(/_x[\dA-Fa-f]{4}_/g, (match) => `_x005F${match}`);
}

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    const code = character.charCodeAt(at).toString(16).toUpperCase();
    return `_x${code.padStart(4, '0')}_`;
  }).join('');
}

function withFilter(
  part: Uint8Array | undefined,
  columns: number,
  rows: number,
): Uint8Array<ArrayBuffer> {
  const xml = new TextDecoder().decode(part);
  const area = `A1:${letters(columns)}${rows}`;
  return new TextEncoder().encode(
    xml.replace('</sheetData>', `</sheetData><autoFilter ref="${area}"/>`),
  );
}

function letters(column: number): string {
  let text = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  }
  return text;
}
