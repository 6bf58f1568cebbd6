import { type Action, actionsOf, type Plan } from '../model/plan.ts';
import { everyPlan } from '../model/portfolio.ts';
import { expectationsOf } from '../model/standard.ts';
import { repeated } from './repeated.ts';
import { defineRule, type Finding } from './rule.ts';

/** A reference to an id that a recommendation and an action have could mean either. */
function* shared(plan: Plan, actions: readonly Action[]): Generator<Finding> {
  const ids = new Set(plan.recommendations.map(({ id }) => id));
  for (const action of actions) {
    if (action.id === '' || !ids.has(action.id)) continue;
    yield {
      at: action.at('id'),
      message: `there is also ${/^[aeiou]/.test(plan.item) ? 'an' : 'a'} ${plan.item} ${action.id} in this plan`,
      help: 'give one of the two another id',
    };
  }
}

export default defineRule({
  id: 'id-unique',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
  // What is anywhere may have the same id.
  limit: ({ files }) => (files.length > 0 ? 'in part' : undefined),
  summary:
    'Plan ids are unique over all files; the ids of recommendations and actions in their plan; those of owners and expectations in theirs.',
  why: 'An id is how reports, references and later revisions find a commitment again. Two that share one cannot be told apart.',
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
      - id: "1.1"
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
  *check({ portfolio }) {
    const { plans, owners, standards } = portfolio;
    yield* repeated('plan', everyPlan(portfolio), 'plan');
    for (const plan of plans) {
      yield* repeated(plan.item, plan.recommendations);
      const actions = [...actionsOf(plan)].map(({ action }) => action);
      yield* repeated('action', actions);
      yield* shared(plan, actions);
    }
    yield* repeated('owner', owners?.owners ?? []);
    yield* repeated('set of standards', standards, 'standards');
    for (const one of standards) yield* repeated('expectation', expectationsOf(one));
  },
});
