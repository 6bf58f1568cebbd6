import { isFault, parseDate } from '../model/date.ts';
import {
  DATE_ORDERS,
  type DateOrder,
  dateInOrder,
  isYearFirst,
  numericDates,
} from '../model/loose-date.ts';
import { type FinancialYear, parseTarget } from '../model/target.ts';
import { dayOfSerial } from './read/xlsx-styles.ts';
import type { Cell } from './table.ts';

/** What a text of a date column says, in a form of the format; or why that cannot be told. */
export type DateReading =
  | { readonly form: string; readonly rest?: string }
  | { readonly why: 'not a date' }
  | { readonly why: 'ambiguous'; readonly meanings: readonly string[] };

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/**
 * The order of day, month and year in a column: the one declared, or the only one that makes sense of
 * all its dates. Undefined where several do, or where the dates contradict each other.
 */
export function dateOrder(
  cells: readonly Cell[],
  declared: DateOrder | undefined,
): DateOrder | undefined {
  if (declared) return declared;
  const dates = cells
    .filter(({ day }) => day === undefined)
    .flatMap(({ text, struck }) => `${text}\n${struck}`.split('\n'))
    .map((line) => NUMERIC.exec(line.trim()))
    .filter((match) => match !== null);
  // "31/03/2022" says where the year stands in "15/09/22", but not in "23-10-31", which is of another hand.
  const isOneHand = new Set(dates.map(([date]) => /[/.-]/.exec(date)?.[0])).size === 1;
  const possible = DATE_ORDERS.filter((order) =>
    dates.every((date) => isPossible(order, date, isOneHand)),
  );
  return possible.length === 1 ? possible[0] : undefined;
}

function isPossible(
  order: DateOrder,
  [, a = '', b = '', c = '']: RegExpExecArray,
  isOneHand: boolean,
): boolean {
  switch (order) {
    case 'day-first':
      return Number(a) <= 31 && Number(b) <= 12;
    case 'month-first':
      return Number(a) <= 12 && Number(b) <= 31;
    case 'year-first':
      if (c.length === 4) return !isOneHand;
      return isYearFirst(a, b, c) && Number(b) <= 12 && Number(c) <= 31;
  }
}

/** Reads a target, first or revised, in any way trackers write it. */
export function readTarget(
  text: string,
  order: DateOrder | undefined,
  financialYear: FinancialYear,
): DateReading {
  return readForm(text, order, (form) => {
    const target = parseTarget(form, financialYear);
    return isFault(target) ? target.fix : target.written;
  });
}

/** Reads a date, which has no form but a day, month or year. */
export function readDate(text: string, order: DateOrder | undefined): DateReading {
  return readForm(text, order, (form) => {
    const date = parseDate(form);
    return isFault(date) ? date.fix : date.written;
  });
}

function readForm(
  text: string,
  order: DateOrder | undefined,
  formOf: (text: string) => string | undefined,
): DateReading {
  const exact = text.replace(/\s+/g, ' ').trim();
  if (formOf(exact) === exact) return { form: exact };
  // No date is as long; the bound also keeps the patterns below from being fed a page.
  if (exact.length > 200) return { why: 'not a date' };
  // "Mar-22" and "31-Mar-2022" are how Excel shows dates.
  const plain = exact
    .replace(/[.,;]$/, '')
    .trim()
    .replace(/(?<=^(?:\d{1,2}-)?\p{L}{3,9})-(?=\d)|(?<=^\d{1,2})-(?=\p{L}{3})/gu, ' ');
  const numeric = NUMERIC.exec(plain);
  if (numeric) return readNumeric(numeric, order);
  const serial = /^\d{5}$/.test(plain) ? dayOfSerial(Number(plain), false) : undefined;
  if (serial !== undefined) return { form: serial };
  const clock = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/.exec(plain);
  const form = formOf(clock?.[1] ?? plain) ?? formOf(quarterInWords(plain));
  if (form !== undefined) return { form };
  // "June 2026 then ongoing": what is due first counts, and the rest is kept beside it.
  const split =
    /^(.+?)(?:,? (?:and |and then |then )(?:then )?|[,;] ?)((?:is |be )?(?:on-?going|continu|annual|quarter|month|review|thereafter).*)$/i.exec(
      plain,
    );
  const first = split && formOf(split[1] ?? '');
  if (first && /\d{4}/.test(first)) return { form: first, rest: split[2] ?? '' };
  return { why: 'not a date' };
}

function readNumeric(
  [, a = '', b = '', c = '']: RegExpExecArray,
  order: DateOrder | undefined,
): DateReading {
  const days = numericDates(a, b, c);
  // Of a date with its year in full at the end, an order with the year first says nothing.
  const held = order === 'year-first' && !isYearFirst(a, b, c) ? undefined : order;
  if (held === undefined) {
    const [only] = days;
    if (days.length > 1) return { why: 'ambiguous', meanings: days };
    return only ? { form: only } : { why: 'not a date' };
  }
  // An order is held to: 13 is no month, and the cell a slip.
  const meant = dateInOrder(held, a, b, c);
  return meant === undefined ? { why: 'not a date' } : { form: meant };
}

/** "Fourth quarter of 2021" is a quarter of the calendar. */
function quarterInWords(text: string): string {
  const match =
    /^(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last) quarter,? (?:of )?((?:fy ?)?\d{4})$/i.exec(
      text,
    );
  const number = match && QUARTERS[(match[1] ?? '').toLowerCase()];
  if (!number) return text;
  const year = match[2] ?? '';
  return /^fy/i.test(year)
    ? `${year.toUpperCase().replace(' ', '')}-Q${number}`
    : `${year}-Q${number}`;
}

const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 4,
};
