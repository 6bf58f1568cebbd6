import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-agreement',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'Agreement does not change without a reason text that changed with it.',
  why: 'To take back an agreement is the largest change a plan can see. The reason given for the old answer is not one for the new.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    before: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: partly-agreed
    reason:
      category: policy
      text: Paper files are kept for two more years.
    agreed-part: Records of new cases will be up to date.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      category: policy
      text: Paper files are kept for two more years.
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
    agreement: not-agreed
    reason:
      category: policy
      text: The new policy on paper files rules it out.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ changes }) {
    for (const { type, after, recommendation, from, to, reason, at } of changes) {
      if (type !== 'agreement-changed' || from === null || reason !== null) continue;
      yield {
        at,
        message: `${after?.plan.item} ${recommendation} went from ${from} to ${to ?? 'no answer'} without a new reason`,
        help: 'say in the text of `reason` (or in `response`) why the answer changed',
      };
    }
  },
});
