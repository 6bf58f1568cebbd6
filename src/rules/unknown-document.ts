import { defineRule } from './rule.ts';

export default defineRule({
  id: 'unknown-document',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'The file is a plan, owners, standards or settings file.',
  why: 'A file that is none of these would be left out of every check and report. Name such files in `ignore` of `actionplan.yaml`.',
  examples: {
    bad: {
      'plan.yaml': `plan: example
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
      'notes.yaml': `minutes:
  - Agreed to keep records.
`,
    },
    good: {
      'plan.yaml': `plan: example
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
  },
});
