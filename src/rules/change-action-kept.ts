import { sameText } from '../changes/same.ts';
import { brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-action-kept',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'No action disappears: it is withdrawn or superseded by an entry.',
  why: 'An action that vanishes can no longer be overdue. A progress entry that withdraws it says when and why, and reports count it.',
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
      - id: "1.2"
        action: Check a sample of records each quarter.
        owner: Audit team
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
      - id: "1.2"
        action: Check a sample of records each quarter.
        owner: Audit team
        target: 2023-09
        progress:
          - date: 2023-03-27
            status: withdrawn
            text: Withdrawn because the new record system checks every entry.
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      if (change.type !== 'action-removed') continue;
      const twin = changes.find(
        ({ type, plan, to }) =>
          type === 'action-added' && plan === change.plan && sameText(to, change.from),
      );
      yield {
        at: change.at,
        about: { plan: change.plan, item: change.action },
        message: `action ${change.action} is gone; it was at ${whereWas(change)}: "${brief(change.from ?? '')}"`,
        help: twin
          ? `action ${twin.action} has its words: give it its old id back, by which reports find it`
          : 'put it back, and end it with a progress entry of status withdrawn or superseded',
      };
    }
  },
});
