import { brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-action-words',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  summary:
    'An action keeps its meaning: what was promised, and how it is measured, is not reworded unnoticed.',
  why: 'Softer words turn a missed commitment into a kept one. Sometimes rewording is right; then a reviewer should have seen it.',
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
        action: Publish a poster about record keeping.
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
        action: "Publish a guide to record keeping."
        owner: Records team
        target: 2023-06
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      const measure = change.type === 'action-changed' && change.field === 'measure';
      if ((change.type !== 'action-reworded' && !measure) || change.from === null) continue;
      const what = measure ? 'the measure' : 'the wording';
      yield {
        at: change.at,
        message: `${what} of action ${change.action} was changed; it was at ${whereWas(change)}: "${brief(change.from)}"`,
        help: 'make sure that it still promises the same; a different promise is a new action that supersedes this one',
      };
    }
  },
});
