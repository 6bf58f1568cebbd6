import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'response-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: "A thematic review's item has a response.",
  why: 'A thematic review states concerns rather than recommendations to agree to: the answer is the response.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: thematic-review
submitted: 2022-03-04
item: key concern
recommendations:
  - id: "1"
    text: Records are out of date.
`,
    good: `plan: example
title: Inspection of record keeping
kind: thematic-review
submitted: 2022-03-04
item: key concern
recommendations:
  - id: "1"
    text: Records are out of date.
    response: A guide will be published.
`,
  },
  *check({ plan }) {
    if (plan.kind !== 'thematic-review') return;
    for (const recommendation of plan.recommendations) {
      if (recommendation.response !== undefined) continue;
      yield {
        at: recommendation.at('response'),
        message: `${nameOf(plan, recommendation)} has no response`,
        help: 'add `response:` with the answer given to it',
      };
    }
  },
});
