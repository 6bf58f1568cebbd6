import type { Place } from '../model/diagnostic.ts';
import { cleanedText, UNCLEAN } from '../model/unclean.ts';
import { defineRule, type Finding } from './rule.ts';
import { headTextsOf, textsOf } from './texts.ts';

/** What is neither plain nor certain to be clean: most texts hold none of it. */
const SUSPECT = /[^\x20-\x7e\n\r£‘’“”–—•…]| {2}/;

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a non-breaking space',
  '\u200b': 'a zero-width space',
  '\u00ad': 'a soft hyphen',
  '\t': 'a tab',
};

/** What is not clean in a text, each kind once, by code point and never raw. */
function describe(text: string): string {
  if (!SUSPECT.test(text)) return '';
  const kinds = new Set<string>();
  for (const [found] of text.matchAll(UNCLEAN)) {
    if (found.startsWith(' ')) kinds.add('doubled spaces');
    else {
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      kinds.add(`${NAMES[found] ?? 'an invisible or control character'} (U+${code})`);
    }
  }
  return [...kinds].join(', ');
}

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
      const found = describe(text);
      if (found !== '') yield unclean(at, text, found);
    }
    for (const { part, field, text } of textsOf(plan)) {
      const found = describe(text);
      if (found !== '') yield unclean(part.at(field), text, found);
    }
  },
});
