import type { Day } from '../../model/day.ts';
import type { Completion } from '../../model/state.ts';
import { counted } from '../../model/words.ts';
import { type ActionRow, statusWords } from '../../reports/action-row.ts';
import { shortMonth } from './time-scale.ts';

/** Where an action stands along the months. */
export interface TimelineRow {
  readonly label: string;
  readonly words: string;
  readonly raised: Day;
  /** The last day first promised, where it is another than now. */
  readonly first: Day | null;
  readonly due: Day | null;
  readonly done: Day | null;
  /** From the last day to the day of the report or of completion. */
  readonly late: readonly [from: Day, to: Day] | null;
  /** What is overdue, open or moved tells more than what is done. */
  readonly weight: number;
}

/** An action as a row; undefined where nothing of it has a day. */
export function timelineRow(row: ActionRow, day: Day): TimelineRow | undefined {
  const { action, state } = row;
  const { completion, due, overdue } = state;
  const firstDue = action.target?.due ?? null;
  const owed = completion?.target?.due ?? null;
  const doneDay = completion ? earlier(completion.done.day, day) : null;
  if (due === null && firstDue === null && doneDay === null) return undefined;
  const late: TimelineRow['late'] =
    overdue && due !== null
      ? [due, day]
      : owed !== null && doneDay !== null && owed < doneDay
        ? [owed, doneDay]
        : null;
  return {
    label: action.id,
    words: wordsOf(row),
    raised: action.raised.day,
    first: firstDue !== due ? firstDue : null,
    due,
    done: doneDay,
    late,
    weight: (overdue ? 4 : 0) + (state.open ? 2 : 0) + (state.moves.length > 0 ? 1 : 0),
  };
}

/** "31 days overdue; moved by 92 days" */
function wordsOf({ state }: ActionRow): string {
  const { completion, due, daysOverdue, moves, open, slippage } = state;
  const position = completion
    ? doneInWords(completion)
    : !open
      ? statusWords(state.status)
      : due === null
        ? 'no last day'
        : daysOverdue > 0
          ? `${counted(daysOverdue, 'day')} overdue`
          : `due ${shortDate(due)}`;
  if (moves.length === 0) return position;
  if (slippage === null) return `${position}; moved`;
  if (slippage === 0) return `${position}; moved and back`;
  const days = counted(Math.abs(slippage), 'day');
  return slippage > 0 ? `${position}; moved ${days}` : `${position}; ${days} sooner`;
}

function doneInWords({ done, daysLate }: Completion): string {
  const words = `done ${shortDate(done.written)}`;
  return daysLate !== null && daysLate > 0 ? `${words}, ${counted(daysLate, 'day')} late` : words;
}

/** "27 Mar 2023", or as much as is known: "Mar 2023", "2023". */
function shortDate(written: string): string {
  const [year = '', month, day] = written.split('-');
  if (month === undefined) return year;
  return day === undefined ? shortMonth(written) : `${Number(day)} ${shortMonth(written)}`;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
