import { compareIds } from '../model/compare-ids.ts';
import { compareText } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { type Change, changeKey, changeOf, type Subject } from './change.ts';
import { diffAction } from './diff-action.ts';
import { diffRecommendation } from './diff-recommendation.ts';
import { changedFields, type Field } from './fields.ts';
import { nearestLeft, pairById } from './pair.ts';

/** What of each side is compared: by default the plans asked about on either side. */
export interface Sides {
  readonly before: Portfolio;
  readonly after: Portfolio;
  /** Whether a plan of the new side is known to be as it was, and so not on the old side. */
  readonly unchanged?: (plan: Plan) => boolean;
}

/**
 * The changes of commitments from one portfolio to another. Items are matched by id, wherever they
 * stand; how they are written, wrapped and ordered is no change.
 */
export function diffPlans(sides: Sides): Change[] {
  const { before, after } = sides;
  const asked = new Set([...before.plans, ...after.plans].map(({ id }) => id));
  const every = ({ plans, context }: Portfolio) =>
    [...plans, ...context].filter(({ id }) => asked.has(id));
  const now = every(after).filter((plan) => !sides.unchanged?.(plan));
  const changes = pairById(every(before), now).flatMap((pair) => {
    if (pair.before && pair.after) return diffPlan(pair.before, pair.after, sides);
    return addedOrRemoved(pair.before, pair.after);
  });
  return changes.sort(compareChanges);
}

/**
 * The changes since several commits at once, as after criss-cross merges: those since any of them
 * that are also changes against the tip, which has what the others brought in.
 */
export function sinceAll(lists: readonly (readonly Change[])[], tip: readonly Change[]): Change[] {
  const real = new Set(tip.map(changeKey));
  const kept = new Map<string, Change>();
  for (const change of lists.flat()) {
    const key = changeKey(change);
    if (real.has(key) && !kept.has(key)) kept.set(key, change);
  }
  return [...kept.values()].sort(compareChanges);
}

function compareChanges(a: Change, b: Change): number {
  return (
    compareText(a.plan, b.plan) ||
    compareIds(a.recommendation ?? '', b.recommendation ?? '') ||
    compareIds(a.action ?? '', b.action ?? '')
  );
}

function addedOrRemoved(before: Plan | undefined, after: Plan | undefined): Change[] {
  if (after) {
    const facts = { type: 'plan-added' as const, to: after.title, at: after.at('plan') };
    return [changeOf(null, { plan: after }, { ...facts, was: null })];
  }
  if (!before) return [];
  const gone = { type: 'plan-removed' as const, from: before.title, was: before.at('plan') };
  return [changeOf({ plan: before }, null, { ...gone, at: before.at('plan') })];
}

const FIELDS: readonly Field<Plan>[] = [
  { name: 'title', type: 'plan-changed', value: (plan) => plan.title },
  { name: 'kind', type: 'plan-changed', value: (plan) => plan.kind },
  { name: 'item', type: 'plan-changed', value: (plan) => plan.item },
  ...(['title', 'publisher', 'url'] as const).map((name) => ({
    name: `report.${name}`,
    keys: ['report', name],
    type: 'plan-changed' as const,
    value: (plan: Plan) => plan.report?.[name],
  })),
  {
    name: 'report.published',
    keys: ['report', 'published'],
    type: 'plan-changed',
    value: (plan) => plan.report?.published?.written,
  },
  { name: 'by', type: 'plan-changed', value: (plan) => plan.by },
  { name: 'submitted', type: 'plan-changed', value: (plan) => plan.submitted.written },
  {
    name: 'rounds',
    type: 'plan-changed',
    value: (plan) => plan.rounds.map(({ date, title }) => `${date.written} ${title ?? ''}`.trim()),
  },
  { name: 'notes', type: 'plan-changed', value: (plan) => plan.notes },
  { name: 'tags', type: 'plan-changed', value: (plan) => plan.tags },
];

function diffPlan(before: Plan, after: Plan, sides: Sides): Change[] {
  const was: Subject = { plan: before };
  const is: Subject = { plan: after };
  const recommendations = pairById(before.recommendations, after.recommendations);
  return [
    ...changedFields(FIELDS, [before, was], [after, is]),
    ...recommendations.flatMap((pair) => {
      const near =
        pair.before &&
        nearestLeft(pair.before, before.recommendations, after.recommendations)?.at('id');
      return diffRecommendation(pair, was, is, near ?? after.at('recommendations'));
    }),
    ...diffActions(before, after, sides),
  ];
}

/** Actions are paired over the whole plan, so that one that moves is not lost and found. */
function diffActions(before: Plan, after: Plan, sides: Sides): Change[] {
  const subjects = (plan: Plan) =>
    plan.recommendations.flatMap((recommendation) =>
      recommendation.actions.map((action) => ({
        id: action.id,
        file: action.file,
        subject: { plan, recommendation, action },
      })),
    );
  const [old, now] = [subjects(before), subjects(after)];
  const had = new Set(before.recommendations.map(({ id }) => id));
  const has = new Map(after.recommendations.map((one) => [one.id, one]));
  return pairById(old, now).flatMap((pair) => {
    const [was, is] = [pair.before?.subject, pair.after?.subject];
    // What came or went with its recommendation is told by that.
    if (was === undefined && is && !had.has(is.recommendation.id)) return [];
    if (is === undefined && was && !has.has(was.recommendation.id)) return [];
    if (is || !was) return diffAction(was ?? null, is ?? null, sides, undefined);
    const home = has.get(was.recommendation.id);
    const near = nearestLeft(was.action, was.recommendation.actions, home?.actions ?? []);
    return diffAction(was, null, sides, near?.at('id') ?? home?.at('id') ?? after.at('plan'));
  });
}
