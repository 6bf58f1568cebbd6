import { defineRule } from './rule.ts';

export default defineRule({
  id: 'date-real',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'A date exists.',
  why: '30 February is a slip of the pen; which day was meant only its writer knows.',
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
        target: 2023-06-31
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
        target: 2023-06-30
`,
  },
});
