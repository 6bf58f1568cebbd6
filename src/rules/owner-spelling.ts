import { usualSpellings } from '../model/alike-owners.ts';
import type { Action } from '../model/plan.ts';
import { cleanedText } from '../model/unclean.ts';
import { uncleanIn } from './clean.ts';
import { actionsOfAll, brief } from './naming.ts';
import { defineRule } from './rule.ts';

/** Long enough that the difference between two spellings is seen. */
const IN_FULL = 150;

export default defineRule({
  id: 'owner-spelling',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'portfolio',
  limit: (unread, { owners }) =>
    unread.owners || (unread.plans && !owners) ? 'silent' : undefined,
  summary: 'Without an owners file, one owner is spelt one way throughout.',
  why: 'An owner spelt in two ways is counted as two. Spellings that differ only in case, spaces, punctuation or order, by a typing slip, or by leaving out the organisation are taken for one owner. With an owners file, owner-known looks after this.',
  source:
    'HMPPS action plan of 2022 and 2023: "HMPPS Deputy Director, Public Protection Group" without its colon, and the NPCC lead with and without "Police:"',
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
        owner: "HMPPS: Head of Records"
        target: 2023-06
      - id: "1.2"
        action: Publish a form for record keeping.
        owner: "Head of Records, HMPPS"
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
        owner: "HMPPS: Head of Records"
        target: 2023-06
      - id: "1.2"
        action: Publish a form for record keeping.
        owner: "HMPPS: Head of Records"
        target: 2023-06
`,
  },
  *check({ portfolio }) {
    // What is not read may be an owners file, or spell owners as most do.
    if (portfolio.owners) return;
    const actions = actionsOfAll(portfolio.plans).map(({ action }) => action);
    const usual = usualSpellings(portfolio.ownerCounts ?? countOwners(actions));
    for (const action of actions) {
      for (const [index, name] of action.owner.entries()) {
        const most = usual.get(name);
        if (most === undefined) continue;
        yield {
          at: action.at('owner', index),
          message: difference(name, most),
          help: 'use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
        };
      }
    }
  },
});

function difference(name: string, most: string): string {
  const shown = brief(name, IN_FULL);
  const usual = brief(most, IN_FULL);
  if (seen(shown) !== seen(usual)) {
    return `the owner "${shown}" is elsewhere spelt "${usual}"`;
  }
  // What differs cannot be seen, so it is named.
  const [own, others] = [uncleanIn(name), uncleanIn(most)];
  if (own === others)
    return `the owner "${shown}" is elsewhere spelt with another form of its letters`;
  if (own === '') return `the owner "${shown}" is elsewhere spelt with ${others}`;
  return `the owner "${shown}" has ${own}, and is elsewhere spelt ${others === '' ? 'without' : `with ${others}`}`;
}

function seen(name: string): string {
  return cleanedText(name).normalize('NFC');
}

function countOwners(actions: readonly Action[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of actions.flatMap((action) => action.owner)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
