import type { ActionInPlan } from '../model/plan.ts';
import { actionsOfAll } from './naming.ts';
import { actionIndex, resolveAction } from './references.ts';
import { defineRule } from './rule.ts';

/** The circles met when following steps from each start: each once, from its first member. */
function* circles(
  starts: readonly ActionInPlan[],
  next: (one: ActionInPlan) => readonly ActionInPlan[],
): Generator<ActionInPlan[]> {
  const done = new Set<object>();
  for (const start of starts) {
    // A stack of our own: a long chain of dependencies must not exhaust that of the language.
    const path: { one: ActionInPlan; rest: ActionInPlan[] }[] = [];
    const enter = (one: ActionInPlan) => path.push({ one, rest: [...next(one)] });
    if (!done.has(start.action)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.rest.shift();
      if (step === undefined) {
        done.add(top.one.action);
        path.pop();
        continue;
      }
      const seen = path.findIndex(({ one }) => one.action === step.action);
      if (seen >= 0) yield path.slice(seen).map(({ one }) => one);
      else if (!done.has(step.action)) enter(step);
    }
  }
}

export default defineRule({
  id: 'reference-cycle',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
  limit: ({ plans }) => (plans ? 'in part' : undefined),
  summary: '`depends-on` has no circle.',
  why: 'Actions that wait for one another are never begun.',
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
        depends-on: "1.2"
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
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
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        depends-on: "1.1"
`,
  },
  *check({ portfolio }) {
    const index = actionIndex(portfolio);
    const next = ({ plan, action }: ActionInPlan): ActionInPlan[] =>
      action.dependsOn.flatMap((reference) => resolveAction(index, plan, reference) ?? []);
    for (const circle of circles(actionsOfAll(portfolio.plans), next)) {
      const [first] = circle;
      if (!first) continue;
      const ids = [...circle, first].map(({ plan, action }) =>
        plan === first.plan ? action.id : `${plan.id}/${action.id}`,
      );
      yield {
        at: first.action.at('depends-on'),
        message: `these actions wait for one another: ${ids.join(' → ')}`,
        help: 'remove one of the dependencies',
      };
    }
  },
});
