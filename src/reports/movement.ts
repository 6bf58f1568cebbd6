import { addDays, type Day } from '../model/day.ts';
import type { Action } from '../model/plan.ts';
import type { Status } from '../model/plan-file.ts';
import { existsOn, type Move, type State, stateOn } from '../model/state.ts';
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
  for (const { before, after } of stepsIn(action, { from, to })) {
    parts.push(...stepParts(before, after));
  }
  if (closing?.open) parts.push('closing');
  if (closing?.overdue && !opening?.overdue) parts.push('newlyOverdue');
  const moved = closing ? movesIn(action, closing, { from, to }).length : 0;
  return [...parts, ...Array<MovementPart>(moved).fill('targetsMoved')];
}

/** How often a part happened to one action. */
export function timesIn(parts: readonly MovementPart[], part: MovementPart): number {
  return parts.filter((one) => one === part).length;
}

/**
 * The moves of a target in a period, of an action that stands so on its last day. What a log says of
 * days before its action was taken on counts on the day it was.
 */
export function movesIn({ since }: Action, { moves }: State, { from, to }: Period): Move[] {
  return moves.filter(({ entry }) => {
    const day = entry.date.day < since ? since : entry.date.day;
    return from <= day && day <= to;
  });
}

/** A closed action that was closed in another way. */
export interface Reclosing {
  readonly from: Status;
  readonly to: Status;
}

/**
 * How an action that was closed was closed otherwise in a period: superseded first, and then said to be
 * complete. It was not open before, so that it is no part of the movement.
 */
export function reclosingsOf(action: Action, period: Period): Reclosing[] {
  return stepsIn(action, period).flatMap(({ before, after }) =>
    before && after && !before.open && !after.open && before.status !== after.status
      ? [{ from: before.status, to: after.status }]
      : [],
  );
}

/** Where an action stood before each day of a period on which it can have changed, and after it. */
function stepsIn(
  action: Action,
  { from, to }: Period,
): { before: State | null; after: State | null }[] {
  let before = stateOn(action, addDays(from, -1));
  return daysOfChange(action, from, to).map((day) => {
    const step = { before, after: stateOn(action, day) };
    before = step.after;
    return step;
  });
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
