import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/changes/change.ts';
import { diffPlans } from '../../src/changes/diff.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';

const PLAN = `plan: x
title: T
kind: inspection
report:
  title: Report
  publisher: Inspectorate
  published: 2021-11-17
  url: https://a.example/r
submitted: 2022-03-04
rounds:
  - date: 2022-12
recommendations:
  - id: "1"
    to: [HMPPS]
    theme: Files
    text: Keep records up to date.
    see: ["2"]
    standards: [s/L1]
    tags: [old]
    notes: First.
    agreement: partly-agreed
    reason:
      category: [policy, operational]
      text: Files are on paper.
    agreed-part: New files.
    response: In part.
    actions:
      - id: "1.1"
        action: Publish a guide.
        measure: M
        achievable: A
        realistic: R
        owner: [Team, "NPCC: Lead"]
        target: 2023-06
        review: 2024
        raised: 2022-05-01
        depends-on: ["1.2"]
        see: ["1"]
        standards: [s/L1]
        tags: [old]
        notes: First.
        progress:
          - date: 2023-01-10
            status: in-progress
            text: Begun.
          - date: 2023-02-10
            target: 2023-08
            text: Moved because of the new system.
            by: [Team]
            see: ["1"]
            evidence:
              - title: Minutes
                href: minutes.pdf
              - title: Note
      - id: "1.2"
        action: Check a sample.
        owner: Team
        target: 2023-04
  - id: "2"
    text: Train staff.
    agreement: agreed
`;

type Files = Readonly<Record<string, string>>;

function changes(before: Files | string, after: Files | string): Change[] {
  const read = (files: Files | string) =>
    load(memoryTree(typeof files === 'string' ? { 'a.yaml': files } : files), ['.']).portfolio;
  return diffPlans({ before: read(before), after: read(after) });
}

/** Recommendations by their place in the file, in one text. */
function place(of: Change['at'] | null): string {
  return of ? of.path.join('.').replace('recommendations.', 'r').replace('actions.', 'a') : 'none';
}

/** A change in one line: what, where from and to, why, and where both stand. */
function told(change: Change): string {
  const { type, recommendation, action, field, from, to, reason, days } = change;
  const about = [recommendation, action].filter((id) => id !== null).join('/') || 'plan';
  const why = reason === null ? '' : ` because ${JSON.stringify(reason)}`;
  const by = days === null ? '' : ` by ${days}`;
  const words = `${field === null ? '' : ` ${field}`}: ${from} → ${to}${by}${why}`;
  return `${about} ${type}${words} [${place(change.was)} → ${place(change.at)}]`;
}

/** Texts taken out or put in the place of others, each in the plan as it then is. */
function edited(edits: readonly (readonly [string | RegExp, string])[]): string {
  return edits.reduce((text, [from, to]) => {
    const now = text.replace(from, to);
    expect(now).not.toBe(text);
    return now;
  }, PLAN);
}

