import { counted } from '../model/words.ts';
import {
  ACTION_COLUMNS,
  type ActionRow,
  actionJson,
  actionLabel,
  byDays,
  endlessWords,
  leftOut,
  onDay,
  ownersLabel,
  severalPlans,
  statusCell,
  targetLabel,
} from './action-row.ts';
import { defineReport, type Shows, tableOf } from './report.ts';
import { shownRows } from './spare.ts';

const isOverdue: Shows = ({ state }) => state.overdue;

/** Open actions past their target on the day, longest first. */
export const overdue = defineReport({
  id: 'overdue',
  answers: 'open actions past their target, longest first',
  columns: ACTION_COLUMNS,
  example: 'plans --as-of 2023-05-01 --fail-if-any',
  takes: { failIfAny: true },
  shows: isOverdue,
  answer(portfolio, question) {
    const { rows, counts } = shownRows(portfolio, question, isOverdue);
    rows.sort(byDays((row) => row.state.daysOverdue));
    const longest = rows[0]?.state.daysOverdue ?? 0;
    const many = severalPlans(portfolio, question);
    return {
      title: `Overdue actions ${onDay(question.asOf)}`,
      sections: [
        tableOf<ActionRow>(rows, [
          { heading: 'Action', whole: true, cell: (row) => actionLabel(row, many) },
          { heading: 'What', cell: (row) => row.action.action },
          { heading: 'Owner', cell: ownersLabel },
          { heading: 'Target', cell: targetLabel },
          { heading: 'Days', align: 'right', cell: (row) => String(row.state.daysOverdue) },
          { heading: 'Status', cell: statusCell },
          { heading: 'Last update', cell: (row) => row.state.lastUpdate?.written ?? 'never' },
        ]),
      ],
      empty: `No action is overdue ${onDay(question.asOf)}.`,
      summary: `${counted(rows.length, 'action')} overdue of ${counted(counts.open, 'open action')}, the longest by ${counted(longest, 'day')}.`,
      rows: rows.map((row) => actionJson(row, question)),
      totals: { actions: rows.length, longest },
      notes: [...leftOut(portfolio, question), ...endlessWords(counts.endless)],
    };
  },
});
