import { type Day, dayInWords } from '../../model/day.ts';
import type { Plan } from '../../model/plan.ts';
import { counted } from '../../model/words.ts';
import { type ActionRow, actionRows, statusWords } from '../../reports/action-row.ts';
import type { Chart } from './chart.ts';
import { pictureOf } from './picture.ts';
import { idOf, isOrAre, questionOf } from './question.ts';
import { drawTimeline } from './timeline-drawing.ts';
import { type TimelineRow, timelineRow } from './timeline-row.ts';

/** More rows than this are a list, which the table is. */
const MOST = 120;

/**
 * The targets of a plan's actions along the months: where each was first and is now, and what is done or
 * overdue. Null where no action has a last day or is done.
 */
export function timeline(plan: Plan, day: Day): Chart | null {
  const scope = { name: plan.id };
  const portfolio = {
    plans: [plan],
    context: [],
    owners: undefined,
    standards: [],
    financialYear: { month: 4, date: 1 },
  };
  const actions = actionRows(portfolio, questionOf(day, scope));
  const rows = actions.flatMap((row) => timelineRow(row, day) ?? []);
  if (rows.length === 0) return null;
  const shown = mostTelling(rows);
  const counts = {
    overdue: actions.filter(({ state }) => state.overdue).length,
    done: actions.filter(({ state }) => state.completion !== null).length,
    moved: actions.filter(({ state }) => state.moves.length > 0).length,
    later: actions.filter(({ state }) => (state.slippage ?? 0) > 0).length,
    absent: actions.length - rows.length,
    left: rows.length - shown.length,
  };
  const title = `Timeline of targets: ${plan.id}`;
  const id = idOf('timeline', scope);
  const below = [
    ...(counts.absent > 0
      ? [
          `${counted(counts.absent, 'action')} without a last day ${isOrAre(counts.absent)} not drawn: the table has ${counts.absent === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(counts.left > 0
      ? [
          `${counts.left} more ${isOrAre(counts.left)} in the table only: what is overdue, open or moved is drawn first.`,
        ]
      : []),
  ];
  const description = [
    `On ${dayInWords(day)}, ${counts.done} of ${counted(actions.length, 'action')} ${isOrAre(counts.done)} done and ${counts.overdue} ${isOrAre(counts.overdue)} overdue. ${movedInWords(counts)}`,
    ...below,
  ].join(' ');
  return {
    id,
    title,
    description,
    svg: pictureOf({ id, title, description }, (layout) =>
      drawTimeline({ rows: shown, day, below }, layout),
    ),
    table: {
      headings: [
        'Action',
        'Status',
        'First target',
        'Target',
        'Last day',
        'Days moved',
        'Completed',
        'Days overdue',
      ],
      rows: actions.map(figures),
    },
  };
}

function movedInWords({ moved, later }: { moved: number; later: number }): string {
  if (moved === 0) return 'No target has moved.';
  return `${counted(moved, 'target')} ${moved === 1 ? 'has' : 'have'} moved, ${later} to a later day.`;
}

/** The rows there is room for, in the order of the plan. */
function mostTelling(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  if (rows.length <= MOST) return rows;
  const chosen = new Set([...rows].sort((a, b) => b.weight - a.weight).slice(0, MOST));
  return rows.filter((row) => chosen.has(row));
}

function figures({ action, state }: ActionRow): string[] {
  return [
    action.id,
    statusWords(state.status),
    action.target?.written ?? 'none',
    state.target?.written ?? 'none',
    state.due ?? 'none',
    state.moves.length === 0 ? '0' : (state.slippage?.toString() ?? 'no last day'),
    state.completion?.done.written ?? '',
    String(state.daysOverdue),
  ];
}
