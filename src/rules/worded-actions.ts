import type { Day } from '../model/day.ts';
import { type Action, actionsOf, type Plan } from '../model/plan.ts';
import { statusOn } from '../model/state.ts';
import { readWording } from '../model/wording/read-wording.ts';
import type { Wording } from '../model/wording/wording.ts';

/** An action with what its words say. */
interface Worded {
  readonly action: Action;
  readonly wording: Wording;
}

/**
 * The actions whose wording matters on a day: all but those superseded or withdrawn, which nobody
 * will do any more and whose words are kept as they were.
 */
export function wordedActions(plan: Plan, day: Day): readonly Action[] {
  return askedAbout(plan, day).actions;
}

/** The same actions with what their words say, read once however many rules ask. */
export function wordingsIn(plan: Plan, day: Day): readonly Worded[] {
  const asked = askedAbout(plan, day);
  asked.worded ??= asked.actions.map((action) => ({ action, wording: readWording(action.action) }));
  return asked.worded;
}

/**
 * What was last asked about: several rules ask, one after the other. Of one plan alone, since a
 * wording is larger than its action and would be in the way of all that comes after.
 */
interface Asked {
  readonly plan: Plan;
  readonly day: Day;
  readonly actions: readonly Action[];
  worded?: readonly Worded[];
}

let last: Asked | undefined;

function askedAbout(plan: Plan, day: Day): Asked {
  if (last?.plan === plan && last.day === day) return last;
  const actions = actionsOf(plan)
    .map(({ action }) => action)
    .filter((action) => {
      const status = statusOn(action, day);
      return status !== 'superseded' && status !== 'withdrawn';
    });
  last = { plan, day, actions };
  return last;
}
