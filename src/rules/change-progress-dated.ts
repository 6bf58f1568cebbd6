import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-progress-dated',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  summary: 'A new entry is not dated before entries already there, nor after the day.',
  why: 'An entry slipped in between older ones changes what reports say of the past.',
  examples: {
    before: `plan: example
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
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
`,
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
          - date: 2022-12-01
            status: paused
            text: Waiting for the new record system.
          - date: 2023-01-27
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
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
          - date: 2023-02-27
            status: paused
            text: Waiting for the new record system since 1 December.
`,
  },
  *check({ changes, asOf }) {
    for (const { type, action, before, after, at } of changes) {
      const date = after?.entry?.date;
      if (type !== 'progress-added' || !date) continue;
      const older = before?.action?.progress.find((entry) => date.day < entry.date.first);
      if (older) {
        yield {
          at,
          message: `the new entry of ${date.written} on action ${action} is dated before the one of ${older.date.written}, which was already there`,
          help: 'date it on the day it is made, and name the earlier day in its text',
        };
      } else if (date.first > asOf) {
        yield {
          at,
          message: `the new entry of ${date.written} on action ${action} is dated after ${asOf}`,
          help: 'date it on the day it is made',
        };
      }
    }
  },
});
