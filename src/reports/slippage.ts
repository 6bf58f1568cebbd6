import { dayInWords, daysBetween } from '../model/day.ts';
import type { Move } from '../model/state.ts';
import type { Target } from '../model/target.ts';
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
  statusCell,
  targetLabel,
} from './action-row.ts';
import { type Cell, defineReport, type Shows, tableOf } from './report.ts';
import { shownRows } from './spare.ts';

const hasMoved: Shows = ({ state }) => state.moves.length > 0;

/** Actions whose target has moved by the day: how far from the first one, how often and why. */
export const slippage = defineReport({
  id: 'slippage',
  answers: 'actions whose target moved: first and current target, days, moves, reasons',
  columns: [...ACTION_COLUMNS, 'moves', 'slippage'],
  example: 'plans --as-of 2023-05-01',
  takes: { failIfAny: true },
  shows: hasMoved,
  answer(portfolio, question) {
    const { rows, counts } = shownRows(portfolio, question, hasMoved);
    rows.sort(byDays((row) => row.state.slippage ?? Number.NEGATIVE_INFINITY));
    const moves = rows.reduce((sum, row) => sum + row.state.moves.length, 0);
    const later = rows.filter((row) => (row.state.slippage ?? 0) > 0);
    const undated = rows.filter((row) => row.state.slippage === null).length;
    const longest = later[0]?.state.slippage ?? 0;
    const days = later.reduce((sum, row) => sum + (row.state.slippage ?? 0), 0);
    const many = severalPlans(portfolio, question);
    return {
      title: `Targets moved by ${dayInWords(question.asOf)}`,
      sections: [
        tableOf<ActionRow>(rows, [
          { heading: 'Action', whole: true, cell: (row) => actionLabel(row, many) },
          { heading: 'What', cell: (row) => row.action.action },
          { heading: 'Owner', cell: ownersLabel },
          { heading: 'First target', cell: ({ action }) => written(action.target) },
          { heading: 'Target', cell: targetLabel },
          { heading: 'Days', align: 'right', cell: slippageCell },
          { heading: 'Moves', align: 'right', cell: (row) => String(row.state.moves.length) },
          { heading: 'Reasons', cell: reasons },
          { heading: 'Status', cell: statusCell },
        ]),
      ],
      empty: `No target had moved by ${dayInWords(question.asOf)}.`,
      summary: `${counted(rows.length, 'action')} of ${counts.actions} moved ${counted(moves, 'time')}: ${later.length} later than first promised, the longest by ${counted(longest, 'day')}.`,
      rows: rows.map((row) => ({
        ...actionJson(row, question),
        moves: row.state.moves.map((move) => ({
          date: move.entry.date.day,
          from: move.from.written,
          to: move.to.written,
          reason: move.entry.text,
        })),
        slippage: row.state.slippage,
      })),
      totals: { actions: rows.length, moves, later: later.length, longest, days },
      notes: [
        ...leftOut(portfolio, question),
        ...(undated > 0
          ? [
              `${counted(undated, 'action')} moved from or to a target without a last day: there are no days to count`,
            ]
          : []),
      ],
    };
  },
});

function written(target: Target | undefined): string {
  return target?.written ?? 'none';
}

function slippageCell({ state: { slippage } }: ActionRow): Cell {
  if (slippage === null) return { text: 'no last day' };
  return slippage > 0 ? { text: `+${slippage}`, tone: 'red' } : { text: String(slippage) };
}

function reasons({ state: { moves } }: ActionRow): string {
  const [only] = moves;
  if (only && moves.length === 1) return only.entry.text;
  return moves
    .map((move) => `${move.entry.date.written}, to ${move.to.written}: ${move.entry.text}`)
    .join(' | ');
}

/** Days by which a move puts a target off; null where either has no last day. */
export function daysOf({ from, to }: Move): number | null {
  if (from.due === null || to.due === null) return null;
  return daysBetween(from.due, to.due);
}
