import { brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-owner',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  summary: 'A changed owner is named in a new progress entry.',
  why: 'An action passed on is easily dropped. The log should say who has it now, and since when.',
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
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Archive team
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
        owner: Archive team
        target: 2023-06
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The archive team has taken the guide over.
`,
  },
  *check({ changes }) {
    for (const { type, action, from, to, reason, at } of changes) {
      if (type !== 'owner-changed' || from === null || reason !== null) continue;
      yield {
        at,
        message: `the owner of action ${action} changed from ${brief(from)} to ${to === null ? 'nobody' : brief(to)}, and no new progress entry says so`,
        help: 'add a progress entry that names the new owner',
      };
    }
  },
});
