import { existsOn, stateOn } from '../model/state.ts';
import { actionsOfAll } from './naming.ts';
import { actionIndex, resolveAction } from './references.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'target-order',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'portfolio',
  limit: ({ plans }) => (plans ? 'in part' : undefined),
  summary: 'No action is due before one it depends on.',
  why: 'What cannot be begun before something else is done cannot be done before it either. Where only months or years are known, the finding is a warning.',
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
        target: 2023-09-30
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06-30
        depends-on: "1.1"
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
        target: 2023-06-30
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09-30
        depends-on: "1.1"
`,
  },
  *check({ portfolio, asOf }) {
    const index = actionIndex(portfolio);
    for (const { plan, action } of actionsOfAll(portfolio.plans)) {
      const own = existsOn(action, asOf) ? stateOn(action, asOf) : null;
      if (!own?.open || !own.target?.due) continue;
      for (const [position, reference] of action.dependsOn.entries()) {
        const first = resolveAction(index, plan, reference);
        const state = first && stateOn(first.action, asOf);
        if (!state?.open || !state.target?.due || own.target.due >= state.target.due) continue;
        const certain = [own.target, state.target].every((target) => target.first === target.due);
        yield {
          at: action.at('depends-on', position),
          message: `action ${action.id} is due on ${own.target.due}, before action ${reference}, which it depends on (${state.target.due})`,
          help: 'move one of the two targets with a progress entry, or remove the dependency',
          ...(certain ? {} : { severity: 'warning' as const }),
        };
      }
    }
  },
});
