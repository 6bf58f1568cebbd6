import type { Plan } from '../model/plan.ts';
import { AGREEMENTS, STATUSES } from '../model/plan-file.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { ActionRow } from './action-row.ts';
import { type Movement, movementOf } from './movement.ts';
import { isAskedFor, narrowsActions } from './narrow.ts';
import type { JsonObject, Question } from './report.ts';

/** The figures of one plan, or of all together. */
export interface Figures {
  readonly label: string;
  readonly agreement: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, number>>;
  readonly rag: Readonly<Record<string, number>>;
  readonly actions: number;
  readonly overdue: number;
  readonly withoutTarget: number;
  /** Open actions that can never be overdue. */
  readonly withoutLastDay: number;
  readonly movement: Movement | undefined;
}

/** The figures of some plans, whose actions these are. */
export function figuresOf(
  label: string,
  plans: readonly Plan[],
  actions: readonly ActionRow[],
  portfolio: Portfolio,
  question: Question,
): Figures {
  const asked = new Set(actions.map((row) => row.recommendation));
  const recommendations = plans
    .flatMap((plan) => plan.recommendations)
    .filter((one) => !narrowsActions(question.narrowing) || asked.has(one));
  const agreement = tally(
    [...AGREEMENTS, 'none'],
    recommendations.map((one) => one.agreement ?? 'none'),
  );
  return {
    label,
    agreement: { ...agreement, total: recommendations.length },
    status: tally(
      STATUSES,
      actions.map((row) => row.state.status),
    ),
    rag: ragCounts(actions),
    actions: actions.length,
    overdue: actions.filter((row) => row.state.overdue).length,
    withoutTarget: actions.filter((row) => !row.state.target).length,
    withoutLastDay: actions.filter(({ state }) => state.open && state.due === null).length,
    movement: question.period
      ? movementOf(movers(plans, portfolio, question), question.period)
      : undefined,
  };
}

/**
 * The actions whose movement counts. A status asked for is that of the day, so it cannot narrow what
 * moved before.
 */
function movers(plans: readonly Plan[], portfolio: Portfolio, { narrowing }: Question) {
  return plans.flatMap((plan) =>
    plan.recommendations.flatMap((recommendation) =>
      recommendation.actions.filter((action) =>
        isAskedFor(portfolio, narrowing, { plan, recommendation, action }),
      ),
    ),
  );
}

/** How many actions are red, amber, green and of no RAG. */
export function ragCounts(actions: readonly ActionRow[]): Record<string, number> {
  return tally(
    ['red', 'amber', 'green', 'none'],
    actions.map((row) => row.state.rag ?? 'none'),
  );
}

function tally(keys: readonly string[], values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    keys.map((key) => [key, values.filter((value) => value === key).length]),
  );
}

/** Those figures, as the columns of a flat table. */
export const FIGURE_COLUMNS: readonly string[] = [
  ...[...AGREEMENTS, 'none', 'total'].map((one) => `agreement.${one}`),
  ...STATUSES.map((one) => `status.${one}`),
  ...['red', 'amber', 'green', 'none'].map((one) => `rag.${one}`),
  'actions',
  'overdue',
  'withoutTarget',
  'withoutLastDay',
];

/** The figures as JSON has them. */
export function figuresJson(figures: Figures): JsonObject {
  const { movement, label: _, ...counts } = figures;
  return movement ? { ...counts, movement: { ...movement } } : counts;
}
