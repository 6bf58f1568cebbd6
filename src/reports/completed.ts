import { dayInWords } from '../model/day.ts';
import { counted } from '../model/words.ts';
import {
  ACTION_COLUMNS,
  type ActionRow,
  actionJson,
  actionLabel,
  byDays,
  leftOut,
  ownersLabel,
  severalPlans,
  targetLabel,
} from './action-row.ts';
import { type Cell, defineReport, type Period, type Shows, tableOf } from './report.ts';
import { shownRows } from './spare.ts';

/** Done in the period, or said to be done in it. */
const isDone: Shows = (one, { period }) =>
  one.state.completion !== null && (isIn(doneOn(one), period) || isIn(recordedOn(one), period));

/** Actions complete on the day that were done in the period, on time or late. */
export const completed = defineReport({
  id: 'completed',
  answers: 'actions completed in a period, on time or late',
  columns: [...ACTION_COLUMNS, 'completed', 'daysLate', 'recorded'],
  example: 'plans --month 2023-03',
  takes: { period: 'days', failIfAny: true },
  shows: isDone,
  answer(portfolio, question) {
    const { asOf, period } = question;
    const { rows: told } = shownRows(portfolio, question, isDone);
    const rows = told
      .filter((row) => isIn(doneOn(row), period))
      .sort(byDays((row) => daysLate(row) ?? Number.NEGATIVE_INFINITY));
    const earlier = period
      ? told.filter((row) => isIn(recordedOn(row), period) && doneOn(row) < period.from)
      : [];
    const guessed = rows.filter(
      ({ state }) => state.completion?.dayKnown === false && (state.completion.daysLate ?? 0) > 0,
    ).length;
    const late = rows.filter((row) => (daysLate(row) ?? 0) > 0).length;
    const withoutDue = rows.filter((row) => daysLate(row) === null).length;
    const onTime = rows.length - late - withoutDue;
    const when = period
      ? `from ${dayInWords(period.from)} to ${dayInWords(period.to)}`
      : `up to ${dayInWords(asOf)}`;
    const many = severalPlans(portfolio, question);
    return {
      title: `Actions completed ${when}`,
      sections: [
        tableOf<ActionRow>(rows, [
          { heading: 'Action', whole: true, cell: (row) => actionLabel(row, many) },
          { heading: 'What', cell: (row) => row.action.action },
          { heading: 'Owner', cell: ownersLabel },
          { heading: 'Target', cell: targetLabel },
          { heading: 'Completed', cell: (row) => row.state.completion?.done.written ?? '' },
          { heading: 'On time', cell: lateCell },
        ]),
      ],
      empty: `No action was completed ${when}.`,
      summary: `${counted(rows.length, 'action')} completed: ${onTime} on time, ${late} late, ${withoutDue} without a last day.`,
      rows: rows.map((row) => ({
        ...actionJson(row, question),
        completed: doneOn(row),
        daysLate: daysLate(row),
        recorded: recordedOn(row),
      })),
      totals: { actions: rows.length, onTime, late, withoutDue },
      notes: [
        ...leftOut(portfolio, question),
        ...(guessed > 0
          ? [
              `${counted(guessed, 'action')} late by the day of the update, which is the latest they were done: the log gives no \`completed\` day`,
            ]
          : []),
        ...(earlier.length > 0
          ? [
              `${counted(earlier.length, 'action')} recorded in this period had been done before it and ${earlier.length === 1 ? 'is' : 'are'} not counted: ${earlier.map((row) => actionLabel(row, many)).join(', ')}`,
            ]
          : []),
      ],
    };
  },
});

function doneOn(row: Pick<ActionRow, 'state'>): string {
  return row.state.completion?.done.day ?? '';
}

function recordedOn(row: Pick<ActionRow, 'state'>): string {
  return row.state.completion?.entry.date.day ?? '';
}

function daysLate(row: ActionRow): number | null {
  return row.state.completion?.daysLate ?? null;
}

function isIn(day: string, period: Period | null): boolean {
  return period === null || (period.from <= day && day <= period.to);
}

/** Whether an action was done on time, in words. */
export function lateCell(row: ActionRow): Cell {
  const days = daysLate(row);
  if (days === null) return { text: 'no last day' };
  if (days > 0) return { text: `late by ${counted(days, 'day')}`, tone: 'red' };
  if (days === 0 && row.state.completion?.done.written.length !== 10) {
    return { text: 'on time', tone: 'green' };
  }
  return {
    text: days === 0 ? 'on the day' : `on time (${counted(-days, 'day')} early)`,
    tone: 'green',
  };
}
