import { defineRule } from './rule.ts';

export default defineRule({
  id: 'waiver-reason',
  group: 'Waivers',
  severity: 'error',
  scope: 'waivers',
  summary: 'A waiver gives a reason.',
  why: 'Whoever reads the plan next must be able to judge whether the waiver still holds.',
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
      # actionplan-ignore owner-required
      - id: "1.1"
        action: Publish a guide to record keeping.
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
