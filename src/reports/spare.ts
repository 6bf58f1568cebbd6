import { type ActionInPlan, actionsOf, type Plan } from '../model/plan.ts';
import { type Portfolio, SPARED_NONE, type Spared } from '../model/portfolio.ts';
import { type State, stateOn } from '../model/state.ts';
import { type ActionRow, actionRows } from './action-row.ts';
import type { Question, Shows } from './report.ts';

/*
 * A list shows few of the actions there are and counts the others. Of thousands of plans only those
 * few need to be held until the list is made: what is counted of the others is kept as numbers.
 */

/** The actions that a list shows, and how many there are of all those asked for. */
export function shownRows(
  portfolio: Portfolio,
  question: Question,
  shows: Shows,
): { rows: ActionRow[]; counts: Spared } {
  let counts = portfolio.spared ?? SPARED_NONE;
  const rows: ActionRow[] = [];
  for (const row of actionRows(portfolio, question)) {
    counts = withOne(counts, row.state);
    if (shows(row, question)) rows.push(row);
  }
  return { rows, counts };
}

/** A plan with nothing but the actions that a list shows, and what is counted of the others. */
export function sparePlan(
  plan: Plan,
  question: Question,
  shows: Shows,
  before: Spared,
): { plan: Plan; spared: Spared } {
  let spared = before;
  const shown = new Set<ActionInPlan['action']>();
  // None of a plan that has not been submitted: its actions are not there before it is.
  for (const one of actionsOf(plan)) {
    const state = stateOn(one.action, question.asOf);
    if (!state) continue;
    if (shows({ ...one, state }, question)) shown.add(one.action);
    else spared = withOne(spared, state);
  }
  const recommendations = plan.recommendations
    .filter(({ actions }) => actions.some((action) => shown.has(action)))
    .map((one) => ({ ...one, actions: one.actions.filter((action) => shown.has(action)) }));
  if (recommendations.length > 0) return { plan: { ...plan, recommendations }, spared };
  // A text cut from a file keeps all of that in memory: no more is kept than tells what it was.
  const none = { title: '', item: '', report: undefined, notes: undefined };
  const lists = { by: [], rounds: [], tags: [], recommendations };
  return { plan: { ...plan, ...none, ...lists, id: copied(plan.id) }, spared };
}

function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function withOne(counts: Spared, { open, due, overdue }: State): Spared {
  return {
    actions: counts.actions + 1,
    open: counts.open + Number(open),
    endless: counts.endless + Number(open && due === null),
    overdue: counts.overdue + Number(overdue),
  };
}
