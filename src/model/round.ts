import { addDays, type Day } from './day.ts';
import type { Action, Plan, Round } from './plan.ts';
import { isOpen, statusOn } from './state.ts';

/**
 * Whether an action was open when an update round began and has no entry in the round. What was
 * raised in the round itself, or closed before it, needs none.
 */
export function isMissingFrom(round: Round, action: Action): boolean {
  const { first, day } = round.date;
  const status = statusOn(action, addDays(first, -1));
  if (status === null || !isOpen(status)) return false;
  return !action.progress.some(({ date }) => date.first <= day && date.day >= first);
}

/** The last round that had taken place by a day. */
export function latestRound(plan: Plan, day: Day): Round | undefined {
  return plan.rounds
    .filter((round) => round.date.day <= day)
    .reduce<Round | undefined>(
      (latest, round) => (latest && latest.date.day > round.date.day ? latest : round),
      undefined,
    );
}
