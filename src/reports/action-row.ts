import { compareIds } from '../model/compare-ids.ts';
import { dayInWords } from '../model/day.ts';
import { compareText } from '../model/diagnostic.ts';
import { type OwnerName, ownerLabel } from '../model/owner.ts';
import { type ActionInPlan, actionsOf, type Plan } from '../model/plan.ts';
import type { Status } from '../model/plan-file.ts';
import { nameOwner, type Portfolio } from '../model/portfolio.ts';
import { type State, stateOn } from '../model/state.ts';
import { counted } from '../model/words.ts';
import { has, isAskedFor } from './narrow.ts';
import type { Cell, JsonObject, Question } from './report.ts';

/** An action as reports see it: where it belongs, who owns it and where it stands on the day. */
export interface ActionRow extends ActionInPlan {
  readonly owners: readonly OwnerName[];
  readonly state: State;
}

/**
 * The plans asked for that had been submitted by the day, by their ids: what a report says does not
 * depend on the names of files.
 */
export function plansOn(portfolio: Portfolio, { asOf, narrowing }: Question): Plan[] {
  return portfolio.plans
    .filter(
      (plan) =>
        plan.submitted.day <= asOf &&
        (narrowing.plan === undefined || has(narrowing.plan, plan.id)),
    )
    .sort((a, b) => compareText(a.id, b.id));
}

/** Whether actions of several plans are asked for, so that their ids need the plan's before them. */
export function severalPlans({ plans }: Portfolio, { narrowing }: Question): boolean {
  return plans.filter(({ id }) => !narrowing.plan || has(narrowing.plan, id)).length > 1;
}

/**
 * The actions asked for, as they stand on the day, by plan and id; those not raised by then do not
 * exist.
 */
export function actionRows(portfolio: Portfolio, question: Question): ActionRow[] {
  const rows: ActionRow[] = [];
  for (const plan of plansOn(portfolio, question)) {
    const actions = [...actionsOf(plan)].sort((a, b) => compareIds(a.action.id, b.action.id));
    for (const one of actions) {
      const state = stateOn(one.action, question.asOf);
      if (!state || !isAskedFor(portfolio, question.narrowing, one)) continue;
      const { status } = question.narrowing;
      if (status && !has(status, state.status)) continue;
      rows.push({
        ...one,
        state,
        owners: one.action.owner.map((name) => nameOwner(portfolio, name)),
      });
    }
  }
  return rows;
}

/** A plan that was submitted after the day. */
export interface PlanNotYet {
  readonly plan: string;
  readonly file: string;
  /** As written. */
  readonly submitted: string;
}

/** The plans asked for that a report leaves out by its nature: those from after the day. */
export function plansNotYet(
  portfolio: Portfolio,
  { asOf, narrowing }: Pick<Question, 'asOf' | 'narrowing'>,
): PlanNotYet[] {
  return portfolio.plans
    .filter(
      ({ id, submitted }) =>
        submitted.day > asOf && (narrowing.plan === undefined || has(narrowing.plan, id)),
    )
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, file, submitted }) => ({ plan: id, file, submitted: submitted.written }));
}

/** Those plans, in words. */
export function leftOut(portfolio: Portfolio, question: Question): string[] {
  return plansNotYet(portfolio, question).map(
    ({ plan, submitted }) =>
      `plan ${plan} is left out: it was submitted on ${submitted}, after ${question.asOf}`,
  );
}

/** Why an open action may be missing from what is overdue. */
export function endlessNote(rows: readonly ActionRow[]): string[] {
  return endlessWords(rows.filter(({ state }) => state.open && state.due === null).length);
}

export function endlessWords(endless: number): string[] {
  return endless > 0
    ? [`${counted(endless, 'open action')} without a last day can never be due or overdue`]
    : [];
}

/** The fields every row of an action has in JSON. */
export function actionJson(row: ActionRow, question: Question): JsonObject {
  const { plan, recommendation, action, state } = row;
  return {
    plan: plan.id,
    recommendation: recommendation.id,
    theme: recommendation.theme ?? null,
    action: action.id,
    text: action.action,
    owners: row.owners.map(({ id, organisation, role }) => ({ id, organisation, role })),
    target: state.target?.written ?? null,
    due: state.due,
    firstTarget: action.target?.written ?? null,
    firstDue: action.target?.due ?? null,
    status: state.status,
    rag: state.rag,
    overdue: state.overdue,
    daysOverdue: state.daysOverdue,
    lastUpdate: state.lastUpdate?.day ?? null,
    file: action.file,
    line: question.lineOf(action.at()),
  };
}

/** Those fields, as the columns of a flat table. */
export const ACTION_COLUMNS: readonly string[] = [
  'plan',
  'recommendation',
  'theme',
  'action',
  'text',
  'owners',
  'target',
  'due',
  'firstTarget',
  'firstDue',
  'status',
  'rag',
  'overdue',
  'daysOverdue',
  'lastUpdate',
  'file',
  'line',
];

/** Longest first, then the earlier due day, plan and action. */
export function byDays(days: (row: ActionRow) => number): (a: ActionRow, b: ActionRow) => number {
  return (a, b) =>
    days(b) - days(a) ||
    compareText(a.state.due ?? '9999', b.state.due ?? '9999') ||
    compareText(a.plan.id, b.plan.id) ||
    compareIds(a.action.id, b.action.id);
}

/** An action as commands and JSON name it: `plan/action`. */
export function actionName({ plan, action }: ActionRow): string {
  return `${plan.id}/${action.id}`;
}

/** The id of an action; with its plan where there are several. */
export function actionLabel(row: ActionRow, manyPlans: boolean): string {
  return manyPlans ? actionName(row) : row.action.id;
}

export function ownersLabel(row: ActionRow): string {
  return row.owners.length === 0 ? 'no owner' : row.owners.map(ownerLabel).join('; ');
}

/** The target as written; with its last day where that is not plain from it. */
export function targetLabel({ state: { target } }: ActionRow): string {
  if (!target) return 'none';
  if (target.due === null || target.due === target.written) return target.written;
  return `${target.written} (${target.due})`;
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  paused: 'paused',
  complete: 'complete',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
};

export function statusWords(status: Status): string {
  return STATUS_WORDS[status];
}

/** Status and RAG in words; the tone only repeats them. */
export function statusCell({ state }: ActionRow): Cell {
  const words = statusWords(state.status);
  return state.rag === null
    ? { text: words }
    : { text: `${words} (${state.rag})`, tone: state.rag };
}

/** "on 1 May 2023", for headings. */
export function onDay(day: string): string {
  return `on ${dayInWords(day)}`;
}
