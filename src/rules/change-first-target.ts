import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-first-target',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'The first target is not edited: a move is a progress entry.',
  why: 'Slippage is counted from the first target. Whoever edits it makes a late action look punctual, and no reason is left behind.',
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
        owner: Records team
        target: 2023-12
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
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-12
            text: Moved because the new record system is delivered late.
`,
  },
  *check({ changes }) {
    for (const { type, action, from, to, at } of changes) {
      if (type !== 'first-target-changed' || from === null) continue;
      yield {
        at,
        message: `the first target of action ${action} was ${to === null ? `taken out; it was ${from}` : `edited from ${from} to ${to}`}`,
        help: `put ${from} back${to === null ? '' : `, and add a progress entry with \`target: ${to}\` and a text that says why it moved`}`,
      };
    }
  },
});
