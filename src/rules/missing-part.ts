import type { Day } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Finding } from './rule.ts';
import { wordedActions } from './worded-actions.ts';

/** Where so many actions leave a part out, it is the plan's habit and not a slip in one of them. */
const HABIT = 5;

/**
 * Actions that leave out a part of SMART that is only advised. Where most of a plan's actions do,
 * that is said once of the plan, with their number: the same remark under each would hide the rest.
 */
export function* missingPart(
  plan: Plan,
  day: Day,
  part: 'achievable' | 'realistic',
  help: string,
): Generator<Finding> {
  const actions = wordedActions(plan, day);
  const without = actions.filter((action) => action[part] === undefined);
  if (without.length >= HABIT && without.length * 2 > actions.length) {
    const given = actions.length - without.length;
    yield {
      at: { ...plan.at('recommendations'), part: 'key' },
      message: `${given === 0 ? 'none' : given} of the plan's ${actions.length} actions ${given > 1 ? 'say' : 'says'} what makes it ${part}`,
      help,
    };
    return;
  }
  for (const action of without) {
    yield {
      at: action.at(part),
      message: `action ${action.id} does not say what makes it ${part}`,
      help,
    };
  }
}
