import { isPlaceholder } from '../model/owner.ts';
import { suggest } from '../model/suggest.ts';
import { actionsOfAll, brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'owner-known',
  group: 'Actions: owner and SMART',
  severity: 'error',
  scope: 'portfolio',
  limit: ({ owners }) => (owners ? 'silent' : undefined),
  summary: 'Each owner is in the owners file, where there is one.',
  why: 'An owner spelt in several ways is counted as several owners, and none of them answers for all.',
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
        owner: record-team
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-team
    organisation: HMPPS
    role: Records team
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
        owner: records-team
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-team
    organisation: HMPPS
    role: Records team
`,
    },
  },
  *check({ portfolio }) {
    const { owners } = portfolio;
    if (!owners) return;
    const known = owners.owners.flatMap((owner) => [owner.id, ...owner.also]);
    for (const { action } of actionsOfAll(portfolio.plans)) {
      // "TBC" is what owner-required speaks of.
      if (action.owner.every(isPlaceholder)) continue;
      for (const [index, name] of action.owner.entries()) {
        if (owners.find(name)) continue;
        const near = suggest(name, known);
        yield {
          at: action.at('owner', index),
          message: `the owner "${brief(name)}" is not in the owners file`,
          help: near
            ? `did you mean \`${brief(near)}\`?`
            : 'add the owner to the owners file, or this spelling under its `also`',
        };
      }
    }
  },
});
