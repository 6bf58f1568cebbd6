import { defineRule } from './rule.ts';

export default defineRule({
  id: 'yaml-unique-keys',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'No key is given twice in one mapping.',
  why: 'Of two values for one key a reader of the file sees both and a program only one, so one of them would be lost.',
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
        owner: Data team
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
