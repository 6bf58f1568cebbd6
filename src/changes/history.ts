import { type Day } from '../model/day.ts';
import { compareText } from '../model/diagnostic.ts';
import type { Action, Entry, Plan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Change } from './change.ts';
import { type ActionSubject, diffAction } from './diff-action.ts';

/** Who committed something, when, and what they said of it; null for what is not committed yet. */
export interface CommitFacts {
  readonly commit: string;
  readonly author: string;
  readonly date: Day;
  readonly subject: string;
}

/** One event in the life of an action: from its log, or from a commit that touched it. */
export type HistoryEvent =
  | {
      readonly source: 'log';
      readonly date: Day;
      readonly action: Action;
      readonly entry: Entry | null;
    }
  | {
      readonly source: 'commit';
      readonly date: Day;
      readonly commit: CommitFacts | null;
      readonly changes: readonly Change[];
      /** Where the file could not be read: why, and what is then not known. */
      readonly fault: string | null;
    };

/** An action of a plan, with what it belongs to. */
export function actionIn(plan: Plan | undefined, id: string): ActionSubject | null {
  for (const recommendation of plan?.recommendations ?? []) {
    const action = recommendation.actions.find((one) => one.id === id);
    if (plan && action) return { plan, recommendation, action };
  }
  return null;
}

/** What changed of one action, whatever else came or went with it. */
export function actionChanges(
  before: ActionSubject | null,
  after: ActionSubject | null,
  owners: { readonly before: Portfolio; readonly after: Portfolio },
): Change[] {
  return diffAction(before, after, owners, undefined);
}

/** What an action's own log says: when it was taken on, and every entry. */
export function logEvents(action: Action): HistoryEvent[] {
  const entries = action.progress.map((entry) => ({
    source: 'log' as const,
    date: entry.date.day,
    action,
    entry,
  }));
  return [{ source: 'log', date: action.raised.day, action, entry: null }, ...entries];
}

/** Oldest first; on one day the log first, since it is committed after it is written. */
export function inOrder(events: readonly HistoryEvent[]): HistoryEvent[] {
  const rank = (event: HistoryEvent) => {
    if (event.source === 'log') return event.entry === null ? 0 : 1;
    return 2;
  };
  const isPending = (event: HistoryEvent) => event.source === 'commit' && event.commit === null;
  return [...events].sort(
    (a, b) =>
      Number(isPending(a)) - Number(isPending(b)) ||
      compareText(a.date, b.date) ||
      rank(a) - rank(b),
  );
}
