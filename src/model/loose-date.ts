import { type Day, isRealDay, writeDay } from './day.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SEASONS: Readonly<Record<string, string>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
};

const YEAR = '(?<year>\\d{4}|\\d{2})';
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = '(?<month>[a-z]{3,9})\\.?';

type Groups = Record<string, string | undefined>;

const DAY_MONTH = form(`${DATE} ${MONTH},? ${YEAR}`);
const MONTH_DAY = form(`${MONTH} ${DATE},? ${YEAR}`);
const NUMBERS = form('(?<a>\\d{1,2})[/.-](?<b>\\d{1,2})[/.-](?<c>\\d{4}|\\d{2})');
const YEAR_MONTH_DAY = form(
  '(?<year>\\d{4})(?:[/.-](?<m>\\d{1,2})[/.-](?<date>\\d{1,2})|(?<mm>\\d{2})(?<dd>\\d{2}))',
);

/** Each form people write, and the contract's forms it can mean. The first that matches decides. */
const FORMS: readonly [RegExp, (groups: Groups) => string[]][] = [
  [DAY_MONTH, (g) => day(year(g), month(g), Number(g['date']))],
  [MONTH_DAY, (g) => day(year(g), month(g), Number(g['date']))],
  [NUMBERS, (g) => numericDates(g['a'] ?? '', g['b'] ?? '', g['c'] ?? '')],
  [YEAR_MONTH_DAY, (g) => day(year(g), Number(g['m'] ?? g['mm']), Number(g['date'] ?? g['dd']))],
  [form('(?<m>\\d{1,2})[/.-](?<year>\\d{4})'), (g) => monthOf(year(g), Number(g['m']))],
  [
    form('(?:q(?<q>[1-4]),? ?(?:fy ?)?(?<year>\\d{4}|\\d{2}) ?[/-] ?(?<next>\\d{4}|\\d{2}))'),
    (g) => financial(g, g['q']),
  ],
  [
    form(
      '(?<ordinal>first|second|third|fourth|last) quarter (?:of )?(?:fy ?)?(?<year>\\d{4}|\\d{2}) ?/ ?(?<next>\\d{4}|\\d{2})',
    ),
    (g) =>
      financial(
        g,
        { first: '1', second: '2', third: '3', fourth: '4', last: '4' }[g['ordinal'] ?? ''],
      ),
  ],
  [form('fy ?(?<year>\\d{4}|\\d{2})[ -]*q(?<q>[1-4])'), (g) => [`FY${year(g)}-Q${g['q']}`]],
  [form('fy ?(?<year>\\d{4}|\\d{2}) ?[/-] ?(?<next>\\d{4}|\\d{2})'), (g) => financial(g)],
  // "2011/12" is a financial year or a December.
  [
    form('(?<year>\\d{4}) ?[/-] ?(?<next>\\d{4}|\\d{2})'),
    (g) => {
      const years = financial(g);
      return years.length === 0 ? [] : [...years, ...monthOf(year(g), Number(g['next']))];
    },
  ],
  [form('fy ?(?<year>\\d{4})'), (g) => [`FY${year(g)}`]],
  [form('q(?<q>[1-4])[ ,-]*(?<year>\\d{4})'), (g) => [`${year(g)}-Q${g['q']}`]],
  [form('(?<year>\\d{4})[ -]*q(?<q>[1-4])'), (g) => [`${year(g)}-Q${g['q']}`]],
  [form('(?<year>\\d{4})[/. -](?<m>\\d{1,2})'), (g) => monthOf(year(g), Number(g['m']))],
  [
    form('(?<season>spring|summer|autumn|fall|winter),? (?<year>\\d{4})'),
    (g) => [`${year(g)}-${SEASONS[g['season'] ?? '']}`],
  ],
  [
    form('(?<year>\\d{4})[ -](?<season>spring|summer|autumn|fall|winter)'),
    (g) => [`${year(g)}-${SEASONS[g['season'] ?? '']}`],
  ],
  [form(`${MONTH},? ${YEAR}`), (g) => monthOf(year(g), month(g))],
  [form('(?:the )?(?:year )?(?<year>\\d{4})'), (g) => [String(year(g))]],
];

