import { brief } from './naming.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'text-whole',
  group: 'Identity and references',
  severity: 'warning',
  scope: 'plan',
  summary: 'No text ends at a `#` that looks like a part of it.',
  why: 'After a space, YAML takes `#` and all that follows for a comment: half of the text would be lost in silence. In a sentence, so it does with `# 3`; a comment that is meant stands on a line of its own, or two spaces or more behind the text.',
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
        action: Publish a guide to form #2 of record keeping.
        owner: Records team
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
        action: "Publish a guide to form #2 of record keeping."
        owner: Records team
        target: 2023-06
`,
  },
  *check({ cuts }) {
    for (const { at, lost } of cuts) {
      yield {
        at,
        message: `the text ends before \`${brief(lost)}\`, which YAML takes for a comment`,
        help: 'put the whole text in straight quotes; if it is a comment, put it on a line of its own',
      };
    }
  },
});
