import { compareText } from '../model/diagnostic.ts';
import { type OwnerName, ownerLabel } from '../model/owner.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { ActionRow } from './action-row.ts';
import { isOwnerAskedFor, ownerKey } from './narrow.ts';
import type { Question } from './report.ts';

/** An owner or organisation with its actions. */
export interface OwnerActions {
  /** Null for actions without an owner. */
  readonly owner: OwnerName | null;
  readonly label: string;
  readonly actions: ActionRow[];
}

/** Actions by owner or organisation, the most overdue first; one of several counts for each. */
export function actionsByOwner(
  actions: readonly ActionRow[],
  portfolio: Portfolio,
  question: Question,
): OwnerActions[] {
  const groups = new Map<string, OwnerActions>();
  for (const action of actions) {
    for (const owner of ownersOf(action, portfolio, question)) {
      const key = owner === null ? '' : ownerKey(owner);
      const label = owner === null ? '(no owner)' : ownerLabel(owner);
      const group = groups.get(key) ?? { owner, label, actions: [] };
      group.actions.push(action);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      overdueIn(b.actions) - overdueIn(a.actions) ||
      b.actions.length - a.actions.length ||
      compareText(a.label, b.label) ||
      compareText(a.owner?.id ?? '', b.owner?.id ?? ''),
  );
}

/** Whether an action counts for more than one of those asked for. */
export function isShared(row: ActionRow, portfolio: Portfolio, question: Question): boolean {
  return ownersOf(row, portfolio, question).length > 1;
}

/** The owners of an action that are asked for, each once; null stands for none. */
function ownersOf(
  row: ActionRow,
  portfolio: Portfolio,
  { by, narrowing }: Question,
): (OwnerName | null)[] {
  if (row.owners.length === 0) return [null];
  const names = row.owners
    .filter((owner) => isOwnerAskedFor(portfolio, narrowing, owner))
    .map((owner) =>
      by === 'owner' ? owner : { id: null, organisation: owner.organisation, role: null },
    );
  return [...new Map(names.map((name) => [ownerKey(name), name])).values()];
}

export function overdueIn(actions: readonly ActionRow[]): number {
  return actions.filter((row) => row.state.overdue).length;
}
