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

export const MOVEMENT_PARTS = [
  'opening',
  'raised',
  'reopened',
  'completed',
  'superseded',
  'withdrawn',
  'closing',
  'newlyOverdue',
  'targetsMoved',
] as const satisfies readonly (keyof Movement)[];

export type MovementPart = (typeof MOVEMENT_PARTS)[number];

/** The movement of some actions, each judged by where it stood at the end of each day. */
export function movementOf(actions: readonly Action[], period: Period): Movement {
  const parts = actions.flatMap((action) => partsOf(action, period));
  return Object.fromEntries(
    MOVEMENT_PARTS.map((part) => [part, parts.filter((one) => one === part).length]),
  ) as unknown as Movement;
}

/** What one action adds one to; a part comes as often as it happened. */
export function partsOf(action: Action, { from, to }: Period): MovementPart[] {
  const opening = stateOn(action, addDays(from, -1));
  const closing = stateOn(action, to);
  const parts: MovementPart[] = [];
  if (opening?.open) parts.push('opening');
  let before = opening;
  for (const day of daysOfChange(action, from, to)) {
    const after = stateOn(action, day);
    parts.push(...stepParts(before, after));
    before = after;
  }
  if (closing?.open) parts.push('closing');
  if (closing?.overdue && !opening?.overdue) parts.push('newlyOverdue');
  const moved = (closing?.moves.length ?? 0) - (opening?.moves.length ?? 0);
  return [...parts, ...Array<MovementPart>(moved).fill('targetsMoved')];
}

/** An action raised and closed on one day counts as both. */
function stepParts(before: State | null, after: State | null): MovementPart[] {
  if (!after) return [];
  const parts: MovementPart[] = [];
  if (!before) parts.push('raised');
  const wasOpen = before === null || before.open;
  if (wasOpen && after.status === 'complete') parts.push('completed');
  if (wasOpen && after.status === 'superseded') parts.push('superseded');
  if (wasOpen && after.status === 'withdrawn') parts.push('withdrawn');
  if (!wasOpen && after.open) parts.push('reopened');
  return parts;
}

/** The days of a period on which an action can have changed. */
function daysOfChange(action: Action, from: Day, to: Day): Day[] {
  const days = [action.since, ...action.progress.map((entry) => entry.date.day)];
  return [...new Set(days)]
    .filter((day) => from <= day && day <= to && existsOn(action, day))
    .sort();
}

/** What each part of a month's movement is called. */
export const PART_WORDS: Readonly<Record<MovementPart, string>> = {
  opening: 'Open at start',
  raised: 'Raised',
  reopened: 'Reopened',
  completed: 'Completed',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  closing: 'Open at end',
  newlyOverdue: 'Newly overdue',
  targetsMoved: 'Targets moved',
};
