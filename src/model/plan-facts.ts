import type { Place } from './diagnostic.ts';
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
  /** Whether an id stands twice in it, also once for a recommendation and once for an action. */
  readonly doubled: boolean;
  /** Whether an action waits for another. */
  readonly depends: boolean;
  /** The other plans whose actions its own wait for. */
  readonly waitsFor: readonly string[];
  /** Whether it refers to an item that is not its own. */
  readonly refersOut: boolean;
}

export function factsOf(plan: Plan): PlanFacts {
  const recommendationIds = new Set<string>();
  const actionIds = new Set<string>();
  const owners = new Map<string, number>();
  const standards = new Set<string>();
  const see: string[] = [];
  const dependsOn: string[] = [];
  const lines: string[] = [];
  for (const recommendation of plan.recommendations) {
    recommendationIds.add(recommendation.id);
    let line = recommendation.id;
    see.push(...recommendation.see);
    addAll(standards, recommendation.standards);
    for (const action of recommendation.actions) {
      actionIds.add(action.id);
      line += ` ${action.id}`;
      see.push(...action.see);
      dependsOn.push(...action.dependsOn);
      addAll(standards, action.standards);
      for (const name of action.owner) owners.set(name, (owners.get(name) ?? 0) + 1);
      for (const entry of action.progress) see.push(...entry.see);
    }
    lines.push(line);
  }
  return {
    id: plan.id,
    ids: lines.join('\n'),
    owners: [...owners],
    standards: [...standards],
    doubled:
      recommendationIds.size < plan.recommendations.length ||
      actionIds.size < actionsOf(plan).length ||
      plan.recommendations.some(({ id }) => actionIds.has(id)),
    depends: dependsOn.length > 0,
    waitsFor: dependsOn.flatMap((one) =>
      one.includes('/') ? [one.slice(0, one.indexOf('/'))] : [],
    ),
    refersOut: !see.every((id) => recommendationIds.has(id) || actionIds.has(id)),
  };
}

function addAll(all: Set<string>, some: readonly string[]): void {
  for (const one of some) all.add(one);
}

const UNKNOWN_DAY = { written: '', first: '1900-01-01', day: '1900-01-01' };
const NOTHING: readonly never[] = [];

/** A plan of which only the ids are known: what others may refer to. */
export function outlineOf(file: string, facts: PlanFacts): Plan {
  return new Outline(file, facts);
}

/** There are thousands of these, so that what all have in common they have by way of their class. */
class Outline implements Plan {
  readonly file: string;
  readonly #facts: PlanFacts;
  static {
    Object.assign(Outline.prototype, {
      path: NOTHING,
      title: '',
      kind: 'strategy',
      item: 'recommendation',
      report: undefined,
      by: NOTHING,
      submitted: UNKNOWN_DAY,
      rounds: NOTHING,
      notes: undefined,
      tags: NOTHING,
    });
  }
  declare readonly path: Plan['path'];
  declare readonly title: string;
  declare readonly kind: Plan['kind'];
  declare readonly item: string;
  declare readonly report: undefined;
  declare readonly by: readonly never[];
  declare readonly submitted: Plan['submitted'];
  declare readonly rounds: readonly never[];
  declare readonly notes: undefined;
  declare readonly tags: readonly never[];

  constructor(file: string, facts: PlanFacts) {
    this.file = file;
    this.#facts = facts;
  }

  get id(): string {
    return this.#facts.id;
  }

  /** Made anew each time: held for thousands of plans, they would be what was put away. */
  get recommendations(): readonly Recommendation[] {
    const { ids } = this.#facts;
    return ids === '' ? [] : ids.split('\n').map((line) => anItem(this.file, line));
  }

  at(...keys: (string | number)[]): Place {
    return { file: this.file, path: keys };
  }
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
