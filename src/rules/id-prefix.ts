import { actionsOf } from '../model/plan.ts';
import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'id-prefix',
  group: 'Identity and references',
  severity: 'error',
  scope: 'plan',
  summary: "An action's id begins with its recommendation's id and a dot.",
  why: '"4.2" says where the action belongs wherever it is met: in a report, a meeting or a reference.',
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
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "2.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
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
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ plan }) {
    for (const { recommendation, action } of actionsOf(plan)) {
      if (action.id.startsWith(`${recommendation.id}.`)) continue;
      yield {
        at: action.at('id'),
        message: `action ${action.id} stands under ${nameOf(plan, recommendation)}`,
        help: `begin its id with \`${recommendation.id}.\`, or move it to the ${plan.item} it belongs to`,
      };
    }
  },
});
