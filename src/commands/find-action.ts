import { UsageError } from '../host.ts';
import { type ActionInPlan, actionsOf, type Plan, type Recommendation } from '../model/plan.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Loaded } from '../source/load.ts';
import { planNamed } from './find-plan.ts';
import { unknownName } from './flags.ts';

/** The parts of `PLAN/ID`; the plan is undefined where there is only an id. No id has a slash in it. */
export function partsOfName(name: string): { planId: string | undefined; id: string } {
  const slash = name.lastIndexOf('/');
  return { planId: slash < 0 ? undefined : name.slice(0, slash), id: name.slice(slash + 1) };
}

/** The action that `PLAN/ACTION` names; the plan may be left out where only one has such an action. */
export function findAction(loaded: Loaded, name: string): ActionInPlan {
  const { planId, id } = partsOfName(name);
  const plans = loaded.portfolio.plans.filter((plan) => planId === undefined || plan.id === planId);
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
  if (planId !== undefined) throw unknownAction(planNamed(loaded, planId), id);
  throw unknownId(
    'action',
    id,
    all.map(({ action }) => action.id),
  );
}

/** The error for an id that there is none of; a number is never a slip of another. */
export function unknownId(
  what: string,
  id: string,
  known: readonly string[],
  otherwise?: string,
): UsageError {
  const numbers = /[\d.]+$/.exec(id)?.[0] ?? '';
  const like = known.filter((one) => (/[\d.]+$/.exec(one)?.[0] ?? '') === numbers);
  return unknownName(what, id, like, otherwise);
}

/** The error for an id that no action of a plan has: it may be that of a recommendation. */
export function unknownAction(plan: Plan, id: string): UsageError {
  const recommendation = plan.recommendations.find((one) => one.id === id);
  const idsIn = ({ actions }: Recommendation) => actions.map((one) => cleanText(one.id)).join(', ');
  if (recommendation && recommendation.actions.length > 0) {
    const ids = idsIn(recommendation);
    return new UsageError(
      `${cleanText(plan.id)}/${cleanText(id)} is a ${cleanText(plan.item)}, and no action`,
      `its actions: ${ids}`,
    );
  }
  const above = plan.recommendations.find((one) => id.startsWith(`${one.id}.`));
  return unknownId(
    'action',
    `${plan.id}/${id}`,
    [...actionsOf(plan)].map(({ action }) => `${plan.id}/${action.id}`),
    above && above.actions.length > 0
      ? `the actions of ${cleanText(plan.item)} ${cleanText(above.id)}: ${idsIn(above)}`
      : undefined,
  );
}
