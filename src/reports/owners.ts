import { addDays } from '../model/day.ts';
import { compareText } from '../model/diagnostic.ts';
import { type OwnerName, ownerLabel } from '../model/owner.ts';
import { STATUSES, type Status } from '../model/plan-file.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { capital, counted } from '../model/words.ts';
import { type ActionRow, actionRows, leftOut, onDay, statusWords } from './action-row.ts';
import { isOwnerAskedFor, ownerKey } from './narrow.ts';
import { type Cell, defineReport, type JsonObject, type Question, tableOf } from './report.ts';

/** Open actions due within so many days count as due soon. */
const SOON_DAYS = 30;

interface OwnerRow {
  /** Null for actions without an owner. */
  readonly owner: OwnerName | null;
  readonly label: string;
  readonly actions: ActionRow[];
}

/** Per owner or organisation: how many actions, where they stand, and what is overdue. */
export const owners = defineReport({
  id: 'owners',
  answers: 'per owner (or --by organisation): how many actions, where they stand, what is overdue',
  example: 'plans --by organisation --as-of 2023-05-01',
  takes: { by: true },
  answer(portfolio, question) {
    const all = actionRows(portfolio, question);
    const rows = groupByOwner(all, portfolio, question).sort(
      (a, b) =>
        overdueIn(b.actions) - overdueIn(a.actions) ||
        b.actions.length - a.actions.length ||
        compareText(a.label, b.label),
    );
    const shared = all.filter((row) => ownersOf(row, portfolio, question).length > 1).length;
    const noun = question.by === 'owner' ? 'Owner' : 'Organisation';
    const table = tableOf<OwnerRow>(rows, [
      { heading: noun, cell: (row) => row.label },
      { heading: 'Total', align: 'right', cell: (row) => String(row.actions.length) },
      ...STATUSES.filter((status) => all.some((row) => row.state.status === status)).map(
        (status) => ({
          heading: capital(statusWords(status)),
          align: 'right' as const,
          cell: (row: OwnerRow) => String(withStatus(row.actions, status)),
        }),
      ),
      { heading: 'Overdue', align: 'right', cell: (row) => overdueCell(row.actions) },
      {
        heading: `Due in ${SOON_DAYS} days`,
        align: 'right',
        cell: (row) => String(dueSoon(row.actions, question)),
      },
      {
        heading: 'Share complete',
        whole: true,
        cell: (row) => ({ text: percent(row.actions), share: share(row.actions) }),
      },
    ]);
    return {
      title: `Actions by ${question.by} ${onDay(question.asOf)}`,
      sections: [table],
      empty: `No plan has an action ${onDay(question.asOf)}.`,
      summary: `${counted(all.length, 'action')}, ${overdueIn(all)} overdue, ${percent(all)} complete.`,
      rows: rows.map(({ owner, actions }) => ({
        owner: owner && { ...owner },
        ...figures(actions, question),
        // Each status by itself too; of complete actions `complete` is the share.
        ...Object.fromEntries(
          STATUSES.filter((status) => status !== 'complete').map((status) => [
            status,
            withStatus(actions, status),
          ]),
        ),
      })),
      totals: {
        owners: rows.filter(({ owner }) => owner !== null).length,
        ...figures(all, question),
      },
      notes: [
        ...leftOut(portfolio, question),
        ...(shared > 0
          ? [
              `${counted(shared, 'action')} of more than one ${question.by} ${shared === 1 ? 'counts' : 'count'} for each of them, and once in the totals`,
            ]
          : []),
      ],
    };
  },
});

function groupByOwner(
  actions: readonly ActionRow[],
  portfolio: Portfolio,
  question: Question,
): OwnerRow[] {
  const groups = new Map<string, OwnerRow>();
  for (const action of actions) {
    for (const owner of ownersOf(action, portfolio, question)) {
      const key = owner === null ? '' : ownerKey(owner);
      const label = owner === null ? '(no owner)' : ownerLabel(owner);
      const group = groups.get(key) ?? { owner, label, actions: [] };
      group.actions.push(action);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
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

function figures(actions: readonly ActionRow[], question: Question): JsonObject {
  return {
    total: actions.length,
    status: Object.fromEntries(STATUSES.map((status) => [status, withStatus(actions, status)])),
    overdue: overdueIn(actions),
    dueSoon: dueSoon(actions, question),
    complete: actions.length === 0 ? 0 : Number(share(actions).toFixed(4)),
  };
}

function withStatus(actions: readonly ActionRow[], status: Status): number {
  return actions.filter((row) => row.state.status === status).length;
}

function overdueIn(actions: readonly ActionRow[]): number {
  return actions.filter((row) => row.state.overdue).length;
}

function dueSoon(actions: readonly ActionRow[], { asOf }: Question): number {
  const last = addDays(asOf, SOON_DAYS);
  return actions.filter(
    ({ state }) => state.open && !state.overdue && state.due !== null && state.due <= last,
  ).length;
}

function share(actions: readonly ActionRow[]): number {
  return withStatus(actions, 'complete') / actions.length;
}

function percent(actions: readonly ActionRow[]): string {
  return actions.length === 0 ? 'none' : `${Math.round(share(actions) * 100)}%`;
}

function overdueCell(actions: readonly ActionRow[]): Cell {
  const count = overdueIn(actions);
  return count > 0 ? { text: String(count), tone: 'red' } : { text: '0' };
}
