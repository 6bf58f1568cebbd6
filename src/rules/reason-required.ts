import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'reason-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation partly agreed or not agreed gives its reason.',
  why: 'The published definitions require an explanation wherever a recommendation is not agreed in full.',
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
      const { agreement, reason } = recommendation;
      if (agreement === undefined || agreement === 'agreed' || reason?.text !== undefined) continue;
      yield {
        at: reason ? reason.at('text') : recommendation.at('agreement'),
        lacks: recommendation.at('reason').path,
        message: `${nameOf(plan, recommendation)} is ${agreement === 'not-agreed' ? 'not agreed' : 'partly agreed'} without a reason`,
        help: reason
          ? 'add `text:` with the explanation to the reason'
          : 'add `reason:` with a `category` and a `text`',
      };
    }
  },
});
