import { actionsOf } from '../model/plan.ts';
import { statusOn } from '../model/state.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'smart-time-bound',
  group: 'Actions: owner and SMART',
  severity: 'error',
  scope: 'plan',
  summary: 'Each action has a target, with a last day or a review date.',
  why: 'Without a last day an action can never be late, so it is never looked at again. An open-ended target needs a day on which it is reviewed.',
  source: 'SMART: time-bound',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: ongoing
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: ongoing
        review: 2023-09
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      // What was complete when it was taken on was never owed by a day.
      if (statusOn(action, action.raised.day) === 'complete') continue;
      if (action.target === undefined) {
        yield {
          at: action.at('target'),
          message: `action ${action.id} has no target`,
          help: 'add `target:` with a day, month, quarter, season or year, such as 2022-06',
        };
      } else if (action.target.due === null && action.review === undefined) {
        yield {
          at: action.at('target'),
          message: `action ${action.id} has no last day and no review date`,
          help: 'add `review:` with the date on which it is next looked at, or give a target with a last day',
        };
      }
    }
  },
});
