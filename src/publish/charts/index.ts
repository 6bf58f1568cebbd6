/**
 * The pictures of the dashboard, drawn where pages of reports draw theirs (`render/charts/`). Each is a
 * pure function of plans and day, and counts what the reports count. Null means that there is nothing
 * to draw: nothing is due or done yet, no action has a last day, none exists, none is overdue.
 */
export { ageOfOverdue } from '../../render/charts/age-of-overdue.ts';
export { burnUp } from '../../render/charts/burn-up.ts';
export type { Chart } from '../../render/charts/chart.ts';
export { overdueByOwner } from '../../render/charts/overdue-by-owner.ts';
export { ragByOrganisation, ragByPlan } from '../../render/charts/rag.ts';
export { chartStyle } from '../../render/charts/style.ts';
export { timeline } from '../../render/charts/timeline.ts';
