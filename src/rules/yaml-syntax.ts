import { defineRule } from './rule.ts';

export default defineRule({
  id: 'yaml-syntax',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'The file is one YAML document.',
  why: 'YAML has few rules, but they are strict: spaces to indent, never tabs; `- ` before each item of a list; quotes around a value that holds `: `; one document to a file.',
  repair: 'puts a value that holds `: `, or begins with a sign of YAML, in quotes',
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
        owner: HMPPS: Records team
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
        owner: "HMPPS: Records team"
        target: 2023-06
`,
  },
});
