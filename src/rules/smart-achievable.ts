import { missingPart } from './missing-part.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'smart-achievable',
  group: 'Actions: owner and SMART',
  severity: 'info',
  scope: 'plan',
  summary: 'Each action says what makes it achievable.',
  why: 'A promise without the means to keep it is a wish: who has the time, the money and the powers, and what it depends on. Where most actions of a plan leave it out, that is one finding for the plan.',
  source: 'SMART: achievable',
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
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        realistic: The last guide was written within three months.
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
        achievable: Two people have the time for it, and the money is agreed.
        realistic: The last guide was written within three months.
`,
  },
  *check({ plan, asOf }) {
    yield* missingPart(
      plan,
      asOf,
      'achievable',
      'add `achievable:` with the means, resources and dependencies',
    );
  },
});
