import { actionsOf } from '../model/plan.ts';
import { entriesUntil, stateOn } from '../model/state.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'overdue-explained',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'An action past its target has an entry since, or a new target.',
  why: 'An action that passes its target without a word is one that nobody is looking at.',
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
        target: 2022-09
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
        target: 2022-09
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The record system is delivered late.
`,
  },
  *check({ plan, asOf }) {
    for (const { action } of actionsOf(plan)) {
      const state = stateOn(action, asOf);
      if (!state?.overdue || state.due === null) continue;
      if (state.lastUpdate !== null && state.lastUpdate.day > state.due) continue;
      const mover = entriesUntil(action, asOf).findLast((entry) => entry.target);
      yield {
        at: (mover ?? action).at('target'),
        message: `action ${action.id} was due on ${state.due} and nothing has been said of it since`,
        help: 'add a progress entry that says why, with a new `target` if there is one',
      };
    }
  },
});
