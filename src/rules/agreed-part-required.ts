import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'agreed-part-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation partly agreed says which part will be implemented.',
  why: 'The published definitions require it; without it nobody can tell what was promised.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: partly-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
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
    agreement: partly-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
    agreed-part: New records will be kept up to date.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ plan }) {
    for (const recommendation of plan.recommendations) {
      if (recommendation.agreement !== 'partly-agreed') continue;
      if (recommendation.agreedPart !== undefined) continue;
      yield {
        at: recommendation.at('agreed-part'),
        message: `${nameOf(plan, recommendation)} is partly agreed, but does not say which part`,
        help: 'add `agreed-part:` with the part that will be implemented',
      };
    }
  },
});
