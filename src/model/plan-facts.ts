import { type Action, actionsOf, located, type Plan, type Recommendation } from './plan.ts';

/**
 * What is kept of a plan that was read, checked by itself and put away, so that thousands can be
 * checked without being held: its ids, and what tells whether rules that look across files need to
 * see it again.
 */
export interface PlanFacts {
  readonly id: string;
  /** A line for each recommendation: its id and those of its actions. */
  readonly ids: string;
  /** Its owners as written, each with the number of times. */
  readonly owners: readonly (readonly [string, number])[];
  /** The expectations it refers to. */
  readonly standards: readonly string[];
  /** Whether an id stands twice in it. */
  readonly doubled: boolean;
  /** Whether an action waits for another. */
  readonly depends: boolean;
  /** The other plans whose actions its own wait for. */
  readonly waitsFor: readonly string[];
  /** Whether it refers to an item that is not its own. */
  readonly refersOut: boolean;
}

export function factsOf(plan: Plan): PlanFacts {
  const actions = [...actionsOf(plan)].map(({ action }) => action);
  const recommendationIds = new Set(plan.recommendations.map(({ id }) => id));
  const actionIds = new Set(actions.map(({ id }) => id));
  const isOwn = (id: string) => recommendationIds.has(id) || actionIds.has(id);
  const see = [
    ...plan.recommendations.flatMap((one) => one.see),
    ...actions.flatMap((one) => [...one.see, ...one.progress.flatMap((entry) => entry.see)]),
  ];
  const dependsOn = actions.flatMap((one) => one.dependsOn);
  const owners = new Map<string, number>();
  for (const name of actions.flatMap((one) => one.owner)) {
    owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  return {
    id: plan.id,
    ids: plan.recommendations
      .map((one) => [one.id, ...one.actions.map(({ id }) => id)].join(' '))
      .join('\n'),
    owners: [...owners],
    standards: [
      ...new Set([
        ...plan.recommendations.flatMap((one) => one.standards),
        ...actions.flatMap((one) => one.standards),
      ]),
    ],
    doubled:
      recommendationIds.size < plan.recommendations.length || actionIds.size < actions.length,
    depends: dependsOn.length > 0,
    waitsFor: dependsOn.flatMap((one) =>
      one.includes('/') ? [one.slice(0, one.indexOf('/'))] : [],
    ),
    refersOut: !see.every(isOwn),
  };
}

const UNKNOWN_DAY = { written: '', first: '1900-01-01', day: '1900-01-01' };
const NOTHING: readonly never[] = [];

/** A plan of which only the ids are known: what others may refer to. */
export function outlineOf(file: string, facts: PlanFacts): Plan {
  return {
    ...located(file, [], {
      id: facts.id,
      title: '',
      kind: 'strategy' as const,
      item: 'recommendation',
      report: undefined,
      by: NOTHING,
      submitted: UNKNOWN_DAY,
      rounds: NOTHING,
      notes: undefined,
      tags: NOTHING,
    }),
    // Made anew each time: held for thousands of plans, they would be what was put away.
    get recommendations() {
      return facts.ids === '' ? [] : facts.ids.split('\n').map((line) => anItem(file, line));
    },
  };
}

function anItem(file: string, line: string): Recommendation {
  const [id = '', ...actions] = line.split(' ');
  return located(file, [], {
    id,
    to: NOTHING,
    theme: undefined,
    text: '',
    agreement: undefined,
    reason: undefined,
    agreedPart: undefined,
    response: undefined,
    see: NOTHING,
    standards: NOTHING,
    tags: NOTHING,
    notes: undefined,
    actions: actions.map((one) => anAction(file, one)),
  });
}

function anAction(file: string, id: string): Action {
  return located(file, [], {
    id,
    action: '',
    measure: undefined,
    achievable: undefined,
    realistic: undefined,
    owner: NOTHING,
    target: undefined,
    review: undefined,
    raised: UNKNOWN_DAY,
    since: UNKNOWN_DAY.day,
    dependsOn: NOTHING,
    see: NOTHING,
    standards: NOTHING,
    tags: NOTHING,
    notes: undefined,
    progress: NOTHING,
  });
}
