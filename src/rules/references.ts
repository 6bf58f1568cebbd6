import type { Place } from '../model/diagnostic.ts';
import { type ActionInPlan, actionsOf, type Plan } from '../model/plan.ts';
import { everyPlan, type Portfolio } from '../model/portfolio.ts';
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

/** The plans of a portfolio by their ids, which several may have by mistake. */
function plansById(portfolio: Portfolio): (id: string) => readonly Plan[] {
  let byId: Map<string, Plan[]> | undefined;
  return (id) => {
    if (!byId) {
      byId = new Map();
      for (const plan of everyPlan(portfolio)) {
        const same = byId.get(plan.id);
        if (same) same.push(plan);
        else byId.set(plan.id, [plan]);
      }
    }
    return byId.get(id) ?? [];
  };
}

/** Finds actions by `plan/id`, in the plans asked about and in their context. */
export type ActionIndex = (name: string) => ActionInPlan | undefined;

/** Made plan by plan as plans are referred to, since few are. */
export function actionIndex(portfolio: Portfolio): ActionIndex {
  const plans = plansById(portfolio);
  const known = new Map<string, Map<string, ActionInPlan>>();
  return (name) => {
    const [plan, id] = halves(name);
    let actions = known.get(plan);
    if (!actions) {
      actions = new Map();
      for (const one of plans(plan).flatMap((each) => [...actionsOf(each)])) {
        if (!actions.has(one.action.id)) actions.set(one.action.id, one);
      }
      known.set(plan, actions);
    }
    return actions.get(id);
  };
}

/** The plan and the id of `plan/id`. */
function halves(name: string): [string, string] {
  const slash = name.indexOf('/');
  return [name.slice(0, slash), name.slice(slash + 1)];
}

/** The action a reference made in a plan points at. */
export function resolveAction(
  index: ActionIndex,
  plan: Plan,
  reference: string,
): ActionInPlan | undefined {
  return index(reference.includes('/') ? reference : `${plan.id}/${reference}`);
}

/** The names a reference may use. */
export interface Names {
  has(name: string): boolean;
  /** The one most likely meant: in the plan itself, or in the plan named before the slash. */
  near(name: string): string | undefined;
}

/** The names a reference of a kind may use in a plan: short ones of its own, long ones of all. */
export function knownNames(portfolio: Portfolio): (plan: Plan, kind: ReferenceKind) => Names {
  const plans = plansById(portfolio);
  const expectations = new Set(
    portfolio.standards.flatMap((one) => expectationsOf(one).map(({ id }) => `${one.id}/${id}`)),
  );
  const own: Readonly<Record<ReferenceKind, (plan: Plan) => string[]>> = {
    expectation: () => [],
    action: actionIds,
    item: itemIds,
  };
  const sets = new Map<string, ReadonlySet<string>>();
  const setOf = (key: string, ids: () => string[]): ReadonlySet<string> => {
    const set = sets.get(key) ?? new Set(ids());
    sets.set(key, set);
    return set;
  };
  const hasShared = (kind: ReferenceKind, name: string): boolean => {
    if (kind === 'expectation') return expectations.has(name);
    if (!name.includes('/')) return false;
    const [plan, id] = halves(name);
    return setOf(`all ${kind} ${plan}`, () => plans(plan).flatMap(own[kind])).has(id);
  };
  const expectationsOfSet = (id: string) =>
    portfolio.standards
      .filter((one) => one.id === id)
      .flatMap((one) => expectationsOf(one).map((expectation) => expectation.id));
  // In one order, whichever files were asked about: of two as near, the first is suggested.
  const containers = (kind: ReferenceKind): ReadonlySet<string> =>
    kind === 'expectation'
      ? setOf('sets', () => portfolio.standards.map(({ id }) => id).sort())
      : setOf('plans', () =>
          everyPlan(portfolio)
            .map(({ id }) => id)
            .sort(),
        );
  return (plan, kind) => {
    const names = setOf(`own ${kind} ${plan.file}`, () => own[kind](plan));
    return {
      has: (name) => names.has(name) || hasShared(kind, name),
      near: (name) => {
        const slash = name.indexOf('/');
        if (slash < 0) return suggest(name, kind === 'expectation' ? expectations : names);
        const first = name.slice(0, slash);
        const set = containers(kind).has(first) ? first : suggest(first, containers(kind));
        if (set === undefined) return undefined;
        const ids = kind === 'expectation' ? expectationsOfSet(set) : plans(set).flatMap(own[kind]);
        const id = suggest(name.slice(slash + 1), ids);
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
