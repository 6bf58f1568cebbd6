import { actionsOf } from '../model/plan.ts';
import { isMissingFrom } from '../model/round.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'round-covered',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'Each action open at an update round has an entry in it.',
  why: 'An update that is silent about an open action leaves its readers to guess whether it was done, dropped or forgotten.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
rounds:
  - date: 2023-03-27
    title: First update
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
rounds:
  - date: 2023-03-27
    title: First update
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
            text: The guide is drafted.
`,
  },
  *check({ plan, asOf }) {
    for (const round of plan.rounds) {
      if (round.date.day > asOf) continue;
      for (const { action } of actionsOf(plan)) {
        if (!isMissingFrom(round, action)) continue;
        yield {
          at: action.at(),
          message: `action ${action.id} was open at the round of ${round.date.written} but has no entry in it`,
          help: `add an entry dated ${round.date.written} that says where it stood`,
        };
      }
    }
  },
});
