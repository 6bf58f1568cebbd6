import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'completed-consistent',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: '`completed` comes with status complete and is not after its entry.',
  why: 'It is the day the action was done, where that is known and earlier than the day of the update.',
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
          - date: 2023-03-27
            status: complete
            completed: 2023-04-15
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
        target: 2023-06
        progress:
          - date: 2023-03-27
            status: complete
            completed: 2023-02-15
            text: The guide is published.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (!entry.completed) continue;
        if (entry.status !== 'complete') {
          yield {
            at: entry.at('completed'),
            message: `\`completed\` is given, but the status of this entry is ${entry.status ?? 'not given'}`,
            help: 'add `status: complete`, or remove `completed`',
          };
        } else if (entry.completed.first > entry.date.day) {
          yield {
            at: entry.at('completed'),
            message: `completed on ${entry.completed.written}, after the entry of ${entry.date.written} that says so`,
            help: 'check both dates: `completed` is the day it was done, `date` that of the update',
          };
        }
      }
    }
  },
});
