import { counted } from '../model/words.ts';
import {
  ACTION_COLUMNS,
  type ActionRow,
  actionJson,
  actionLabel,
  actionRows,
  byDays,
  endlessNote,
  leftOut,
  onDay,
  ownersLabel,
  severalPlans,
  statusCell,
  targetLabel,
} from './action-row.ts';
import { defineReport, tableOf } from './report.ts';

/** Open actions past their target on the day, longest first. */
export const overdue = defineReport({
  id: 'overdue',
  answers: 'open actions past their target, longest first',
  columns: ACTION_COLUMNS,
  example: 'plans --as-of 2023-05-01 --fail-if-any',
  takes: { failIfAny: true },
  answer(portfolio, question) {
    const all = actionRows(portfolio, question);
    const rows = all
      .filter((row) => row.state.overdue)
      .sort(byDays((row) => row.state.daysOverdue));
    const open = all.filter((row) => row.state.open);
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
      summary: `${counted(rows.length, 'action')} overdue of ${counted(open.length, 'open action')}, the longest by ${counted(longest, 'day')}.`,
      rows: rows.map((row) => actionJson(row, question)),
      totals: { actions: rows.length, longest },
      notes: [...leftOut(portfolio, question), ...endlessNote(all)],
    };
  },
});
