import type { PlanDate } from './date.ts';
import type { Day } from './day.ts';
import type { Path, Place } from './diagnostic.ts';
import type { Agreement, Kind, Status } from './plan-file.ts';
import type { Target } from './target.ts';

/** A part of a file that knows where it stands, so that a finding can point at it. */
export interface Located {
  readonly file: string;
  readonly path: Path;
  /** The place of a field of this part; of the part itself without keys. */
  at(...keys: (string | number)[]): Place;
}

/** An action plan: the answer to an inspection, review or strategy. */
export interface Plan extends Located {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** What the plan calls its items; "recommendation" unless it says otherwise. */
  readonly item: string;
  readonly report: Report | undefined;
  readonly by: readonly string[];
  /** The day of the plan's first version: its actions date from here. */
  readonly submitted: PlanDate;
  readonly rounds: readonly Round[];
  readonly notes: string | undefined;
  readonly tags: readonly string[];
  readonly recommendations: readonly Recommendation[];
}

export interface Report {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly published: PlanDate | undefined;
  readonly url: string | undefined;
}

/** An update round: each action open then should have an entry in it. */
export interface Round extends Located {
  readonly date: PlanDate;
  readonly title: string | undefined;
}

/** What a reviewer asks for, and the answer to it. */
export interface Recommendation extends Located {
  readonly id: string;
  /** Whom it addresses. */
  readonly to: readonly string[];
  readonly theme: string | undefined;
  /** The reviewer's words, verbatim. */
  readonly text: string;
  readonly agreement: Agreement | undefined;
  readonly reason: Reason | undefined;
  readonly agreedPart: string | undefined;
  readonly response: string | undefined;
  readonly see: readonly string[];
  readonly standards: readonly string[];
  readonly tags: readonly string[];
  readonly notes: string | undefined;
  readonly actions: readonly Action[];
}

/** Why a recommendation is agreed only in part, or not agreed. */
export interface Reason extends Located {
  readonly category: readonly string[];
  readonly text: string | undefined;
}

/** One thing that will be done, by whom and by when, with the log of its progress. */
export interface Action extends Located {
  readonly id: string;
  readonly action: string;
  readonly measure: string | undefined;
  readonly achievable: string | undefined;
  readonly realistic: string | undefined;
  /** Owners as written: ids or spellings. */
  readonly owner: readonly string[];
  /** The first target given; moves of it are progress entries. */
  readonly target: Target | undefined;
  readonly review: PlanDate | undefined;
  /** When the action was taken on: `raised`, else the plan's `submitted`. */
  readonly raised: PlanDate;
  /** The day from which it counts: a plan says nothing of the time before it was submitted. */
  readonly since: Day;
  readonly dependsOn: readonly string[];
  readonly see: readonly string[];
  readonly standards: readonly string[];
  readonly tags: readonly string[];
  readonly notes: string | undefined;
  /** Entries in the order of the file. */
  readonly progress: readonly Entry[];
}

/** One dated update of an action. */
export interface Entry extends Located {
  readonly date: PlanDate;
  readonly status: Status | undefined;
  /** The day it was done, where that is known and earlier than the update. */
  readonly completed: PlanDate | undefined;
  /** A new target. */
  readonly target: Target | undefined;
  readonly by: readonly string[];
  readonly text: string;
  readonly see: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  readonly title: string;
  readonly href: string | undefined;
}

/** An action with what it belongs to: what most rules and reports go through. */
export interface ActionInPlan {
  readonly plan: Plan;
  readonly recommendation: Recommendation;
  readonly action: Action;
}

/** Every action of a plan, in the order of the file. */
export function actionsOf(plan: Plan): readonly ActionInPlan[] {
  // Several rules ask, one after the other.
  if (last?.plan === plan) return last.actions;
  const actions: ActionInPlan[] = [];
  for (const recommendation of plan.recommendations) {
    for (const action of recommendation.actions) actions.push({ plan, recommendation, action });
  }
  last = { plan, actions };
  return actions;
}

let last: { readonly plan: Plan; readonly actions: readonly ActionInPlan[] } | undefined;

/** Gives fields their place in a file. */
export function located<T extends object>(file: string, path: Path, fields: T): T & Located {
  return { ...fields, file, path, at: placeIn };
}

/** What every part has as its `at`; one function for all, since plans have thousands of parts. */
export function placeIn(this: Located, ...keys: (string | number)[]): Place {
  const { file, path } = this;
  return { file, path: keys.length === 0 ? path : [...path, ...keys] };
}
