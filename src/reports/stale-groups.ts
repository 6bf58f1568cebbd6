import { type Section, tableOf } from './report.ts';
import { STALE_DAYS, type StaleReason, type StaleRow } from './stale.ts';

/** Stale actions of one plan for one reason. */
interface StaleGroup {
  readonly plan: string;
  readonly reason: StaleReason;
  readonly actions: string[];
}

const STALE_WORDS: Readonly<Record<StaleReason, string>> = {
  'no-update': `no update in ${STALE_DAYS} days`,
  'past-review': 'review not held',
  'missing-from-round': 'not in the last round',
};

function staleGroups(rows: readonly StaleRow[]): StaleGroup[] {
  const groups = new Map<string, StaleGroup>();
  for (const { row, reasons } of rows) {
    for (const reason of reasons) {
      const key = `${row.plan.id} ${reason}`;
      const group = groups.get(key) ?? { plan: row.plan.id, reason, actions: [] };
      group.actions.push(row.action.id);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** Stale actions by plan and reason: a list of each would be longer than the rest of a note. */
export function staleSection(rows: readonly StaleRow[]): Section {
  return {
    ...tableOf<StaleGroup>(
      staleGroups(rows),
      [
        { heading: 'Plan', cell: ({ plan }) => plan },
        { heading: 'Why', cell: ({ reason }) => STALE_WORDS[reason] },
        { heading: 'Number', align: 'right', cell: ({ actions }) => String(actions.length) },
        { heading: 'Actions', cell: ({ actions }) => actions.join(', ') },
      ],
      'Stale',
    ),
    empty: 'No open action is stale.',
  };
}
