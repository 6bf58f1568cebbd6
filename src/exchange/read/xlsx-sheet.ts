import { Refusal } from '../refusal.ts';
import { type Area, type Cell, columnLetters, type Row, tidy } from '../table.ts';
import { type CellStyle, dayOfSerial, isOn } from './xlsx-styles.ts';
import { readXml } from './xml.ts';

const MOST_CELLS = 500_000;
/** No table merges more rows than this into one cell. */
const MOST_MERGED = 5_000;

/** A text with what is struck through apart. */
export interface RichText {
  readonly text: string;
  readonly struck: string;
}

/** What a sheet refers to in its workbook. */
export interface Workbook {
  readonly strings: readonly RichText[];
  readonly style: (index: number) => CellStyle;
  readonly from1904: boolean;
}

export interface Sheet {
  readonly rows: readonly Row[];
  readonly remarks: readonly string[];
}

interface Draft {
  row: number;
  column: number;
  type: string;
  style: CellStyle;
  value: string | undefined;
  formula: boolean;
  readonly inline: RichTextReader;
}

/** The cells of a sheet, with merged cells marked. Formulas are never worked out: their values count. */
export function readSheet(part: string, xml: string, workbook: Workbook): Sheet {
  const rows = new Map<number, Cell[]>();
  const hidden: number[] = [];
  const merges: Area[] = [];
  const inside: string[] = [];
  const places = new Set<string>();
  let row = 0;
  let column = 0;
  let count = 0;
  let draft: Draft | undefined;
  readXml(part, xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
        if (!Number.isInteger(row) || row < 1) throw damaged('a row of the sheet has no number');
        column = 0;
        if (attributes['hidden'] !== undefined && isOn(attributes['hidden'])) hidden.push(row);
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        const style = workbook.style(Number(attributes['s'] ?? 0));
        const type = attributes['t'] ?? 'n';
        const inline = new RichTextReader();
        draft = { row, column, type, style, value: undefined, formula: false, inline };
      } else if (name === 'f' && draft) draft.formula = true;
      else if (name === 'mergeCell') {
        const area = areaOf(attributes['ref'] ?? '');
        if (area) merges.push(area);
      }
      draft?.inline.open(name, attributes);
      inside.push(name);
    },
    text: (text) => {
      if (!draft) return;
      if (inside.at(-1) === 'v') draft.value = (draft.value ?? '') + text;
      else draft.inline.text(text);
    },
    close: (name) => {
      inside.pop();
      draft?.inline.close(name);
      if (name !== 'c' || !draft) return;
      count += 1;
      if (count > MOST_CELLS) throw tooMany();
      const place = `${columnLetters(draft.column)}${draft.row}`;
      if (places.has(place)) throw damaged(`cell ${place} stands in the sheet twice`);
      places.add(place);
      const cells = rows.get(draft.row) ?? [];
      cells.push(cellOf(draft, workbook));
      rows.set(draft.row, cells);
      draft = undefined;
    },
  });
  for (const merge of merges) mark(rows, merge);
  const shown = hidden.filter((number) => rows.has(number));
  return {
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([number, cells]) => ({ number, cells: cells.sort((a, b) => a.column - b.column) })),
    remarks:
      shown.length === 0
        ? []
        : [`rows that are hidden in the sheet are read too: ${shown.join(', ')}`],
  };
}

function cellOf(draft: Draft, { strings, from1904 }: Workbook): Cell {
  const { row, column, type, style, value, formula, inline } = draft;
  const at = { row, column };
  if (formula && value === undefined && type !== 'inlineStr') {
    throw new Refusal(
      `cell ${columnLetters(column)}${row} holds a formula, and the file does not hold its value`,
      'open the workbook in a spreadsheet program, which works it out, and save it again',
    );
  }
  if (type === 's') return written(at, strings[Number(value)] ?? EMPTY, style);
  if (type === 'inlineStr') return written(at, inline.read(), style);
  if (value === undefined || value === '') return written(at, EMPTY, style);
  if (type === 'b') return written(at, plain(value === '1' ? 'TRUE' : 'FALSE'), style);
  if (type === 'd') return dated(at, value.slice(0, 10), style);
  if (type !== 'n') return written(at, plain(unescaped(value)), style);
  const number = Number(value);
  const day = style.date === undefined ? undefined : dayOfSerial(number, from1904);
  if (day !== undefined) return dated(at, day, style);
  // Excel keeps 1.1 as 1.1000000000000001 and shows fifteen digits.
  const shown = Number(number.toPrecision(15));
  return written(
    at,
    plain(style.percent ? `${Number((shown * 100).toPrecision(12))}%` : String(shown)),
    style,
  );
}

type At = { readonly row: number; readonly column: number };

const EMPTY: RichText = { text: '', struck: '' };

function plain(text: string): RichText {
  return { text, struck: '' };
}

function written(at: At, { text, struck }: RichText, style: CellStyle): Cell {
  if (!style.struck) return { ...at, text: tidy(text), struck: tidy(struck) };
  return { ...at, text: '', struck: tidy(struck === '' ? text : `${struck}\n${text}`) };
}

function dated(at: At, day: string, style: CellStyle): Cell {
  const length = { day: 10, month: 7, year: 4 }[style.date ?? 'day'];
  const text = day.slice(0, length);
  const cell = written(at, plain(text), style);
  return style.struck ? cell : { ...cell, day: text };
}

/** Marks the cells of a merged area; those that the sheet leaves out of it are made. */
function mark(rows: Map<number, Cell[]>, area: Area): void {
  for (let row = area.row; row <= Math.min(area.lastRow, area.row + MOST_MERGED); row += 1) {
    const cells = rows.get(row) ?? [];
    if (!rows.has(row)) rows.set(row, cells);
    for (let column = area.column; column <= area.lastColumn; column += 1) {
      const at = cells.findIndex((cell) => cell.column === column);
      const cell = cells[at] ?? { row, column, ...EMPTY };
      cells[at < 0 ? cells.length : at] = { ...cell, merged: area };
    }
  }
}

/** Reads the runs of a text: `<r><rPr><strike/></rPr><t>…</t></r>`, without what tells its sound. */
export class RichTextReader {
  #text = '';
  #struck = '';
  #struckRun = false;
  #inText = false;
  #inPhonetic = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'r') this.#struckRun = false;
    else if (name === 'strike') this.#struckRun = isOn(attributes['val']);
    else if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 't') this.#inText = true;
  }

  text(text: string): void {
    if (!this.#inText || this.#inPhonetic) return;
    if (this.#struckRun) this.#struck += unescaped(text);
    else this.#text += unescaped(text);
  }

  close(name: string): void {
    if (name === 'r') this.#struckRun = false;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 't') this.#inText = false;
  }

  read(): RichText {
    return { text: this.#text, struck: this.#struck };
  }
}

/** Characters that XML does not take are written `_x000B_`. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function areaOf(reference: string): Area | undefined {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference);
  if (!match) return undefined;
  const [, from, first, to, last] = match;
  const [column, lastColumn] = [columnOf(from) ?? 1, columnOf(to) ?? 1];
  return {
    row: Number(first),
    column,
    lastRow: Number(last),
    lastColumn: Math.min(lastColumn, column + MOST_MERGED),
  };
}

function damaged(words: string): Refusal {
  return new Refusal(
    `${words}: the workbook is damaged`,
    'open it in a spreadsheet program, which may repair it, and save it again',
  );
}

function tooMany(): Refusal {
  return new Refusal(
    `the sheet has more than ${MOST_CELLS} cells`,
    'copy the table alone into a new workbook',
  );
}
