import { describe, expect, it } from 'vitest';
import { validateFiles } from '../support/validate-files.ts';

const PLAN = `plan: x
title: T
kind: inspection
item: key concern
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: partly-agreed
    reason: { category: policy, text: Why. }
    agreed-part: Some.
    actions:
      - id: "1.1"
        action: Publish a guide.
        measure: Downloads.
        owner: A
        target: 2023-12
        progress:
          - { date: 2022-09-30, text: Begun. }
          - { date: 2023-02, status: in-progress, text: Goes on. }
      - id: "1.2"
        action: Publish a form for all who keep records in prisons and in the community.
  - id: "2"
    text: Train.
    agreement: agreed
`;
const LAST = '          - { date: 2023-02, status: in-progress, text: Goes on. }\n';
const added = (entry: string): [string, string] => [LAST, `${LAST}          - { ${entry} }\n`];
const gone = (text: string): [string, string] => [text, ''];
const FORM = 'Publish a form for all who keep records in prisons and in the community.';

const cases: [what: string, edits: [string | RegExp, string][], found: string[]][] = [
  ['nothing', [], []],
  ['an entry of the day itself', [added('date: 2023-05-01, text: T')], []],
  [
    'an entry of the day after',
    [added('date: 2023-05-02, text: T')],
    [
      'change-progress-dated 21 1.1: the new entry of 2023-05-02 on action 1.1 is dated after 2023-05-01 → date it on the day it is made',
    ],
  ],
  ['an entry of this month', [added('date: 2023-05, text: T')], []],
  [
    'an entry before the last one',
    [added('date: 2023-01-31, text: T')],
    [
      'change-progress-dated 21 1.1: the new entry of 2023-01-31 on action 1.1 is dated before the one of 2023-02, which was already there → date it on the day it is made, and name the earlier day in its text',
    ],
  ],
  ['an entry in the month of the last one', [added('date: 2023-02-01, text: T')], []],
  [
    'an entry removed',
    [gone(LAST)],
    [
      'change-progress-kept 19 1.1: the progress entry of 2023-02 on action 1.1 was removed; it was at line 20 of a.yaml in main → put it back as it was, and say in a new entry what has changed',
    ],
  ],
  [
    'an entry edited',
    [['text: Begun.', 'text: Begun well.']],
    [
      'change-progress-kept 19 1.1: the progress entry of 2022-09-30 on action 1.1 was edited (text); it was at line 19 of a.yaml in main → put it back as it was, and say in a new entry what has changed',
    ],
  ],
  [
    'an entry edited in two fields',
    [['text: Begun.', 'status: paused, text: Begun well.']],
    [
      'change-progress-kept 19 1.1: the progress entry of 2022-09-30 on action 1.1 was edited (status, text); it was at line 19 of a.yaml in main → put it back as it was, and say in a new entry what has changed',
    ],
  ],
  [
    'an action reworded',
    [['Publish a guide.', 'Write a guide.']],
    [
      'change-action-words 14 1.1: the wording of action 1.1 was changed; it was at line 14 of a.yaml in main: "Publish a guide." → make sure that it still promises the same; a different promise is a new action that supersedes this one',
    ],
  ],
  [
    'a long action reworded',
    [[FORM, 'Publish a form.']],
    [
      'change-action-words 22 1.2: the wording of action 1.2 was changed; it was at line 22 of a.yaml in main: "Publish a form for all who keep records in prisons and in t…" → make sure that it still promises the same; a different promise is a new action that supersedes this one',
    ],
  ],
  [
    'a measure changed',
    [['Downloads.', 'Visits.']],
    [
      'change-action-words 15 1.1: the measure of action 1.1 was changed; it was at line 15 of a.yaml in main: "Downloads." → make sure that it still promises the same; a different promise is a new action that supersedes this one',
    ],
  ],
  [
    'a measure given',
    [[`        action: ${FORM}`, `        action: ${FORM}\n        measure: M`]],
    [],
  ],
  ['another field', [['        measure', '        achievable: Yes.\n        measure']], []],
  [
    'an action gone',
    [gone(`      - id: "1.2"\n        action: ${FORM}\n`)],
    [
      'change-action-kept 13 1.2: action 1.2 is gone; it was at line 21 of a.yaml in main: "Publish a form for all who keep records in prisons and in t…" → put it back, and end it with a progress entry of status withdrawn or superseded',
    ],
  ],
  [
    'an action with another id',
    [['id: "1.2"', 'id: "1.3"']],
    [
      'change-action-kept 13 1.2: action 1.2 is gone; it was at line 21 of a.yaml in main: "Publish a form for all who keep records in prisons and in t…" → action 1.3 has its words: give it its old id back, by which reports find it',
    ],
  ],
  [
    'a first target edited',
    [['target: 2023-12', 'target: 2024']],
    [
      'change-first-target 17 1.1: the first target of action 1.1 was edited from 2023-12 to 2024 → put 2023-12 back, and add a progress entry with `target: 2024` and a text that says why it moved',
    ],
  ],
  [
    'a first target taken out',
    [gone('        target: 2023-12\n')],
    [
      'change-first-target 13 1.1: the first target of action 1.1 was taken out; it was 2023-12 → put 2023-12 back',
    ],
  ],
  [
    'a first target given',
    [[`        action: ${FORM}`, `        action: ${FORM}\n        target: 2024`]],
    [],
  ],
  [
    'an owner changed',
    [['owner: A', 'owner: B']],
    [
      'change-owner 16 1.1: the owner of action 1.1 changed from A to B, and no new progress entry says so → add a progress entry that names the new owner',
    ],
  ],
  [
    'an owner changed and named',
    [['owner: A', 'owner: B'], added('date: 2023-04-30, text: Handed to B.')],
    [],
  ],
  [
    'an owner taken out',
    [gone('        owner: A\n')],
    [
      'change-owner 13 1.1: the owner of action 1.1 changed from A to nobody, and no new progress entry says so → add a progress entry that names the new owner',
    ],
  ],
  [
    'an owner given',
    [[`        action: ${FORM}`, `        action: ${FORM}\n        owner: B`]],
    [],
  ],
  [
    'the answer changed',
    [['partly-agreed', 'not-agreed']],
    [
      'change-agreement 9 1: key concern 1 went from partly-agreed to not-agreed without a new reason → say in the text of `reason` (or in `response`) why the answer changed',
    ],
  ],
  [
    'the answer changed for a reason',
    [
      ['partly-agreed', 'not-agreed'],
      ['Why.', 'Because.'],
    ],
    [],
  ],
  [
    'the answer taken out',
    [gone('    agreement: agreed\n')],
    [
      'change-agreement 23 2: key concern 2 went from agreed to no answer without a new reason → say in the text of `reason` (or in `response`) why the answer changed',
    ],
  ],
  [
    'the words of a recommendation',
    [['Keep records.', 'Hold records.']],
    [
      'change-recommendation-words 8 1: the words of key concern 1 were changed; they were at line 8 of a.yaml in main: "Keep records." → put the words back as the reviewer wrote them; remarks go into `response` or `notes`',
    ],
  ],
  [
    'a recommendation gone',
    [gone('  - id: "2"\n    text: Train.\n    agreement: agreed\n')],
    [
      'change-recommendation-kept 7 2: key concern 2 of plan x is gone; it was at line 23 of a.yaml in main → put it back; what will not be done is answered as not agreed, or its actions end as withdrawn or superseded',
    ],
  ],
  [
    'a plan gone',
    [['plan: x', 'plan: y']],
    [
      'change-recommendation-kept 1 null: plan x is gone with its 2 key concerns; it was at line 1 of a.yaml in main → put the file back: a plan that has ended stays as the record of what was done',
    ],
  ],
];

