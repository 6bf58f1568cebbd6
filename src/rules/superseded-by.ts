import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

const BY =
  /\b(?:superseded|replaced|overtaken|subsumed|covered|merged|incorporated|taken forward)\b[^.]*\b(?:by|in|into|under|with|through)\b|\b(?:action|recommendation|concern)s? \d/i;

export default defineRule({
  id: 'superseded-by',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'A superseded action says by what.',
  why: 'A commitment replaced by another is only kept if readers can follow it there.',
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
            status: superseded
            text: No longer needed in this form.
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
            status: superseded
            text: Superseded by the national record strategy.
`,
  },
  *check({ plan }) {
    for (const { recommendation, action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.status !== 'superseded') continue;
        const named = [entry.see, action.see, recommendation.see].some((see) => see.length > 0);
        if (named || BY.test(entry.text)) continue;
        yield {
          at: entry.at('text'),
          message: `action ${action.id} is superseded, but it is not said by what`,
          help: 'add `see:` with the action that takes its place, or say it in the text',
        };
      }
    }
  },
});
