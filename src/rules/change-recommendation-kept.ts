import { counted } from '../model/words.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-recommendation-kept',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'No recommendation disappears.',
  why: 'A reviewer asked for it and the public body answered. What is no longer to be done stays in the plan as not agreed, or its actions as withdrawn or superseded, so that anyone can see what became of it.',
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
  - id: "2"
    text: Train all staff.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Run one course in each office.
        owner: Training team
        target: 2023-09
`,
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
  - id: "2"
    text: Train all staff.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Run one course in each office.
        owner: Training team
        target: 2023-09
        progress:
          - date: 2023-03-27
            status: withdrawn
            text: Withdrawn because the new record system needs no course.
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      if (change.type === 'plan-removed') {
        const { recommendations = [], item = '' } = change.before?.plan ?? {};
        yield {
          at: change.at,
          about: { plan: change.plan, item: null },
          message: `plan ${change.plan} is gone with its ${counted(recommendations.length, item)}; it was at ${whereWas(change)}`,
          help: 'put the file back: a plan that has ended stays as the record of what was done',
        };
      } else if (change.type === 'recommendation-removed') {
        yield {
          at: change.at,
          about: { plan: change.plan, item: change.recommendation },
          message: `${change.before?.plan.item} ${change.recommendation} of plan ${change.plan} is gone; it was at ${whereWas(change)}`,
          help: 'put it back; what will not be done is answered as not agreed, or its actions end as withdrawn or superseded',
        };
      }
    }
  },
});
