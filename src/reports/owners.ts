import { addDays } from '../model/day.ts';
import { STATUSES, type Status } from '../model/plan-file.ts';
import { capital, counted } from '../model/words.ts';
import { type ActionRow, actionRows, leftOut, onDay, statusWords } from './action-row.ts';
import { barePosts } from './bare-posts.ts';
import { actionsByOwner, isShared, type OwnerActions, overdueIn } from './by-owner.ts';
import { type Cell, defineReport, type JsonObject, type Question, tableOf } from './report.ts';

/** Open actions due within so many days count as due soon. */
const SOON_DAYS = 30;

/** Per owner or organisation: how many actions, where they stand, and what is overdue. */
export const owners = defineReport({
  id: 'owners',
  answers: 'per owner (or --by organisation): how many actions, where they stand, what is overdue',
  columns: [
    'owner.id',
    'owner.organisation',
    'owner.role',
    'total',
    ...STATUSES.map((status) => `status.${status}`),
    'overdue',
    'dueSoon',
    'complete',
    ...STATUSES.filter((status) => status !== 'complete'),
  ],
  example: 'plans --by organisation --as-of 2023-05-01',
  takes: { by: true },
  answer(portfolio, question) {
    const all = actionRows(portfolio, question);
    const rows = actionsByOwner(all, portfolio, question);
    const shared = all.filter((row) => isShared(row, portfolio, question)).length;
    const noun = question.by === 'owner' ? 'Owner' : 'Organisation';
    const table = tableOf<OwnerActions>(rows, [
      { heading: noun, cell: (row) => row.label },
      { heading: 'Total', align: 'right', cell: (row) => String(row.actions.length) },
      ...STATUSES.filter((status) => all.some((row) => row.state.status === status)).map(
        (status) => ({
          heading: capital(statusWords(status)),
          align: 'right' as const,
          cell: (row: OwnerActions) => String(withStatus(row.actions, status)),
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
        ...(question.by === 'organisation' ? barePosts(all, portfolio) : []),
        ...(shared > 0
          ? [
              `${counted(shared, 'action')} of more than one ${question.by} ${shared === 1 ? 'counts' : 'count'} for each of them, and once in the totals`,
            ]
          : []),
      ],
    };
  },
});

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
