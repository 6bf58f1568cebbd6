import type { Day } from '../model/day.ts';
import type { Place } from '../model/diagnostic.ts';
import type { ActionInPlan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { State } from '../model/state.ts';
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
  /** How many days ahead or back a report looks, where it does. */
  readonly days: number;
  readonly narrowing: Narrowing;
  /** The line of a place; asked only for rows that are shown. */
  readonly lineOf: (place: Place) => number;
}

export type Tone = 'red' | 'amber' | 'green';

/**
 * One value of a table as people read it. Tone and picture only repeat what is said in words or
 * figures there or beside it: who does not see them misses nothing.
 */
export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  /** A part of a whole, from 0 to 1: drawn as a bar before the text on a terminal. */
  readonly share?: number;
  /** How many of each tone, `none` for no tone: drawn as a strip of letters in place of the text. */
  readonly strip?: Readonly<Record<Tone | 'none', number>>;
}

export interface Column {
  readonly heading: string;
  readonly align?: 'right';
  /** Its values are not broken over lines where there is any room: ids, pictures. */
  readonly whole?: true;
  /** It only draws what other columns say, so it is shown on a terminal alone. */
  readonly picture?: true;
}

/** One table. */
export interface Section {
  readonly title: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: readonly Cell[];
  /** Said in place of a table without rows; such a table is left out where this is not given. */
  readonly empty?: string;
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

/** Whether an action, which stands so on the day, is in a list. */
export type Shows = (one: ActionInPlan & { readonly state: State }, question: Question) => boolean;

/** A question that can be asked of plans. Pure: the same plans and question, the same answer. */
export interface Report {
  readonly id: string;
  /** What it answers, for help. */
  readonly answers: string;
  /** The columns of its rows as a flat table, which a table without rows has, too; with a period there may be more. */
  readonly columns: readonly string[];
  /** Fields of its rows that a flat table leaves out: another column says the same. */
  readonly notFlat?: readonly string[];
  /** Options and a path of an example for help, after `actionplan report ID`. */
  readonly example: string;
  /** The options it takes beside those of every report. */
  readonly takes?: {
    /** `--month`, and with `days` also `--from` and `--to`. */
    readonly period?: 'month' | 'days';
    /** `--days`: what it means, and how many unless given. */
    readonly days?: { readonly means: string; readonly default: number };
    /** `--by owner|organisation`. */
    readonly by?: true;
    /** `--fail-if-any`: for lists that are better empty. */
    readonly failIfAny?: true;
  };
  /** Of a list: which actions it shows. Of the others it needs no more than their numbers. */
  readonly shows?: Shows;
  answer(portfolio: Portfolio, question: Question): Answer;
}

export function defineReport(report: Report): Report {
  return report;
}

/** A table from rows, each column declared once. */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly (Column & { readonly cell: (row: Row) => Cell | string })[],
  title: string | null = null,
): Section {
  return {
    title,
    columns,
    rows: rows.map((row) =>
      columns.map((column) => {
        const cell = column.cell(row);
        return typeof cell === 'string' ? { text: cell } : cell;
      }),
    ),
  };
}

/** The tables that are shown: those with rows, and those that say so when they have none. */
export function shownSections(answer: Answer): Section[] {
  return answer.sections.filter((one) => one.rows.length > 0 || one.empty !== undefined);
}
