import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'complete-evidence',
  group: 'Dates and progress',
  severity: 'off',
  scope: 'plan',
  summary: 'A complete entry cites evidence.',
  why: 'Reviewers ask what shows that an action was done. Off by default: many plans keep their evidence elsewhere.',
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is published.
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
            status: complete
            text: The guide is published.
            evidence:
              - title: Guide to record keeping
                href: evidence/guide.pdf
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.status !== 'complete' || entry.evidence.length > 0) continue;
        yield {
          at: entry.at('evidence'),
          message: `action ${action.id} is reported complete without evidence`,
          help: 'add `evidence:` with the `title` and `href` of what shows it',
        };
      }
    }
  },
});
