import { defineRule } from './rule.ts';

export default defineRule({
  id: 'waiver-used',
  group: 'Waivers',
  severity: 'warning',
  scope: 'waivers',
  summary: 'A waiver waives something.',
  why: 'A waiver left behind hides the next real fault at its place.',
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
      # actionplan-ignore owner-required: the published plan names no owner
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
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
      # actionplan-ignore owner-required: the published plan names no owner
      - id: "1.1"
        action: Publish a guide to record keeping.
        target: 2023-06
`,
  },
});
