import { actionsOf } from '../model/plan.ts';
import type { Status } from '../model/plan-file.ts';
import { entriesUntil, isOpen } from '../model/state.ts';
import { defineRule } from './rule.ts';

const REOPENED = /\bre-?open|\bresum(?:e|ing)|\bre-?start|\breinstat/i;

export default defineRule({
  id: 'progress-status-stays-closed',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary:
    'After complete, superseded or withdrawn, an open status comes only with a text that says reopened and why.',
  why: 'What was reported as done and is open again must not pass as if it had never been done.',
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
          - date: 2022-09-01
            status: complete
            text: The guide is published.
          - date: 2023-03-27
            status: in-progress
            text: The guide is being written.
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
          - date: 2022-09-01
            status: complete
            text: The guide is published.
          - date: 2023-03-27
            status: in-progress
            text: "Reopened: the guide left out electronic records."
`,
  },
  *check({ plan, asOf }) {
    for (const { action } of actionsOf(plan)) {
      let status: Status = 'not-started';
      for (const entry of entriesUntil(action, asOf)) {
        if (entry.status === undefined) continue;
        if (!isOpen(status) && isOpen(entry.status) && !REOPENED.test(entry.text)) {
          yield {
            at: entry.at('status'),
            message: `action ${action.id} was ${status} and is ${entry.status} again`,
            help: 'begin the text with "Reopened:" and say why, or correct the status',
          };
        }
        status = entry.status;
      }
    }
  },
});
