import type { PlanDate } from './date.ts';
import { type Day, daysBetween } from './day.ts';
import type { Action, Entry } from './plan.ts';
import type { Status } from './plan-file.ts';
import type { Target } from './target.ts';

/** Red, amber, green, as the HSAB key defines them; null for superseded and withdrawn. */
export type Rag = 'red' | 'amber' | 'green' | null;

/** One move of a target, with the entry that made it. A first target that is given late moves none. */
export interface Move {
  readonly entry: Entry;
  readonly from: Target;
  readonly to: Target;
}

/** When an action was done. */
export interface Completion {
  readonly entry: Entry;
  /** The day it was done: the entry's `completed`, else its date. */
  readonly done: PlanDate;
  /** Whether the log gives that day. Else the action was done by it, perhaps long before. */
  readonly dayKnown: boolean;
  /** The target that held on the day it was done. */
  readonly target: Target | undefined;
  /** Days after the due day; 0 or less is on time, null where there was no due day. */
  readonly daysLate: number | null;
}

/** Where an action stands on a day. Everything here is worked out from its log. */
export interface State {
  readonly status: Status;
  readonly open: boolean;
  /** The target that holds on the day. */
  readonly target: Target | undefined;
  /** The last day of that target. */
  readonly due: Day | null;
  readonly overdue: boolean;
  /** Days since the due day; 0 when not overdue. */
  readonly daysOverdue: number;
  readonly rag: Rag;
  readonly moves: readonly Move[];
  /** Days between the first due day and the current one; null unless both have one. */
  readonly slippage: number | null;
  /** The date of the last entry, whatever it says. */
  readonly lastUpdate: PlanDate | null;
  /** Set when the status is complete. */
  readonly completion: Completion | null;
}

/** Whether work is still owed: not started, in progress or paused. */
export function isOpen(status: Status): boolean {
  return status === 'not-started' || status === 'in-progress' || status === 'paused';
}

/** Whether the action has been taken on by this day, in a plan that was there. */
export function existsOn(action: Action, day: Day): boolean {
  return action.since <= day;
}

/** The entries dated on or before the day, oldest first; the order of the file within one day. */
export function entriesUntil(action: Action, day: Day): readonly Entry[] {
  const { progress } = action;
  // So are most logs most of the time.
  if (isInOrderUntil(progress, day)) return progress;
  return progress
    .filter((entry) => entry.date.day <= day)
    .sort((a, b) => (a.date.day < b.date.day ? -1 : a.date.day > b.date.day ? 1 : 0));
}

function isInOrderUntil(progress: readonly Entry[], day: Day): boolean {
  let before = '';
  for (const { date } of progress) {
    if (date.day < before || date.day > day) return false;
    before = date.day;
  }
  return true;
}

/** The status on a day, without the rest of the state; null if it had not been raised by then. */
export function statusOn(action: Action, day: Day): Status | null {
  if (!existsOn(action, day)) return null;
  let status: Status = 'not-started';
  for (const entry of entriesUntil(action, day)) status = entry.status ?? status;
  return status;
}

/**
 * The state of an action on a day, as a fold of its log; null if it had not been raised by then.
 * The due day itself is not overdue.
 */
export function stateOn(action: Action, day: Day): State | null {
  if (!existsOn(action, day)) return null;
  const entries = entriesUntil(action, day);
  let status: Status = 'not-started';
  let target = action.target;
  /** The entries that say complete since it last became so. */
  let completing: Entry[] = [];
  const moves: Move[] = [];
  for (const entry of entries) {
    if (entry.target) {
      if (target && entry.target.written !== target.written) {
        moves.push({ entry, from: target, to: entry.target });
      }
      target = entry.target;
    }
    if (entry.status === undefined) continue;
    // A second "complete" only repeats the first: the action was done when it first became so.
    if (entry.status !== 'complete') completing = [];
    else completing.push(entry);
    status = entry.status;
  }
  const due = target?.due ?? null;
  const open = isOpen(status);
  const daysOverdue = open && due !== null ? Math.max(0, daysBetween(due, day)) : 0;
  const firstDue = action.target?.due ?? null;
  return {
    status,
    open,
    target,
    due,
    overdue: daysOverdue > 0,
    daysOverdue,
    rag: ragOf(status, daysOverdue > 0),
    moves,
    slippage: due !== null && firstDue !== null ? daysBetween(firstDue, due) : null,
    lastUpdate: entries.at(-1)?.date ?? null,
    completion: completionOf(action, completing),
  };
}

/** RAG by the HSAB key: green complete; amber in progress and within target; red not complete. */
function ragOf(status: Status, overdue: boolean): Rag {
  if (status === 'superseded' || status === 'withdrawn') return null;
  if (status === 'complete') return 'green';
  return status === 'in-progress' && !overdue ? 'amber' : 'red';
}

/** Where several entries say complete, the last that knows the day it was done is believed. */
function completionOf(action: Action, completing: readonly Entry[]): Completion | null {
  const [entry] = completing;
  if (!entry) return null;
  const known = completing.findLast(({ completed }) => completed)?.completed;
  const done = known ?? entry.date;
  const target = targetOn(action, done.day);
  const due = target?.due ?? null;
  return {
    entry,
    done,
    dayKnown: known !== undefined,
    target,
    daysLate: due === null ? null : daysBetween(due, done.day),
  };
}

/** The target that held on a day: that of the last entry by then that gives one, else the first. */
export function targetOn(action: Action, day: Day): Target | undefined {
  return entriesUntil(action, day).findLast((entry) => entry.target)?.target ?? action.target;
}
