import { isFault, parseDate } from '../model/date.ts';
import { isRealDay, writeDay } from '../model/day.ts';
import { type FinancialYear, parseTarget } from '../model/target.ts';
import { dayOfSerial } from './read/xlsx-styles.ts';
import type { Cell } from './table.ts';

export type DateOrder = 'day-first' | 'month-first';

/** What a text of a date column says, in a form of the format; or why that cannot be told. */
export type DateReading =
  | { readonly form: string; readonly rest?: string }
  | { readonly why: 'not a date' }
  | { readonly why: 'ambiguous'; readonly meanings: readonly string[] };

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/**
 * The order of day and month in a column: the one declared, or the one that a date shows which
 * makes sense in no other. Undefined where none does, or where they contradict each other.
 */
export function dateOrder(
  cells: readonly Cell[],
  declared: DateOrder | undefined,
): DateOrder | undefined {
  if (declared) return declared;
  const shown = new Set<DateOrder>();
  for (const { text, struck, day } of cells) {
    if (day !== undefined) continue;
    for (const line of `${text}\n${struck}`.split('\n')) {
      const match = NUMERIC.exec(line.trim());
      if (!match) continue;
      if (Number(match[1]) > 12) shown.add('day-first');
      if (Number(match[2]) > 12) shown.add('month-first');
    }
  }
  return shown.size === 1 ? [...shown][0] : undefined;
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

function readNumeric(match: RegExpExecArray, order: DateOrder | undefined): DateReading {
  const [a, b] = [Number(match[1]), Number(match[2])];
  const written = match[3] ?? '';
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const dayFirst = isRealDay(year, b, a) ? writeDay(year, b, a) : undefined;
  const monthFirst = isRealDay(year, a, b) ? writeDay(year, a, b) : undefined;
  const meanings = [...new Set([dayFirst, monthFirst])].filter((one) => one !== undefined);
  const meant = order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : undefined;
  if (meant !== undefined) return { form: meant };
  const [only] = meanings;
  // A declared order is held to: 13 is no month, and the cell a slip.
  if (only !== undefined && meanings.length === 1 && order === undefined) return { form: only };
  return meanings.length > 1 ? { why: 'ambiguous', meanings } : { why: 'not a date' };
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
