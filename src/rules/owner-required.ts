import { isPlaceholder } from '../model/owner.ts';
import { actionsOf } from '../model/plan.ts';
import { brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'owner-required',
  group: 'Actions: owner and SMART',
  severity: 'error',
  scope: 'plan',
  summary: 'Each action has an owner.',
  why: "An action that is nobody's is not done. What stands for an owner still to be found, such as TBC, names none.",
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
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      const [stands] = action.owner;
      if (stands !== undefined) {
        if (!action.owner.every(isPlaceholder)) continue;
        yield {
          at: action.at('owner', 0),
          message: `action ${action.id} has no owner: "${brief(stands)}" names none`,
          help: 'name the post or team that answers for it',
        };
        continue;
      }
      yield {
        at: action.at('owner'),
        message: `action ${action.id} has no owner`,
        help: 'add `owner:` with the post or team that answers for it',
      };
    }
  },
});
