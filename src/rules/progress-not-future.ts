import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'progress-not-future',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: 'No entry is dated after the day of validation.',
  why: 'Progress is what has happened. A date to come is a slip of the pen, or a plan written as if it were done.',
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
          - date: 2024-03-27
            status: in-progress
            text: The guide is drafted.
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
          - date: 2023-03-27
            status: in-progress
            text: The guide is drafted.
`,
  },
  *check({ plan, asOf }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.date.first <= asOf) continue;
        yield {
          at: entry.at('date'),
          message: `an entry of action ${action.id} is dated ${entry.date.written}, after ${asOf}`,
          help: 'check the year; what is still to come belongs in the target',
        };
      }
    }
  },
});
