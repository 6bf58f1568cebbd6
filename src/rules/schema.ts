import { defineRule } from './rule.ts';

export default defineRule({
  id: 'schema',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'Every field is known and of the right form, and required ones are there.',
  why: 'A misspelt field is a fact nobody will find again: `tagret: 2023-06` would leave an action without a target.',
  repair:
    'renames a field or value with one near neighbour, and rewrites a date that can be read in one way',
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
        owner: Records team
        target: 2023-06
        mesure: The guide is published.
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
        measure: The guide is published.
`,
  },
});
