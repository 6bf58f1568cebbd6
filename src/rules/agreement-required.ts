import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'agreement-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation of an inspection says whether it is agreed.',
  why: 'Those who made the recommendation, and the public, are owed a plain answer.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    actions:
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
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ plan }) {
    if (plan.kind !== 'inspection') return;
    for (const recommendation of plan.recommendations) {
      if (recommendation.agreement !== undefined) continue;
      yield {
        at: recommendation.at('agreement'),
        message: `${nameOf(plan, recommendation)} does not say whether it is agreed`,
        help: 'add `agreement:` with `agreed`, `partly-agreed` or `not-agreed`',
      };
    }
  },
});
