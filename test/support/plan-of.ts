import { buildPlan } from '../../src/model/build-plan.ts';
import { type Action, actionsOf, type Plan } from '../../src/model/plan.ts';
import type { ActionFile, PlanFile } from '../../src/model/plan-file.ts';
import { UK_FINANCIAL_YEAR } from '../../src/model/target.ts';

/** A plan from what its file says; what a plan must have is filled in. */
export function planOf(value: Partial<PlanFile> = {}, file = 'plan.yaml'): Plan {
  const whole = {
    plan: 'x',
    title: 'T',
    kind: 'strategy' as const,
    submitted: '2022-03-04',
    recommendations: [],
    ...value,
  };
  const { plan, faults } = buildPlan(file, whole, UK_FINANCIAL_YEAR);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return plan;
}

/** An action from what its file says, in a plan by itself. */
export function actionOf(value: Partial<ActionFile>): Action {
  const actions = [{ id: '1.1', action: 'Publish a guide.', ...value }];
  const [only] = actionsOf(planOf({ recommendations: [{ id: '1', text: 'Keep.', actions }] }));
  if (!only) throw new Error('one action');
  return only.action;
}
