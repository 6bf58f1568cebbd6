import type { Plan } from '../model/plan.ts';
import type { Unread } from '../model/unread.ts';
import { brief } from './naming.ts';
import { knownNames, type ReferenceKind, referencesOf } from './references.ts';
import { defineRule } from './rule.ts';

const WHAT = {
  item: 'recommendation or action',
  action: 'action',
  expectation: 'expectation',
} as const;

const HELP = {
  item: 'write the id of a recommendation or action of this plan, or `other-plan/4.2`',
  action: 'write the id of an action of this plan, or `other-plan/4.2`',
  expectation: 'write the id of the standards, a slash and the id of the expectation',
} as const;

/** Whether what a reference points at may be in something that was not read. */
function mayBeUnread({ file }: Plan, { text, kind }: Pointer, unread: Unread): boolean {
  if (kind === 'expectation') return unread.standards;
  return text.includes('/') ? unread.plans : unread.partly.has(file);
}

interface Pointer {
  readonly text: string;
  readonly kind: ReferenceKind;
}

export default defineRule({
  id: 'reference-exists',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
  limit: ({ plans, standards }) => (plans || standards ? 'in part' : undefined),
  summary: '`see`, `depends-on` and `standards` point at something.',
  why: 'A reference that leads nowhere is a fact lost: what it pointed at was renamed, or never there.',
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
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
        depends-on: "1.3"
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
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
        depends-on: "1.1"
`,
  },
  *check({ portfolio, unread }) {
    const known = knownNames(portfolio);
    for (const plan of portfolio.plans) {
      for (const { at, text, kind } of referencesOf(plan)) {
        const names = known(plan, kind);
        if (names.has(text) || mayBeUnread(plan, { text, kind }, unread)) continue;
        const near = names.near(text);
        yield {
          at,
          message: `there is no ${WHAT[kind]} "${brief(text)}"`,
          help: near ? `did you mean \`${near}\`?` : HELP[kind],
        };
      }
    }
  },
});
