import { ownerLabel } from '../model/owner.ts';
import { stateOn } from '../model/state.ts';
import { actionsOfAll, brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'owner-in-post',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'portfolio',
  limit: ({ owners }) => (owners ? 'silent' : undefined),
  summary: "The owner's post has not ended while the action is open.",
  why: 'An open action whose owner has left belongs to nobody. Posts end where the owners file says `until`; the last day is still in post.',
  examples: {
    bad: {
      'plan.yaml': `plan: example
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
        owner: records-head
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-head
    organisation: HMPPS
    role: Head of Records
    until: 2023-03-31
`,
    },
    good: {
      'plan.yaml': `plan: example
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
        owner: records-head
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-head
    organisation: HMPPS
    role: Head of Records
`,
    },
  },
  *check({ portfolio, asOf }) {
    const { owners } = portfolio;
    if (!owners) return;
    for (const { action } of actionsOfAll(portfolio.plans)) {
      if (!stateOn(action, asOf)?.open) continue;
      for (const [index, name] of action.owner.entries()) {
        const until = owners.find(name)?.until;
        if (!until || until.day >= asOf) continue;
        yield {
          at: action.at('owner', index),
          message: `action ${action.id} is open, but the post of its owner, ${brief(ownerLabel(owners.name(name)))}, ended on ${until.written}`,
          help: 'name the new owner, and say so in a progress entry',
        };
      }
    }
  },
});
