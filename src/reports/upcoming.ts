import { compareIds } from '../model/compare-ids.ts';
import { addDays, type Day, dayInWords, daysBetween } from '../model/day.ts';
import { compareText } from '../model/diagnostic.ts';
import type { State } from '../model/state.ts';
import { counted } from '../model/words.ts';
import {
  ACTION_COLUMNS,
  type ActionRow,
  actionJson,
  actionLabel,
  endlessWords,
  leftOut,
  ownersLabel,
  severalPlans,
  statusCell,
  targetLabel,
} from './action-row.ts';
import { defineReport, type Shows, tableOf } from './report.ts';
import { shownRows } from './spare.ts';

const isDueSoon: Shows = ({ state }, { asOf, days }) =>
  isDueBetween(state, asOf, addDays(asOf, days));

/** Open actions whose last day comes soon, the next one first. */
export const upcoming = defineReport({
  id: 'upcoming',
  answers: 'open actions due within --days N, the next one first',
  columns: [...ACTION_COLUMNS, 'daysLeft'],
  example: 'plans --days 60 --as-of 2023-05-01',
  takes: {
    days: { means: 'how many days to look ahead', default: 30 },
    failIfAny: true,
  },
  shows: isDueSoon,
  answer(portfolio, question) {
    const { asOf, days } = question;
    const last = addDays(asOf, days);
    const shown = shownRows(portfolio, question, isDueSoon);
    const { overdue, endless } = shown.counts;
    const rows = dueBetween(shown.rows, asOf, last);
    const many = severalPlans(portfolio, question);
    const when = `from ${dayInWords(asOf)} to ${dayInWords(last)}`;
    return {
      title: `Actions due ${when}`,
      sections: [
        tableOf<ActionRow>(rows, [
          { heading: 'Action', whole: true, cell: (row) => actionLabel(row, many) },
          { heading: 'What', cell: (row) => row.action.action },
          { heading: 'Owner', cell: ownersLabel },
          { heading: 'Target', cell: targetLabel },
          { heading: 'Days left', align: 'right', cell: (row) => String(daysLeft(row, asOf)) },
          { heading: 'Status', cell: statusCell },
          { heading: 'Last update', cell: (row) => row.state.lastUpdate?.written ?? 'never' },
        ]),
      ],
      empty: `No open action is due ${when}.`,
      summary: `${counted(rows.length, 'action')} due within ${counted(days, 'day')}.`,
      rows: rows.map((row) => ({ ...actionJson(row, question), daysLeft: daysLeft(row, asOf) })),
      totals: { actions: rows.length, days },
      notes: [
        ...leftOut(portfolio, question),
        ...endlessWords(endless),
        ...(overdue > 0
          ? [`${counted(overdue, 'action')} already overdue: \`actionplan report overdue\``]
          : []),
      ],
    };
  },
});

/** The open actions due between two days, both included: the earliest first, then plan and action. */
export function dueBetween(rows: readonly ActionRow[], from: Day, to: Day): ActionRow[] {
  return rows
    .filter(({ state }) => isDueBetween(state, from, to))
    .sort(
      (a, b) =>
        compareText(a.state.due ?? '', b.state.due ?? '') ||
        compareText(a.plan.id, b.plan.id) ||
        compareIds(a.action.id, b.action.id),
    );
}

function isDueBetween({ open, due }: State, from: Day, to: Day): boolean {
  return open && due !== null && from <= due && due <= to;
}

function daysLeft(row: ActionRow, asOf: Day): number {
  return row.state.due === null ? 0 : daysBetween(asOf, row.state.due);
}