/**
 * The contract's forms of a date or target that a loosely written one can mean: "June 2022",
 * "30/06/2022", "Q1 2022/23", "Summer 2022", "Dec 22". One form: the meaning is plain. Several:
 * it is ambiguous ("03/04/2022"). None: it is not recognised.
 */
export function suggestForms(text: string): string[] {
  // A long text is no date; the bound also keeps the patterns below from being fed one.
  if (text.length > 60) return [];
  const plain = plainDate(text);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(plain);
    if (!match?.groups) continue;
    const found = read(match.groups);
    if (found.length > 0) return found;
  }
  return [];
}

function plainDate(text: string): string {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  // "Before June" is another month; before its end, it is this one.
  return plain.replace(
    /^(?:before (?:the )?end (?:of )?|(?:by |in |due )?(?:the )?(?:end of |end |late )?)/,
    '',
  );
}

/** The month of a day that is written as a date but is in no calendar: "31 June 2022". */
export function monthOfUnreal(text: string): { year: number; month: number } | undefined {
  if (text.length > 60) return undefined;
  const plain = plainDate(text);
  const named = (DAY_MONTH.exec(plain) ?? MONTH_DAY.exec(plain) ?? YEAR_MONTH_DAY.exec(plain))
    ?.groups;
  const numbers = NUMBERS.exec(plain)?.groups;
  const found = named
    ? {
        year: year(named),
        month: named['month'] ? month(named) : Number(named['m'] ?? named['mm']),
      }
    : { year: fullYear(numbers?.['c'] ?? ''), month: Number(numbers?.['b']) };
  return isRealDay(found.year, found.month, 1) ? found : undefined;
}

/** What comes first in a date of three numbers. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

export const DATE_ORDERS = ['day-first', 'month-first', 'year-first'] as const;

/**
 * The days that "03/04/2022" can mean, the likeliest first. A year of two digits may stand first, too
 * ("23-10-31"); where that alone makes a day, "31/06/22" is a slip, and no 22 June 2031.
 */
export function numericDates(a: string, b: string, c: string): Day[] {
  const yearLast = [dateInOrder('day-first', a, b, c), dateInOrder('month-first', a, b, c)];
  const days = yearLast.flatMap((one) => one ?? []);
  const yearFirst = isYearFirst(a, b, c) ? dateInOrder('year-first', a, b, c) : undefined;
  if (days.length > 0 && yearFirst !== undefined) days.push(yearFirst);
  return [...new Set(days)];
}

/** The day that a date of three numbers means in an order; undefined where there is none. */
export function dateInOrder(order: DateOrder, a: string, b: string, c: string): Day | undefined {
  const [y, m, d] = { 'day-first': [c, b, a], 'month-first': [c, a, b], 'year-first': [a, b, c] }[
    order
  ];
  const [found] = day(fullYear(y ?? ''), Number(m), Number(d));
  return found;
}

/** Whether the first of three numbers may be the year: all are written with two digits. */
export function isYearFirst(...numbers: readonly [string, string, string]): boolean {
  return numbers.every((one) => one.length === 2);
}

function form(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}

function year(groups: Groups): number {
  return fullYear(groups['year'] ?? '');
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function month(groups: Groups): number {
  const name = groups['month'] ?? '';
  if (name === 'sept') return 9;
  return MONTHS.findIndex((full) => full === name || full.slice(0, 3) === name) + 1;
}

function day(y: number, m: number, d: number): string[] {
  return isRealDay(y, m, d) ? [writeDay(y, m, d)] : [];
}

function monthOf(y: number, m: number): string[] {
  return isRealDay(y, m, 1) ? [writeDay(y, m, 1).slice(0, 7)] : [];
}

/** A financial year is written over two years that follow each other: 2022/23. */
function financial(groups: Groups, quarter?: string): string[] {
  const first = year(groups);
  if ((first + 1) % 100 !== Number(groups['next']) % 100) return [];
  return [quarter === undefined ? `FY${first}` : `FY${first}-Q${quarter}`];
}
