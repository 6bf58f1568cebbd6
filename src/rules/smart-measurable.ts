import { smartOf } from '../model/smart.ts';
import { defineRule } from './rule.ts';
import { wordingsIn } from './worded-actions.ts';

export default defineRule({
  id: 'smart-measurable',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'plan',
  summary: 'Each action gives its measure, or names something that can be checked.',
  why: 'A third party must be able to see that it is done: from a document to ask for, a number or threshold reached, how often, or for all of whom. An action reported complete is read too, because there it matters most; one superseded or withdrawn is not.',
  source: 'SMART: measurable',
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
        action: Hold a meeting with the archive team.
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
        action: Hold a meeting with the archive team.
        owner: Records team
        target: 2023-06
        measure: The minutes are agreed by every team.
`,
  },
  *check({ plan, asOf }) {
    for (const { action, wording } of wordingsIn(plan, asOf)) {
      if (smartOf(action, wording).measurable) continue;
      yield {
        at: action.at('action'),
        message: `action ${action.id} has no measure, and names no document, number or threshold that can be checked`,
        help: 'add `measure:` with what will show that it is done, or name it in the action',
      };
    }
  },
});
