import type { OwnerDirectory, OwnerName } from './owner.ts';
import { readOwner } from './owner.ts';
import type { Plan } from './plan.ts';
import type { Standards } from './standard.ts';
import type { FinancialYear } from './target.ts';

/** All that was read: the plans asked about, and what they refer to. */
export interface Portfolio {
  /** The plans asked about, in the order of their paths. */
  readonly plans: readonly Plan[];
  /** Other plans of the project, read only so that references to them can be followed. */
  readonly context: readonly Plan[];
  /**
   * All of these in their order, where some are put away: then `plans` and `context` hold only
   * those that rules need to look at, and the others are outlines here, their ids alone.
   */
  readonly every?: readonly Plan[] | undefined;
  /** How often each owner is named by the plans asked about, where some are put away. */
  readonly ownerCounts?: ReadonlyMap<string, number> | undefined;
  /** What is counted of actions that were not kept, where only those are that are shown. */
  readonly spared?: Spared | undefined;
  /** The owners files together; undefined where there is none or one cannot be read. */
  readonly owners: OwnerDirectory | undefined;
  readonly standards: readonly Standards[];
  readonly financialYear: FinancialYear;
}

/** How many actions there are of each kind that lists count and do not show. */
export interface Spared {
  readonly actions: number;
  readonly open: number;
  /** Open, and without a last day. */
  readonly endless: number;
  readonly overdue: number;
}

export const SPARED_NONE: Spared = { actions: 0, open: 0, endless: 0, overdue: 0 };

/** The plans asked about and those of their context; some of them may be outlines. */
export function everyPlan({ every, plans, context }: Portfolio): readonly Plan[] {
  return every ?? [...plans, ...context];
}

/** How reports name an owner, with the owners file where there is one. */
export function nameOwner(portfolio: Portfolio, written: string): OwnerName {
  return portfolio.owners?.name(written) ?? readOwner(written);
}
