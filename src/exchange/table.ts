import type { Day } from '../model/day.ts';

/** One cell of a table as read, with where it stands. Rows and columns count from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  /** What is to be read in it, without what is struck through. */
  readonly text: string;
  /** What is struck through in it: an old value beside the new one. */
  readonly struck: string;
  /** The day, where the file itself says that the value is a date. */
  readonly day?: Day;
  /** The merged cells this one is part of; the one at their upper left holds the value. */
  readonly merged?: Area;
}

/** Cells merged into one: its upper left, and its last row and column. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A table of a file, in any of the formats read. Cells that are missing are empty. */
export interface Table {
  /** The sheet, the heading above the table, or its place in the file. */
  readonly name: string;
  /** How its rows are counted for people: by the rows of a sheet or table, or the lines of a file. */
  readonly counts: 'row' | 'line';
  readonly rows: readonly Row[];
  /** The paragraphs that stand between this table and the one before it. */
  readonly above: readonly Paragraph[];
  /** What of the file is not in the table, and why. */
  readonly remarks: readonly string[];
}

export interface Paragraph {
  readonly text: string;
  /** Where it stands, where the format has lines. */
  readonly line?: number;
}

export interface Row {
  /** The number by which a person finds it in the file. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Whether there is nothing to be read in a cell. */
export function isBlank({ text, struck }: Cell): boolean {
  return !hasText(text) && !hasText(struck);
}

/** Whether there is a character to be seen. */
export function hasText(text: string): boolean {
  return /[^\s\p{C}]/u.test(text);
}

/** Whether a cell only continues the merged cell it is part of. */
export function isCovered({ row, column, merged }: Cell): boolean {
  return merged !== undefined && (merged.row !== row || merged.column !== column);
}

/** A column by the letters a spreadsheet gives it: A, B, …, AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** Makes cells of texts, for formats whose cells are nothing else. */
export function rowOfTexts(number: number, texts: readonly string[]): Row {
  return {
    number,
    cells: texts.map((text, index) => ({
      row: number,
      column: index + 1,
      text: tidy(text),
      struck: '',
    })),
  };
}

/** A text of a cell: its line breaks in one form, without the spaces around it and its lines. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replace(/[\t\u00a0\u2007\u202f ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
