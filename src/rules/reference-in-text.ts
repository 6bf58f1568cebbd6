import { nameOf } from './naming.ts';
import { defineRule } from './rule.ts';
import { textsOf } from './texts.ts';

const MENTION = /\b(?:recommendations?|key concerns?)\s+((?:\d+(?:\s*(?:,|and|&)\s*(?=\d))?)+)/gi;

/** The ids a text speaks of, each once. */
function idsIn(text: string): Iterable<string> {
  // Few texts do, and this is found out in a tenth of the time.
  if (!/recommendation|key concern/i.test(text)) return [];
  return new Set([...text.matchAll(MENTION)].flatMap((match) => match[1]?.match(/\d+/g) ?? []));
}

export default defineRule({
  id: 'reference-in-text',
  group: 'Identity and references',
  severity: 'info',
  scope: 'plan',
  summary: 'A recommendation that a text speaks of is also in `see`.',
  why: 'A reference in words cannot be followed or checked; `see` can.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    response: This is taken forward with recommendation 2.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
  - id: "2"
    text: Audit records once a year.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Publish the first audit.
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
    response: This is taken forward with recommendation 2.
    see: "2"
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
  - id: "2"
    text: Audit records once a year.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Publish the first audit.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ plan }) {
    const ids = new Set(plan.recommendations.map(({ id }) => id));
    for (const { recommendation, part, field, text, see } of textsOf(plan)) {
      for (const id of idsIn(text)) {
        const known = see.some((one) => one === id || one.startsWith(`${id}.`));
        if (known || id === recommendation.id || !ids.has(id)) continue;
        yield {
          at: part.at(field),
          message: `the text speaks of ${nameOf(plan, { ...recommendation, id })}, which is not in \`see\``,
          help: `add \`see: ["${id}"]\``,
        };
      }
    }
  },
});