const cases: [string, [string | RegExp, string][], string[]][] = [
  [
    'title of the report',
    [['title: Report', 'title: Other']],
    ['plan plan-changed report.title: Report → Other [report.title → report.title]'],
  ],
  [
    'publisher',
    [['  publisher: Inspectorate\n', '']],
    [
      'plan plan-changed report.publisher: Inspectorate → null [report.publisher → report.publisher]',
    ],
  ],
  [
    'day of the report',
    [['2021-11-17', '2021-11']],
    [
      'plan plan-changed report.published: 2021-11-17 → 2021-11 [report.published → report.published]',
    ],
  ],
  [
    'address of the report',
    [['a.example/r', 'a.example/s']],
    [
      'plan plan-changed report.url: https://a.example/r → https://a.example/s [report.url → report.url]',
    ],
  ],
  [
    'rounds',
    [['- date: 2022-12', '- date: 2022-12\n    title: First']],
    ['plan plan-changed rounds: 2022-12 → 2022-12 First [rounds → rounds]'],
  ],
  [
    'an action under another recommendation',
    [
      ['      - id: "1.2"\n        action: Check a sample.\n        owner: Team\n', ''],
      [
        '    text: Train staff.\n',
        '    text: Train staff.\n    actions:\n      - id: "1.2"\n        action: Check a sample.\n        owner: Team\n        target: 2023-04\n',
      ],
      ['        target: 2023-04\n  - id: "2"', '  - id: "2"'],
    ],
    ['2/1.2 action-changed recommendation: 1 → 2 [r0.a1.id → r1.a0.id]'],
  ],
  [
    'whom it is to',
    [['to: [HMPPS]', 'to: [HMPPS, MoJ]']],
    ['1 plan-changed to: HMPPS → HMPPS; MoJ [r0.to → r0.to]'],
  ],
  [
    'theme',
    [['    theme: Files\n', '']],
    ['1 plan-changed theme: Files → null [r0.theme → r0.theme]'],
  ],
  [
    'see of a recommendation',
    [['    see: ["2"]\n', '']],
    ['1 plan-changed see: 2 → null [r0.see → r0.see]'],
  ],
  [
    'standards of a recommendation',
    [['    standards: [s/L1]\n', '']],
    ['1 plan-changed standards: s/L1 → null [r0.standards → r0.standards]'],
  ],
  [
    'tags of a recommendation',
    [['    tags: [old]\n', '    tags: [new]\n']],
    ['1 plan-changed tags: old → new [r0.tags → r0.tags]'],
  ],
  [
    'notes of a recommendation',
    [['    notes: First.\n', '    notes: Second.\n']],
    ['1 plan-changed notes: First. → Second. [r0.notes → r0.notes]'],
  ],
  [
    'category',
    [['[policy, operational]', '[affordability]']],
    [
      '1 reason-changed category: policy; operational → affordability [r0.reason.category → r0.reason.category]',
    ],
  ],
  [
    'words of a reason',
    [['on paper', 'in boxes']],
    [
      '1 reason-changed text: Files are on paper. → Files are in boxes. [r0.reason.text → r0.reason.text]',
    ],
  ],
  [
    'agreed, with a new reason',
    [
      ['partly-agreed', 'not-agreed'],
      ['on paper', 'in boxes'],
    ],
    [
      '1 agreement-changed: partly-agreed → not-agreed because "Files are in boxes." [r0.agreement → r0.agreement]',
      '1 reason-changed text: Files are on paper. → Files are in boxes. [r0.reason.text → r0.reason.text]',
    ],
  ],
  [
    'agreed, with a new response',
    [
      ['partly-agreed', 'agreed'],
      ['In part.', 'All of it.'],
    ],
    [
      '1 agreement-changed: partly-agreed → agreed because "All of it." [r0.agreement → r0.agreement]',
      '1 response-changed response: In part. → All of it. [r0.response → r0.response]',
    ],
  ],
  [
    'agreed, with no new words',
    [['partly-agreed', 'agreed']],
    ['1 agreement-changed: partly-agreed → agreed [r0.agreement → r0.agreement]'],
  ],
  [
    'no agreement any more',
    [['    agreement: partly-agreed\n', '']],
    ['1 agreement-changed: partly-agreed → null [r0.agreement → r0.agreement]'],
  ],
  [
    'measure',
    [['measure: M', 'measure: N']],
    ['1/1.1 action-changed measure: M → N [r0.a0.measure → r0.a0.measure]'],
  ],
  [
    'achievable',
    [['achievable: A', 'achievable: B']],
    ['1/1.1 action-changed achievable: A → B [r0.a0.achievable → r0.a0.achievable]'],
  ],
  [
    'realistic',
    [['realistic: R', 'realistic: S']],
    ['1/1.1 action-changed realistic: R → S [r0.a0.realistic → r0.a0.realistic]'],
  ],
  [
    'review',
    [['        review: 2024\n', '']],
    ['1/1.1 action-changed review: 2024 → null [r0.a0.review → r0.a0.review]'],
  ],
  [
    'raised',
    [['        raised: 2022-05-01\n', '']],
    ['1/1.1 action-changed raised: 2022-05-01 → null [r0.a0.raised → r0.a0.raised]'],
  ],
  [
    'see of an action',
    [['        see: ["1"]\n', '        see: ["1", "2"]\n']],
    ['1/1.1 action-changed see: 1 → 1; 2 [r0.a0.see → r0.a0.see]'],
  ],
  [
    'standards of an action',
    [['        standards: [s/L1]\n', '']],
    ['1/1.1 action-changed standards: s/L1 → null [r0.a0.standards → r0.a0.standards]'],
  ],
  [
    'tags of an action',
    [['        tags: [old]\n', '']],
    ['1/1.1 action-changed tags: old → null [r0.a0.tags → r0.a0.tags]'],
  ],
  [
    'notes of an action',
    [['        notes: First.\n', '']],
    ['1/1.1 action-changed notes: First. → null [r0.a0.notes → r0.a0.notes]'],
  ],
  [
    'owner, gone',
    [['[Team, "NPCC: Lead"]', '[Team]']],
    ['1/1.1 owner-changed: Team; NPCC: Lead → Team [r0.a0.owner → r0.a0.owner]'],
  ],
  [
    'owner, new',
    [['[Team, "NPCC: Lead"]', '[Team, "NPCC: Lead", Audit]']],
    ['1/1.1 owner-changed: Team; NPCC: Lead → Team; NPCC: Lead; Audit [r0.a0.owner → r0.a0.owner]'],
  ],
  [
    'owner, with an entry that names the new one',
    [
      ['[Team, "NPCC: Lead"]', '[Team, "HMPPS: Director"]'],
      [
        '      - id: "1.2"',
        '          - date: 2023-03-01\n            text: Handed to the (Director).\n      - id: "1.2"',
      ],
    ],
    [
      '1/1.1 owner-changed: Team; NPCC: Lead → Team; HMPPS: Director because "Handed to the (Director)." [r0.a0.owner → r0.a0.owner]',
      '1/1.1 progress-added: null → Handed to the (Director). [none → r0.a0.progress.2]',
    ],
  ],
  [
    'first target',
    [['target: 2023-04', 'target: 2023-05']],
    ['1/1.2 first-target-changed: 2023-04 → 2023-05 by 31 [r0.a1.target → r0.a1.target]'],
  ],
  [
    'first target without a last day',
    [['target: 2023-04', 'target: ongoing']],
    ['1/1.2 first-target-changed: 2023-04 → ongoing [r0.a1.target → r0.a1.target]'],
  ],
  [
    'done',
    [
      [
        '        target: 2023-04\n',
        '        target: 2023-04\n        progress:\n          - date: 2023-03-01\n            status: complete\n            completed: 2023-02-14\n            text: Done.\n',
      ],
    ],
    [
      '1/1.2 status-changed: not-started → complete because "Done." [r0.a1.id → r0.a1.progress.0.status]',
      '1/1.2 progress-added: null → Done. [none → r0.a1.progress.0]',
    ],
  ],
  [
    'moved again',
    [
      [
        '              - title: Note\n',
        '              - title: Note\n          - date: 2023-07-01\n            target: 2023-12\n            text: No room.\n',
      ],
    ],
    [
      '1/1.1 target-moved: 2023-08 → 2023-12 by 122 because "No room." [r0.a0.progress.1.target → r0.a0.progress.2.target]',
      '1/1.1 progress-added: null → No room. [none → r0.a0.progress.2]',
    ],
  ],
  [
    'moved again, in words that were there',
    [
      [
        '              - title: Note\n',
        '              - title: Note\n          - date: 2023-07-01\n            target: 2023-12\n            text: Begun.\n',
      ],
    ],
    [
      '1/1.1 target-moved: 2023-08 → 2023-12 by 122 [r0.a0.progress.1.target → r0.a0.progress.2.target]',
      '1/1.1 progress-added: null → Begun. [none → r0.a0.progress.2]',
    ],
  ],
  [
    'all of an entry',
    [
      [
        '            text: Moved because of the new system.\n            by: [Team]\n            see: ["1"]\n            evidence:\n              - title: Minutes\n                href: minutes.pdf\n              - title: Note\n',
        '            text: Moved because of the new system.\n            by: [Audit, Team]\n            status: paused\n',
      ],
    ],
    [
      '1/1.1 status-changed: in-progress → paused [r0.a0.progress.0.status → r0.a0.progress.1.status]',
      '1/1.1 progress-edited status, by, see, evidence: 2023-02-10, target 2023-08, by Team, see 1, evidence Minutes minutes.pdf; Note: Moved because of the new system. → 2023-02-10, status paused, target 2023-08, by Audit; Team: Moved because of the new system. [r0.a0.progress.1 → r0.a0.progress.1]',
    ],
  ],
  [
    'by of an entry',
    [['by: [Team]', 'by: [Team, Audit]']],
    ['1/1.1 progress-edited by: Team → Audit; Team [r0.a0.progress.1.by → r0.a0.progress.1.by]'],
  ],
  [
    'see of an entry',
    [['            see: ["1"]\n', '']],
    ['1/1.1 progress-edited see: 1 → null [r0.a0.progress.1.see → r0.a0.progress.1.see]'],
  ],
  [
    'evidence of an entry',
    [['              - title: Note\n', '']],
    [
      '1/1.1 progress-edited evidence: Minutes minutes.pdf; Note → Minutes minutes.pdf [r0.a0.progress.1.evidence → r0.a0.progress.1.evidence]',
    ],
  ],
  [
    'words of an entry',
    [['text: Begun.', 'text: Begun well.']],
    [
      '1/1.1 progress-edited text: Begun. → Begun well. [r0.a0.progress.0.text → r0.a0.progress.0.text]',
    ],
  ],
  [
    'first entry gone',
    [
      [
        '          - date: 2023-01-10\n            status: in-progress\n            text: Begun.\n',
        '',
      ],
    ],
    [
      '1/1.1 status-changed: in-progress → not-started [r0.a0.progress.0.status → r0.a0.id]',
      '1/1.1 progress-removed: Begun. → null [r0.a0.progress.0 → r0.a0.id]',
    ],
  ],
  [
    'first entry that moves a target',
    [
      [
        '        target: 2023-04\n',
        '        target: 2023-04\n        progress: [{ date: 2023-03-01, target: 2023-05, text: Later. }]\n',
      ],
    ],
    [
      '1/1.2 target-moved: 2023-04 → 2023-05 by 31 because "Later." [r0.a1.target → r0.a1.progress.0.target]',
      '1/1.2 progress-added: null → Later. [none → r0.a1.progress.0]',
    ],
  ],
  [
    'second entry gone',
    [[/ {10}- date: 2023-02-10[\s\S]*(?= {6}- id: "1.2")/, '']],
    [
      '1/1.1 target-moved: 2023-08 → 2023-06 by -62 [r0.a0.progress.1.target → r0.a0.target]',
      '1/1.1 progress-removed: Moved because of the new system. → null [r0.a0.progress.1 → r0.a0.progress.0.date]',
    ],
  ],
  [
    'second action gone',
    [[/ {6}- id: "1.2"[\s\S]*(?= {2}- id: "2")/, '']],
    ['1/1.2 action-removed: Check a sample. → null [r0.a1.id → r0.a0.id]'],
  ],
  [
    'first action gone',
    [[/ {6}- id: "1.1"[\s\S]*(?= {6}- id: "1.2")/, '']],
    ['1/1.1 action-removed: Publish a guide. → null [r0.a0.id → r0.id]'],
  ],
  [
    'second recommendation gone',
    [[/ {2}- id: "2"[\s\S]*$/, '']],
    ['2 recommendation-removed: Train staff. → null [r1.id → r0.id]'],
  ],
  [
    'first recommendation gone',
    [[/ {2}- id: "1"[\s\S]*(?= {2}- id: "2")/, '']],
    ['1 recommendation-removed: Keep records up to date. → null [r0.id → recommendations]'],
  ],
  [
    'an action more',
    [[/ {2}- id: "2"\n/, '      - id: "1.3"\n        action: Tell all.\n  - id: "2"\n']],
    ['1/1.3 action-added: null → Tell all. [none → r0.a2.id]'],
  ],
  [
    'a recommendation more',
    [[/$(?![\s\S])/, '  - id: "3"\n    text: Count.\n']],
    ['3 recommendation-added: null → Count. [none → r2.id]'],
  ],
];

describe.each(cases)('%s', (_, edits, lines) => {
  it('is told with what was, what is, why and where', () => {
    expect(changes(PLAN, edited(edits)).map(told)).toEqual(lines);
  });
});
