import { actionsOf } from '../model/plan.ts';
import { everyPlan } from '../model/portfolio.ts';
import { expectationsOf } from '../model/standard.ts';
import { repeated } from './repeated.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'id-unique',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
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
      yield* repeated(
        'action',
        [...actionsOf(plan)].map(({ action }) => action),
      );
    }
    yield* repeated('owner', owners?.owners ?? []);
    yield* repeated('set of standards', standards, 'standards');
    for (const one of standards) yield* repeated('expectation', expectationsOf(one));
  },
});
