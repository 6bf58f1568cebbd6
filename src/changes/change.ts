import type { Place } from '../model/diagnostic.ts';
import type { Action, Entry, Plan, Recommendation } from '../model/plan.ts';

/** The kinds of change of a commitment, in the order of the reference. */
export const CHANGE_TYPES = [
  'plan-added',
  'plan-removed',
  'plan-changed',
  'recommendation-added',
  'recommendation-removed',
  'recommendation-reworded',
  'agreement-changed',
  'reason-changed',
  'response-changed',
  'action-added',
  'action-removed',
  'action-reworded',
  'action-changed',
  'owner-changed',
  'first-target-changed',
  'progress-added',
  'progress-edited',
  'progress-removed',
  'status-changed',
  'target-moved',
] as const;

export type ChangeType = (typeof CHANGE_TYPES)[number];

/** What a change is about, on one side of it: the innermost of these that is given. */
export interface Subject {
  readonly plan: Plan;
  readonly recommendation?: Recommendation;
  readonly action?: Action;
  readonly entry?: Entry;
}

/** One change of a commitment. What was added or removed stands for all that it holds. */
export interface Change {
  readonly type: ChangeType;
  readonly plan: string;
  readonly recommendation: string | null;
  readonly action: string | null;
  /** The field that changed, where the type does not say it. */
  readonly field: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** What the plan says about why. */
  readonly reason: string | null;
  /** Of a target: by how many days its last day moved; null where one of the two has none. */
  readonly days: number | null;
  /** Where it is now; for something removed the nearest place that is still there. */
  readonly at: Place;
  /** Where it was before; null for something added. */
  readonly was: Place | null;
  readonly before: Subject | null;
  readonly after: Subject | null;
}

/** The parts of a change that differ from one to the next. */
export type ChangeFacts = Pick<Change, 'type' | 'at' | 'was'> &
  Partial<Pick<Change, 'field' | 'from' | 'to' | 'reason' | 'days'>>;

/** A change of a subject, which is there on at least one side. */
export function changeOf(
  before: Subject | null,
  after: Subject | null,
  facts: ChangeFacts,
): Change {
  const subject = after ?? before;
  return {
    field: null,
    from: null,
    to: null,
    reason: null,
    days: null,
    ...facts,
    plan: subject?.plan.id ?? '',
    recommendation: subject?.recommendation?.id ?? null,
    action: subject?.action?.id ?? null,
    before,
    after,
  };
}

/** Changes that mean the same however the two sides are written. */
export function changeKey(change: Change): string {
  const { type, plan, recommendation, action, field, to } = change;
  return JSON.stringify([type, plan, recommendation, action, field, to]);
}
