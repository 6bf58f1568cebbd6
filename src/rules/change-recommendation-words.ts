import { brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-recommendation-words',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: "The reviewer's words stay as they were.",
  why: 'The text of a recommendation is a quotation. Edited words make a commitment look kept that was never asked for.',
  examples: {
    before: `plan: example
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
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Consider keeping records up to date.
    agreement: agreed
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
    text: >-
      Keep records
      up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      if (change.type !== 'recommendation-reworded') continue;
      yield {
        at: change.at,
        message: `the words of ${change.after?.plan.item} ${change.recommendation} were changed; they were at ${whereWas(change)}: "${brief(change.from ?? '')}"`,
        help: 'put the words back as the reviewer wrote them; remarks go into `response` or `notes`',
      };
    }
  },
});
