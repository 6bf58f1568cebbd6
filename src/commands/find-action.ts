import { UsageError } from '../host.ts';
import { type ActionInPlan, actionsOf } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { cleanText } from '../render/clean-text.ts';
import { unknownName } from './flags.ts';

/** The action that `PLAN/ACTION` names; the plan may be left out where only one has such an action. */
export function findAction(portfolio: Portfolio, name: string): ActionInPlan {
  const slash = name.lastIndexOf('/');
  const planId = slash < 0 ? undefined : name.slice(0, slash);
  const id = name.slice(slash + 1);
  const plans = portfolio.plans.filter((plan) => planId === undefined || plan.id === planId);
  if (plans.length === 0 && planId !== undefined) {
    throw unknownName(
      'plan',
      planId,
      portfolio.plans.map((plan) => plan.id),
    );
  }
  const all = plans.flatMap((plan) => [...actionsOf(plan)]);
  const found = all.filter(({ action }) => action.id === id);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1) {
    const names = found.map(({ plan, action }) => `${plan.id}/${action.id}`);
    const same = new Set(names).size < names.length;
    throw new UsageError(
      `${cleanText(name)} names ${found.length} actions`,
      same
        ? '`actionplan validate` shows ids that are given twice'
        : `name one of ${names.map(cleanText).join(', ')}`,
    );
  }
  throw unknownName(
    planId === undefined ? 'action' : `action of ${cleanText(planId)}`,
    id,
    all.map(({ action }) => action.id),
  );
}
