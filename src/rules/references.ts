import type { Place } from '../model/diagnostic.ts';
import { type ActionInPlan, actionsOf, type Plan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { expectationsOf } from '../model/standard.ts';
import { suggest } from '../model/suggest.ts';

/** What a reference must point at. */
export type ReferenceKind = 'item' | 'action' | 'expectation';

interface Reference {
  readonly at: Place;
  readonly text: string;
  readonly kind: ReferenceKind;
}

/** Every reference a plan makes. */
export function* referencesOf(plan: Plan): Generator<Reference> {
  for (const recommendation of plan.recommendations) {
    yield* listed(recommendation, 'see', recommendation.see, 'item');
    yield* listed(recommendation, 'standards', recommendation.standards, 'expectation');
    for (const action of recommendation.actions) {
      yield* listed(action, 'depends-on', action.dependsOn, 'action');
      yield* listed(action, 'see', action.see, 'item');
      yield* listed(action, 'standards', action.standards, 'expectation');
      for (const entry of action.progress) yield* listed(entry, 'see', entry.see, 'item');
    }
  }
}

function* listed(
  owner: { at(...keys: (string | number)[]): Place },
  field: string,
  texts: readonly string[],
  kind: ReferenceKind,
): Generator<Reference> {
  for (const [index, text] of texts.entries()) yield { at: owner.at(field, index), text, kind };
}

/** Every action by `plan/id`, in the plans asked about and in their context. */
export function actionIndex(portfolio: Portfolio): ReadonlyMap<string, ActionInPlan> {
  const index = new Map<string, ActionInPlan>();
  for (const plan of [...portfolio.plans, ...portfolio.context]) {
    for (const one of actionsOf(plan)) {
      const name = `${plan.id}/${one.action.id}`;
      if (!index.has(name)) index.set(name, one);
    }
  }
  return index;
}

/** The action a reference made in a plan points at. */
export function resolveAction(
  index: ReadonlyMap<string, ActionInPlan>,
  plan: Plan,
  reference: string,
): ActionInPlan | undefined {
  return index.get(reference.includes('/') ? reference : `${plan.id}/${reference}`);
}

/** The names a reference may use. */
export interface Names {
  has(name: string): boolean;
  /** The one most likely meant: in the plan itself, or in the plan named before the slash. */
  near(name: string): string | undefined;
}

/** The names a reference of a kind may use in a plan: short ones of its own, long ones of all. */
export function knownNames(portfolio: Portfolio): (plan: Plan, kind: ReferenceKind) => Names {
  const plans = [...portfolio.plans, ...portfolio.context];
  const long = (idsOf: (plan: Plan) => string[]) =>
    new Set(plans.flatMap((plan) => idsOf(plan).map((id) => `${plan.id}/${id}`)));
  const shared: Readonly<Record<ReferenceKind, ReadonlySet<string>>> = {
    expectation: new Set(
      portfolio.standards.flatMap((one) => expectationsOf(one).map(({ id }) => `${one.id}/${id}`)),
    ),
    action: long(actionIds),
    item: long(itemIds),
  };
  const own: Readonly<Record<ReferenceKind, (plan: Plan) => string[]>> = {
    expectation: () => [],
    action: actionIds,
    item: itemIds,
  };
  // Plans, or sets of standards, with the ids in them: where a long name is looked for piece by piece.
  const inPlans = (idsOf: (plan: Plan) => string[]) =>
    new Map(plans.map((plan) => [plan.id, () => idsOf(plan)]));
  const containers: Readonly<Record<ReferenceKind, ReadonlyMap<string, () => string[]>>> = {
    expectation: new Map(
      portfolio.standards.map((one) => [one.id, () => expectationsOf(one).map(({ id }) => id)]),
    ),
    action: inPlans(actionIds),
    item: inPlans(itemIds),
  };
  const ofPlans = new Map<string, ReadonlySet<string>>();
  return (plan, kind) => {
    const key = `${kind} ${plan.file}`;
    const names = ofPlans.get(key) ?? new Set(own[kind](plan));
    ofPlans.set(key, names);
    return {
      has: (name) => names.has(name) || shared[kind].has(name),
      near: (name) => {
        const slash = name.indexOf('/');
        if (slash < 0) return suggest(name, names.size > 0 ? names : shared[kind]);
        const first = name.slice(0, slash);
        const set = containers[kind].has(first) ? first : suggest(first, containers[kind].keys());
        const ids = set === undefined ? undefined : containers[kind].get(set)?.();
        const id = ids && suggest(name.slice(slash + 1), ids);
        return id === undefined ? undefined : `${set}/${id}`;
      },
    };
  };
}

function actionIds(plan: Plan): string[] {
  return [...actionsOf(plan)].map(({ action }) => action.id);
}

function itemIds(plan: Plan): string[] {
  return [...plan.recommendations.map(({ id }) => id), ...actionIds(plan)];
}
