import { deliverables, isSeveral } from '../model/wording/deliverables.ts';
import type { Step } from '../model/wording/wording.ts';
import { brief, listed } from './naming.ts';
import { defineRule } from './rule.ts';
import { wordingsIn } from './worded-actions.ts';

export default defineRule({
  id: 'one-deliverable',
  group: 'Actions: owner and SMART',
  severity: 'info',
  scope: 'plan',
  summary: 'An action is one step, not a list of several with one date.',
  why: 'Of several steps with one date, the date holds for none, and "complete" cannot be said before the last of them is. Things promised in several sentences, more than two in one, and numbered lists count as several.',
  source:
    'HSAB action plan of 2018, recommendations 3 to 5: numbered lists in one cell with one timescale',
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
        action: >-
          Publish a guide to record keeping. Train every team in its use with a new workbook and a
          checklist.
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
`,
  },
  *check({ plan, asOf }) {
    for (const { action, wording } of wordingsIn(plan, asOf)) {
      const promised = deliverables(wording);
      if (!isSeveral(action.action, promised)) continue;
      yield {
        at: action.at('action'),
        message: `action ${action.id} is several steps in one${promised.length > 1 ? `: ${listed(promised.map(stepName))}` : ''}`,
        help: 'make each step an action of its own, with its own owner and target',
      };
    }
  },
});

function stepName({ verb, product }: Step): string {
  return `"${brief(verb.text)} … ${brief(product?.text ?? '')}"`;
}
