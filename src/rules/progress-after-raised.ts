import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'progress-after-raised',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'No entry is dated before the action was raised.',
  why: 'An entry from before the action existed belongs to another action, or one of the two dates is wrong.',
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
        target: 2023-06
        progress:
          - date: 2022-01-10
            status: in-progress
            text: Writing has begun.
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
        target: 2023-06
        progress:
          - date: 2022-04-10
            status: in-progress
            text: Writing has begun.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.date.day >= action.raised.first) continue;
        yield {
          at: entry.at('date'),
          message: `an entry is dated ${entry.date.written}, before action ${action.id} was raised on ${action.raised.written}`,
          help: 'check the year of both dates',
        };
      }
    }
  },
});
