import { addDays, type Day } from '../model/day.ts';
import type { Action } from '../model/plan.ts';
import { existsOn, type State, stateOn } from '../model/state.ts';
import type { Period } from './report.ts';

/**
 * How the open actions changed over a period. It balances:
 * opening + raised + reopened − completed − superseded − withdrawn = closing.
 */
export interface Movement {
  readonly opening: number;
  readonly raised: number;
  readonly reopened: number;
  readonly completed: number;
  readonly superseded: number;
  readonly withdrawn: number;
  readonly closing: number;
  /** Overdue on the period's last day, not on the day before it began. */
  readonly newlyOverdue: number;
  readonly targetsMoved: number;
}

type Counts = { -readonly [Key in keyof Movement]: number };

/** The movement of some actions, each judged by where it stood at the end of each day. */
export function movementOf(actions: readonly Action[], period: Period): Movement {
  const counts: Counts = {
    opening: 0,
    raised: 0,
    reopened: 0,
    completed: 0,
    superseded: 0,
    withdrawn: 0,
    closing: 0,
    newlyOverdue: 0,
    targetsMoved: 0,
  };
  for (const action of actions) addMovement(counts, action, period);
  return counts;
}

function addMovement(counts: Counts, action: Action, { from, to }: Period): void {
  const opening = stateOn(action, addDays(from, -1));
  const closing = stateOn(action, to);
  if (opening?.open) counts.opening += 1;
  if (closing?.open) counts.closing += 1;
  if (closing?.overdue && !opening?.overdue) counts.newlyOverdue += 1;
  counts.targetsMoved += (closing?.moves.length ?? 0) - (opening?.moves.length ?? 0);
  let before = opening;
  for (const day of daysOfChange(action, from, to)) {
    const after = stateOn(action, day);
    addStep(counts, before, after);
    before = after;
  }
}

/** An action raised and closed on one day counts as both. */
function addStep(counts: Counts, before: State | null, after: State | null): void {
  if (!after) return;
  if (!before) counts.raised += 1;
  const wasOpen = before === null || before.open;
  if (wasOpen && after.status === 'complete') counts.completed += 1;
  if (wasOpen && after.status === 'superseded') counts.superseded += 1;
  if (wasOpen && after.status === 'withdrawn') counts.withdrawn += 1;
  if (!wasOpen && after.open) counts.reopened += 1;
}

/** The days of a period on which an action can have changed. */
function daysOfChange(action: Action, from: Day, to: Day): Day[] {
  const days = [action.raised.day, ...action.progress.map((entry) => entry.date.day)];
  return [...new Set(days)]
    .filter((day) => from <= day && day <= to && existsOn(action, day))
    .sort();
}
