import type { Day } from '../model/day.ts';
import { type Action, actionsOf, type Plan } from '../model/plan.ts';
import { statusOn } from '../model/state.ts';

/**
 * The actions whose wording matters on a day: all but those superseded or withdrawn, which nobody
 * will do any more and whose words are kept as they were.
 */
export function wordedActions(plan: Plan, day: Day): readonly Action[] {
  // Several rules ask, one after the other.
  if (last?.plan === plan && last.day === day) return last.actions;
  const actions = actionsOf(plan)
    .map(({ action }) => action)
    .filter((action) => {
      const status = statusOn(action, day);
      return status !== 'superseded' && status !== 'withdrawn';
    });
  last = { plan, day, actions };
  return actions;
}

let last: { plan: Plan; day: Day; actions: readonly Action[] } | undefined;
