import { REASON_CATEGORIES } from '../model/plan-file.ts';
import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'reason-category',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A reason names commissioning, policy, operational or affordability.',
  why: 'The published definitions ask that the reason be one of commissioning, policy, operational or affordability.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      text: The cost is out of proportion to the benefit.
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
`,
  },
  *check({ plan }) {
    for (const recommendation of plan.recommendations) {
      const { reason } = recommendation;
      if (!reason || recommendation.agreement === 'agreed' || reason.category.length > 0) continue;
      yield {
        at: reason.at('category'),
        message: `the reason of ${nameOf(plan, recommendation)} names no category`,
        help: `add \`category:\` with one or more of ${REASON_CATEGORIES.join(', ')}`,
      };
    }
  },
});
