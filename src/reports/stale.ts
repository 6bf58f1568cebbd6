import { type Day, daysBetween } from '../model/day.ts';
import { isMissingFrom, latestRound } from '../model/round.ts';
import { counted } from '../model/words.ts';
import {
  ACTION_COLUMNS,
  type ActionRow,
  actionJson,
  actionLabel,
  byDays,
  leftOut,
  onDay,
  ownersLabel,
  severalPlans,
  statusCell,
  targetLabel,
} from './action-row.ts';
import { defineReport, type Shows, tableOf } from './report.ts';
import { shownRows } from './spare.ts';

/** Why an open action counts as stale. */
export type StaleReason = 'no-update' | 'past-review' | 'missing-from-round';

/** Days without an update after which an open action is stale, unless asked otherwise. */
export const STALE_DAYS = 90;

const isStale: Shows = (one, { asOf, days }) => reasonsOf(one, asOf, days).length > 0;

/** Open actions of which nothing has been heard: no update, past their review, or not in a round. */
export const stale = defineReport({
  id: 'stale',
  answers:
    'open actions without an update in --days N, past their review, or missing from the last round',
  columns: [...ACTION_COLUMNS, 'stale', 'daysSinceUpdate', 'review'],
  example: 'plans --days 180 --as-of 2023-05-01',
  takes: {
    days: { means: 'how many days without an update make an action stale', default: STALE_DAYS },
    failIfAny: true,
  },
  shows: isStale,
  answer(portfolio, question) {
    const { asOf, days } = question;
    const { rows, counts } = shownRows(portfolio, question, isStale);
    const found = staleRows(rows, asOf, days).sort((a, b) =>
      byDays((row) => silentDays(row, asOf))(a.row, b.row),
    );
    const of = (reason: StaleReason) => found.filter((one) => one.reasons.includes(reason)).length;
    const many = severalPlans(portfolio, question);
    return {
      title: `Stale actions ${onDay(asOf)}`,
      sections: [
        tableOf<StaleRow>(found, [
          { heading: 'Action', whole: true, cell: ({ row }) => actionLabel(row, many) },
          { heading: 'What', cell: ({ row }) => row.action.action },
          { heading: 'Owner', cell: ({ row }) => ownersLabel(row) },
          { heading: 'Target', cell: ({ row }) => targetLabel(row) },
          { heading: 'Status', cell: ({ row }) => statusCell(row) },
          { heading: 'Last update', cell: ({ row }) => row.state.lastUpdate?.written ?? 'never' },
          { heading: 'Days', align: 'right', cell: ({ row }) => String(silentDays(row, asOf)) },
          { heading: 'Why', cell: (one) => staleWords(one, asOf) },
        ]),
      ],
      empty: `No open action is stale ${onDay(asOf)}.`,
      summary: `${counted(found.length, 'action')} of ${counted(counts.open, 'open action')} stale: ${of('no-update')} without an update in ${counted(days, 'day')}, ${of('past-review')} past review, ${of('missing-from-round')} missing from the last round.`,
      rows: found.map(({ row, reasons }) => ({
        ...actionJson(row, question),
        stale: [...reasons],
        daysSinceUpdate: silentDays(row, asOf),
        review: row.action.review?.day ?? null,
      })),
      totals: {
        actions: found.length,
        noUpdate: of('no-update'),
        pastReview: of('past-review'),
        missingFromRound: of('missing-from-round'),
        days,
      },
      notes: [
        ...leftOut(portfolio, question),
        ...(found.length > 0
          ? ['days are counted from the last entry, else from the day an action was raised']
          : []),
      ],
    };
  },
});

export interface StaleRow {
  readonly row: ActionRow;
  readonly reasons: readonly StaleReason[];
}

/** Those of some actions that are stale on a day, each with its reasons. */
export function staleRows(rows: readonly ActionRow[], asOf: Day, days: number): StaleRow[] {
  return rows
    .map((row) => ({ row, reasons: reasonsOf(row, asOf, days) }))
    .filter((one) => one.reasons.length > 0);
}

function reasonsOf(row: Omit<ActionRow, 'owners'>, asOf: Day, days: number): StaleReason[] {
  if (!row.state.open) return [];
  const reasons: StaleReason[] = [];
  if (silentDays(row, asOf) > days) reasons.push('no-update');
  const review = row.action.review?.day;
  // A review is held once something is said on its day or later.
  if (review !== undefined && review < asOf && (row.state.lastUpdate?.day ?? '') < review) {
    reasons.push('past-review');
  }
  const round = latestRound(row.plan, asOf);
  if (round && isMissingFrom(round, row.action)) reasons.push('missing-from-round');
  return reasons;
}

/** Days since anything was said of an action: since its last entry, else since it was raised. */
function silentDays({ state, action }: Pick<ActionRow, 'state' | 'action'>, asOf: Day): number {
  return daysBetween(state.lastUpdate?.day ?? action.raised.day, asOf);
}

/** The reasons in words. */
function staleWords({ row, reasons }: StaleRow, asOf: Day): string {
  const words: Readonly<Record<StaleReason, string>> = {
    'no-update': `no update for ${counted(silentDays(row, asOf), 'day')}`,
    'past-review': `review of ${row.action.review?.written ?? ''} not held`,
    'missing-from-round': `not in the round of ${latestRound(row.plan, asOf)?.date.written ?? ''}`,
  };
  return reasons.map((reason) => words[reason]).join('; ');
}
