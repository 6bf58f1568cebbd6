import type { Place } from '../model/diagnostic.ts';
import { cleanedText } from '../model/unclean.ts';
import { uncleanIn } from './clean.ts';
import { defineRule, type Finding } from './rule.ts';
import { headTextsOf, textsOf } from './texts.ts';

function unclean(at: Place, text: string, found: string): Finding {
  return {
    at,
    message: `the text has ${found}`,
    help: 'type the text again there, with ordinary single spaces',
    fix: cleanedText(text) === text ? undefined : { op: 'clean', path: at.path },
  };
}

export default defineRule({
  id: 'text-clean',
  group: 'Identity and references',
  severity: 'warning',
  scope: 'plan',
  summary:
    'Texts have no invisible, bidirectional or control characters, and no doubled or non-breaking spaces.',
  why: 'Such characters come with text copied from Word or PDF. They break search and comparison, and some can make a text read other than it is.',
  repair:
    'takes such characters and spaces out, but for joiners and direction marks, which may be meant',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep  records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
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
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ plan }) {
    for (const { at, text } of headTextsOf(plan)) {
      const found = uncleanIn(text);
      if (found !== '') yield unclean(at, text, found);
    }
    for (const { part, field, text } of textsOf(plan)) {
      const found = uncleanIn(text);
      if (found !== '') yield unclean(part.at(field), text, found);
    }
  },
});
