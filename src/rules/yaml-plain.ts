import { defineRule } from './rule.ts';

export default defineRule({
  id: 'yaml-plain',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'The file is plain YAML in UTF-8, within the limits.',
  why: 'Anchors, aliases, tags, directives and merge keys change what a file says in places where a reader does not see it, and can be made to exhaust memory. Limits: 1 MiB a file, 64 levels, 250,000 parts (words and signs); no NUL character, and no carriage return but before a line feed.',
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
        owner: *records
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
});
