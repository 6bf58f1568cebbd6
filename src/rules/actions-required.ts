import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'actions-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation agreed, in full or in part, has at least one action.',
  why: 'Agreement without an action is an intention nobody can follow up.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
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
    for (const recommendation of plan.recommendations) {
      const { agreement, actions } = recommendation;
      if (agreement !== 'agreed' && agreement !== 'partly-agreed') continue;
      if (actions.length > 0) continue;
      yield {
        at: recommendation.at('actions'),
        message: `${nameOf(plan, recommendation)} is ${agreement === 'agreed' ? 'agreed' : 'partly agreed'} but has no action`,
        help: 'add `actions:` with at least one action, its owner and its target',
      };
    }
  },
});
