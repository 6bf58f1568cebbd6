/**
 * The pictures of the dashboard, drawn where pages of reports draw theirs (`render/charts/`). Each is a
 * pure function of plans and day, and counts what the reports count. Null means that there is nothing
 * to draw: no action is due or done, none has a last day, none exists, none is overdue.
 */
export type { Chart, Scope } from '../../render/charts/chart.ts';

import type { Day } from '../../model/day.ts';
import type { Plan } from '../../model/plan.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { Chart, Scope } from '../../render/charts/chart.ts';

export function burnUp(_portfolio: Portfolio, _day: Day, _scope: Scope = {}): Chart | null {
  return null;
}
export function timeline(_plan: Plan, _day: Day): Chart | null {
  return null;
}
export function ragByPlan(_portfolio: Portfolio, _day: Day, _scope: Scope = {}): Chart | null {
  return null;
}
export function ragByOrganisation(
  _portfolio: Portfolio,
  _day: Day,
  _scope: Scope = {},
): Chart | null {
  return null;
}
export function overdueByOwner(_portfolio: Portfolio, _day: Day, _scope: Scope = {}): Chart | null {
  return null;
}
export function ageOfOverdue(_portfolio: Portfolio, _day: Day, _scope: Scope = {}): Chart | null {
  return null;
}
export const chartStyle = '';
