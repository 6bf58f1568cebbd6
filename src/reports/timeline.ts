import { addDays, addMonths, type Day } from '../model/day.ts';
import type { ActionRow } from './action-row.ts';
import { type Cell, type Section, tableOf } from './report.ts';

/** So many months are shown before the month of the report, and after it. */
const MONTHS = 6;

/** What falls in one month. */
export interface Month {
  /** `2023-03`; `earlier` and `later` for all that falls outside the months shown. */
  readonly month: string;
  /** Actions whose current target ends in the month; superseded and withdrawn ones are not due. */
  readonly due: number;
  /** Actions done in the month. */
  readonly done: number;
}

/** The last days of what was and will be due, and the days on which things were done. */
function dueAndDone(rows: readonly ActionRow[]): { due: Day[]; done: Day[] } {
  return {
    due: rows.flatMap(({ state }) => {
      const owed = state.open || state.status === 'complete';
      return owed && state.due !== null ? [state.due] : [];
    }),
    done: rows.flatMap(({ state }) => (state.completion ? [state.completion.done.day] : [])),
  };
}

/** What was and will be due, and what was done, by month around a day. */
export function timelineOf(rows: readonly ActionRow[], asOf: Day): Month[] {
  const days = dueAndDone(rows);
  const due = days.due.map(monthOf);
  const done = days.done.map(monthOf);
  const months = monthsAround(asOf);
  const [first = ''] = months;
  const last = months.at(-1) ?? '';
  const count = (month: string, isIn: (one: string) => boolean): Month => ({
    month,
    due: due.filter(isIn).length,
    done: done.filter(isIn).length,
  });
  return [
    count('earlier', (one) => one < first),
    ...months.map((month) => count(month, (one) => one === month)),
    count('later', (one) => one > last),
  ];
}

/** The timeline as a table; none where nothing is due or done in those months. */
export function timelineSection(months: readonly Month[], asOf: Day): Section[] {
  const most = Math.max(
    ...months.flatMap(({ month, due, done }) => (isMonth(month) ? [due, done] : [0])),
  );
  if (most === 0) return [];
  const shown = months.filter(({ month, due, done }) => isMonth(month) || due + done > 0);
  const bar = (month: string, count: number): Cell =>
    isMonth(month) ? { text: String(count), share: count / most } : { text: String(count) };
  const section = tableOf<Month>(
    shown,
    [
      {
        heading: 'Month',
        cell: ({ month }) => (month === monthOf(asOf) ? `${month} (now)` : month),
      },
      { heading: 'Due', whole: true, cell: ({ month, due }) => bar(month, due) },
      { heading: 'Done', whole: true, cell: ({ month, done }) => bar(month, done) },
    ],
    'Due and done by month',
  );
  return [section];
}

function monthsAround(asOf: Day): string[] {
  const first = addDays(asOf, 1 - Number(asOf.slice(8)));
  return Array.from({ length: 2 * MONTHS + 1 }, (_, index) =>
    monthOf(addMonths(first, index - MONTHS)),
  );
}

function isMonth(month: string): boolean {
  return /^\d/.test(month);
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}
