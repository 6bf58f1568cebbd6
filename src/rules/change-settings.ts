import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-settings',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  waivable: false,
  summary: "The change does not lower a rule's severity, add an ignore or a waiver: it is shown.",
  why: 'Whoever changes a plan can also change how it is checked. Changes are judged by the settings before them, and a reviewer sees what will hold after.',
  examples: {
    before: {
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
      'actionplan.yaml': `rules:
  complete-evidence: error
`,
    },
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
      'actionplan.yaml': `rules:
  complete-evidence: error
  owner-required: info
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
      'actionplan.yaml': `rules:
  complete-evidence: error
  superseded-by: error
`,
    },
  },
  *check({ settings }) {
    for (const { at, message } of settings) {
      yield {
        at,
        message,
        help: 'a reviewer should agree to this by itself, not along with a plan',
      };
    }
  },
});
