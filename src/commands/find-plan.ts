import type { Plan } from '../model/plan.ts';
import { unknownName } from './flags.ts';

/** The plan of an id; an error with the nearest one where there is none. */
export function planNamed(plans: readonly Plan[], id: string): Plan {
  const plan = plans.find((one) => one.id === id);
  if (plan) return plan;
  throw unknownName(
    'plan',
    id,
    plans.map((one) => one.id),
  );
}