/** What the rules of changes say, on 1 May 2023, of a plan that was edited so. */
describe.each(cases)('%s', (_, edits, found) => {
  it('is told by the rules of changes', () => {
    const after = edits.reduce((text, [from, to]) => text.replace(from, to), PLAN);
    const all = validateFiles({ 'a.yaml': after }, { before: { 'a.yaml': PLAN } });
    const told = all
      .filter(({ rule }) => rule.startsWith('change-'))
      .map(
        ({ rule, range, item, message, help }) =>
          `${rule} ${range.start.line} ${item}: ${message} → ${help}`,
      );
    expect(told).toEqual(found);
  });
});

/** The new id is told only of an action with the same words in the same plan. */
it.each<[string, Record<string, string>, boolean]>([
  ['its words in the plan', { 'a.yaml': PLAN.replace('id: "1.2"', 'id: "1.9"') }, true],
  [
    'other words in the plan',
    { 'a.yaml': PLAN.replace('id: "1.2"', 'id: "1.9"').replace(FORM, 'Publish a letter.') },
    false,
  ],
  [
    'its words in another plan',
    {
      'a.yaml': PLAN.replace(`      - id: "1.2"\n        action: ${FORM}\n`, ''),
      'b.yaml': PLAN.replace('plan: x', 'plan: y').replace('id: "1.2"', 'id: "1.9"'),
    },
    false,
  ],
])('an action that is gone, and %s: told %s', (_, after, known) => {
  const other = PLAN.replace('plan: x', 'plan: y').replace(FORM, 'Publish a poem.');
  const before = { 'a.yaml': PLAN, ...('b.yaml' in after ? { 'b.yaml': other } : {}) };
  const [kept] = validateFiles(after, { before }).filter(
    ({ rule, file }) => rule === 'change-action-kept' && file === 'a.yaml',
  );
  expect(kept?.help?.startsWith('action 1.9 has its words')).toBe(known);
});
