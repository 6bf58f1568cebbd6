import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'target-after-raised',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'The first target is not before the action was raised.',
  why: 'A target that had passed before the action was taken on is a slip of the pen, or an action reported only after it was done.',
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
        target: 2022-01
        progress:
          - date: 2022-04-01
            status: complete
            text: The guide is published.
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
        target: 2022-06
        progress:
          - date: 2022-04-01
            status: complete
            text: The guide is published.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      const due = action.target?.due;
      if (due === undefined || due === null || due >= action.raised.first) continue;
      yield {
        at: action.at('target'),
        message: `the target of action ${action.id} ends on ${due}, before the action was raised on ${action.raised.written}`,
        help: 'check the year of both; an action taken on after the plan was submitted has `raised:`',
      };
    }
  },
});
