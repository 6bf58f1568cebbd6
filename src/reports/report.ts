import type { Day } from '../model/day.ts';
import type { Place } from '../model/diagnostic.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Narrowing } from './narrow.ts';

/** The days a report looks at, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What is asked of a report. */
export interface Question {
  /** The day on which state is worked out. */
  readonly asOf: Day;
  readonly period: Period | null;
  readonly by: 'owner' | 'organisation';
  readonly narrowing: Narrowing;
  /** The line of a place; asked only for rows that are shown. */
  readonly lineOf: (place: Place) => number;
}

/** One value of a table as people read it. The tone repeats in colour what the text says. */
export interface Cell {
  readonly text: string;
  readonly tone?: 'red' | 'amber' | 'green';
}

export interface Column {
  readonly heading: string;
  readonly align?: 'right';
}

/** One table. */
export interface Section {
  readonly title: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: readonly Cell[];
}

/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** An answer, in the forms that renderers take: tables for people, rows for programs. */
export interface Answer {
  /** The heading: what is shown, and of which day or period. */
  readonly title: string;
  readonly sections: readonly Section[];
  /** Said in place of an empty table. */
  readonly empty: string;
  /** The line under the tables. */
  readonly summary: string;
  readonly rows: readonly JsonObject[];
  readonly totals: JsonObject;
  /** What is not in the rows, and why: nothing disappears in silence. */
  readonly notes: readonly string[];
}

/** A question that can be asked of plans. Pure: the same plans and question, the same answer. */
export interface Report {
  readonly id: string;
  /** What it answers, for help. */
  readonly answers: string;
  answer(portfolio: Portfolio, question: Question): Answer;
}

export function defineReport(report: Report): Report {
  return report;
}

/** A table from rows, each column declared once. */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly (Column & { readonly cell: (row: Row) => Cell | string })[],
): Section {
  return {
    title: null,
    columns,
    rows: rows.map((row) =>
      columns.map((column) => {
        const cell = column.cell(row);
        return typeof cell === 'string' ? { text: cell } : cell;
      }),
    ),
  };
}
