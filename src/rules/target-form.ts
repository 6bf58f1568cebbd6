import { defineRule } from './rule.ts';

export default defineRule({
  id: 'target-form',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'A target has one of the forms of the file format.',
  why: 'A target can only be checked and reported on if its last day is known: `2023-06` ends on 30 June 2023. Forms: 2022-06-30, 2022-06, 2022-Q2, 2022-summer, 2022, FY2022, FY2022-Q1, from 2022-04, ongoing, "when: …".',
  repair: 'rewrites a target that can be read in one way: `June 2023` becomes `2023-06`',
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
        target: June 2023
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
`,
  },
});
