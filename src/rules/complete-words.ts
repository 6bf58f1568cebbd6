import { actionsOf } from '../model/plan.ts';
import { listed } from './naming.ts';
import { defineRule } from './rule.ts';

// "Will no longer" tells what a reform that is made does.
const TO_COME =
  /\bwill\b(?! no longer\b)|\bon track to\b|\bcontinu(?:e|es|ing) to\b|\bnext phase\b|\b(?:is|are) planned\b|\bplan to\b|\bto be (?:completed|agreed|confirmed|finalised)\b/g;

export default defineRule({
  id: 'complete-words',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'The text of a complete entry does not speak of work still to come.',
  why: '"Complete" beside "will continue to" leaves readers to wonder which of the two is true.',
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is drafted and will be published next year.
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is published.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.status !== 'complete') continue;
        const words = [
          ...new Set(
            (entry.text.toLowerCase().match(TO_COME) ?? []).map(
              (word) => `"${word.replace(/\s+/g, ' ')}"`,
            ),
          ),
        ];
        if (words.length === 0) continue;
        yield {
          at: entry.at('text'),
          message: `action ${action.id} is reported complete, but its text speaks of work to come: ${listed(words)}`,
          help: 'keep the action open until that is done, or make it an action of its own',
        };
      }
    }
  },
});
