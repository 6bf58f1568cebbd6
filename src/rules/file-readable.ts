import { defineRule } from './rule.ts';

export default defineRule({
  id: 'file-readable',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'Every file, folder and link that is named can be read.',
  why: 'A check that could not read a file has not checked it, so the run ends with exit code 2.',
  examples: {
    bad: {},
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
