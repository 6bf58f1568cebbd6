import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/changes/change.ts';
import { diffPlans, sinceAll } from '../../src/changes/diff.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';

const PLAN = `plan: x
title: T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: partly-agreed
    reason:
      category: [policy, operational]
      text: Files are on paper.
    agreed-part: New files.
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: [Team, "NPCC: Lead"]
        target: 2023-06
        depends-on: ["1.2"]
        progress:
          - date: 2023-01-10
            status: in-progress
            text: Begun.
          - date: 2023-02-10
            target: 2023-08
            text: Moved because of the new system.
            evidence:
              - title: Minutes
                href: minutes.pdf
      - id: "1.2"
        action: Check a sample.
        owner: Team
        target: 2023-04
`;

type Files = Readonly<Record<string, string>> | string;

function changes(before: Files, after: Files): Change[] {
  const read = (files: Files) =>
    load(memoryTree(typeof files === 'string' ? { 'a.yaml': files } : files), ['.']).portfolio;
  return diffPlans({ before: read(before), after: read(after) });
}

function types(before: Files, after: Files): string[] {
  return changes(before, after).map(({ type, field }) =>
    field === null ? type : `${type} ${field}`,
  );
}

/** A change of one text of the plan, and what it must be called. */
const edits: [what: string, from: string | RegExp, to: string, types: string[]][] = [
  ['title', 'title: T', 'title: U', ['plan-changed title']],
  ['kind', 'kind: inspection', 'kind: strategy', ['plan-changed kind']],
  ['item', 'kind:', 'item: key concern\nkind:', ['plan-changed item']],
  ['by', 'kind:', 'by: HMPPS\nkind:', ['plan-changed by']],
  ['notes', 'kind:', 'notes: Ask again.\nkind:', ['plan-changed notes']],
  ['tags', 'kind:', 'tags: [a]\nkind:', ['plan-changed tags']],
  ['the day of submission', '2022-03-04', '2022-04-04', ['plan-changed submitted']],
  ['rounds', 'kind:', 'rounds: [{date: 2023-03-27}]\nkind:', ['plan-changed rounds']],
  ['the report', 'kind:', 'report: {title: R}\nkind:', ['plan-changed report.title']],
  ['theme', '    agreement', '    theme: Files\n    agreement', ['plan-changed theme']],
  ['addressees', '    agreement', '    to: HMPPS\n    agreement', ['plan-changed to']],
  ['words', 'Keep records', 'Hold records', ['recommendation-reworded']],
  ['agreement', 'partly-agreed', 'agreed', ['agreement-changed']],
  ['category', '[policy, operational]', 'policy', ['reason-changed category']],
  ['reason', 'Files are on paper.', 'Other.', ['reason-changed text']],
  ['part agreed', 'New files.', 'All files.', ['response-changed agreed-part']],
  ['response', '    actions', '    response: Yes.\n    actions', ['response-changed response']],
  ['action', 'Publish a guide.', 'Write a guide.', ['action-reworded']],
  [
    'measure',
    '        target: 2023-06',
    '        measure: M\n        target: 2023-06',
    ['action-changed measure'],
  ],
  [
    'raised',
    '        target: 2023-06',
    '        raised: 2022-05\n        target: 2023-06',
    ['action-changed raised'],
  ],
  [
    'review',
    '        target: 2023-06',
    '        review: 2024\n        target: 2023-06',
    ['action-changed review'],
  ],
  ['owner', '[Team, "NPCC: Lead"]', 'Team', ['owner-changed']],
  ['first target under a move', 'target: 2023-06', 'target: 2023-07', ['first-target-changed']],
  ['first target', 'target: 2023-04', 'target: 2023-05', ['first-target-changed']],
  ['first target taken out', '        target: 2023-04\n', '', ['first-target-changed']],
  ['dependency', '        depends-on: ["1.2"]\n', '', ['action-changed depends-on']],
  ['text of an entry', 'text: Begun.', 'text: Begun well.', ['progress-edited text']],
  [
    'status of an entry',
    'status: in-progress',
    'status: paused',
    ['status-changed', 'progress-edited status'],
  ],
  [
    'target of an entry',
    'target: 2023-08',
    'target: 2023-09',
    ['target-moved', 'progress-edited target'],
  ],
  ['date of an entry', 'date: 2023-01-10', 'date: 2023-01-11', ['progress-edited date']],
  ['evidence of an entry', 'href: minutes.pdf', 'href: others.pdf', ['progress-edited evidence']],
  [
    'two fields of an entry',
    'status: in-progress\n            text: Begun.',
    'text: Begun well.',
    ['status-changed', 'progress-edited status, text'],
  ],
  [
    'removed entry',
    / {10}- date: 2023-01-10[^-]*-[^-]*- /,
    '          - ',
    ['status-changed', 'progress-removed'],
  ],
  ['removed action', / {6}- id: "1.2"[\s\S]*/, '', ['action-removed']],
  ['renumbered action', 'id: "1.2"', 'id: "1.3"', ['action-removed', 'action-added']],
];

describe('each change has its name', () => {
  it.each(edits)('%s', (_, from, to, expected) => {
    const after = PLAN.replace(from, to);
    expect(after).not.toBe(PLAN);
    expect(types(PLAN, after)).toEqual(expected);
  });
});

describe('what is no change', () => {
  const same: [string, string][] = [
    ['comments', PLAN.replace('    text: Keep', '    # why\n    text: Keep')],
    [
      'quotes',
      PLAN.replace('Publish a guide.', '"Publish a guide."').replace('2023-06', "'2023-06'"),
    ],
    [
      'line breaks in a text',
      PLAN.replace('Keep records up to date.', '>-\n      Keep records\n      up to date.'),
    ],
    ['line ends', PLAN.replaceAll('\n', '\r\n')],
    ['another order of owners', PLAN.replace('[Team, "NPCC: Lead"]', '["NPCC: Lead", Team]')],
    ['another spelling of an owner', PLAN.replace('[Team,', '[TEAM,')],
    ['another order of categories', PLAN.replace('[policy, operational]', '[operational, policy]')],
    ['a list of one', PLAN.replace('owner: Team', 'owner: [Team]')],
    [
      'the day of the plan as day of an action',
      PLAN.replace(
        '        target: 2023-04',
        '        raised: 2022-03-04\n        target: 2023-04',
      ),
    ],
    ['letters made up of two signs', PLAN.replace('guide', 'guide\u0301')],
  ];
  it.each(same)('%s', (name, after) => {
    const before = name.startsWith('letters') ? PLAN.replace('guide', 'guid\u00e9') : PLAN;
    expect(after).not.toBe(before);
    expect(changes(before, after)).toEqual([]);
  });

  it('another file', () => {
    expect(changes({ 'a.yaml': PLAN }, { 'b/c.yaml': PLAN })).toEqual([]);
  });

  it('an owner under the id that the owners file gives', () => {
    const owners = 'owners:\n  - id: team\n    organisation: Team\n';
    const after = { 'a.yaml': PLAN.replaceAll('Team', 'team'), 'owners.yaml': owners };
    expect(changes({ 'a.yaml': PLAN, 'owners.yaml': owners }, after)).toEqual([]);
  });

  it('another order of everything: in any order, the same commitments', () => {
    const items = ['a', 'b', 'c', 'd'].map(
      (id) => `  - id: ${id}\n    text: Do ${id}.\n    agreement: agreed\n`,
    );
    const head = PLAN.slice(0, PLAN.indexOf('  - id'));
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: 4 }), (shuffled) => {
        expect(changes(head + items.join(''), head + shuffled.join(''))).toEqual([]);
      }),
    );
  });
});

describe('what is added or removed', () => {
  const head = PLAN.slice(0, PLAN.indexOf('  - id'));
  const body = PLAN.slice(PLAN.indexOf('  - id'));
  const second = body.replaceAll('"1', '"2');

  it('stands for all that it holds', () => {
    expect(types(PLAN, PLAN + second)).toEqual(['recommendation-added']);
    expect(types(PLAN + second, PLAN)).toEqual(['recommendation-removed']);
    expect(types({}, PLAN)).toEqual(['plan-added']);
    expect(types(PLAN, {})).toEqual(['plan-removed']);
  });

  it('stands at the plan where that came or went', () => {
    const places = (found: Change[]) => found.map(({ was, at }) => [was?.path, at?.path]);
    expect(places(changes({}, PLAN))).toEqual([[undefined, ['plan']]]);
    expect(places(changes(PLAN, {}))).toEqual([[['plan'], ['plan']]]);
  });

  it('is the first target an action has, where an entry gives it', () => {
    const without = PLAN.replace('        target: 2023-04\n', '');
    const entry = '        progress: [{ date: 2023-03-01, target: 2023-07, text: Now. }]\n';
    const facts = (found: Change[]) => found.map(({ type, from, to }) => [type, from, to]);
    expect(facts(changes(without, without + entry))).toContainEqual([
      'target-moved',
      null,
      '2023-07',
    ]);
    expect(facts(changes(without + entry, without))).toContainEqual([
      'target-moved',
      '2023-07',
      null,
    ]);
  });

  it('but what moves out of it is not lost', () => {
    const action = /      - id: "2\.2"[\s\S]*$/.exec(second)?.[0] ?? '';
    const moved = head + body + action;
    expect(types(PLAN + second, moved)).toEqual(
      ['action-changed recommendation', 'recommendation-removed'].sort(),
    );
  });

  it('is not lost where an id is given twice', () => {
    expect(types(PLAN + body, PLAN)).toEqual([
      'recommendation-removed',
      'action-removed',
      'action-removed',
    ]);
    expect(types(PLAN, PLAN + body)).toEqual([
      'recommendation-added',
      'action-added',
      'action-added',
    ]);
  });

  it('is matched by file where a plan is there twice', () => {
    const twice = { 'a.yaml': PLAN, 'b.yaml': PLAN.replace('title: T', 'title: U') };
    expect(types(twice, { ...twice, 'b.yaml': PLAN.replace('title: T', 'title: V') })).toEqual([
      'plan-changed title',
    ]);
  });
});

describe('from one side to the other and back', () => {
  it('has as many changes, each the other way round', () => {
    fc.assert(
      fc.property(fc.subarray(edits.slice(0, 29)), (chosen) => {
        const after = chosen.reduce((text, [, from, to]) => text.replace(from, to), PLAN);
        const there = changes(PLAN, after);
        const back = changes(after, PLAN);
        const flip = ({ type, field, from, to }: Change, reverse: boolean) =>
          JSON.stringify([type, field, reverse ? to : from, reverse ? from : to]);
        expect(back.map((one) => flip(one, true)).sort()).toEqual(
          there.map((one) => flip(one, false)).sort(),
        );
        for (const { days } of there) expect(days === null || Number.isInteger(days)).toBe(true);
      }),
    );
  });

  it('nothing changes from a plan to itself', () => {
    fc.assert(
      fc.property(fc.subarray(edits), (chosen) => {
        const text = chosen.reduce((plan, [, from, to]) => plan.replace(from, to), PLAN);
        expect(changes(text, text)).toEqual([]);
      }),
    );
  });
});

describe('since several commits at once', () => {
  it('stands in one order, whichever commit it comes from: the plan, its recommendations, their actions', () => {
    const retitled = PLAN.replace('title: T', 'title: U');
    const reworded = retitled.replace('Keep records', 'Hold records');
    const now = reworded.replace('2023-04', '2023-05');
    const [title, words, target] = changes(PLAN, now);
    if (!title || !words || !target) throw new Error('there are three changes');
    const order = [title, words, target];
    expect(order.map(({ type }) => type)).toEqual([
      'plan-changed',
      'recommendation-reworded',
      'first-target-changed',
    ]);
    for (const lists of [[[target], [words], [title]], [[words], [title, target]], [order]]) {
      expect(sinceAll(lists, order)).toEqual(order);
    }
  });

  it('counts what is new to the tip, and only once', () => {
    const retitled = PLAN.replace('title: T', 'title: U');
    const now = retitled.replace('2023-04', '2023-05');
    // One side of the cross has the new title already, and so has the tip.
    const lists = [changes(PLAN, now), changes(retitled, now)];
    expect(sinceAll(lists, changes(retitled, now)).map(({ type }) => type)).toEqual([
      'first-target-changed',
    ]);
  });
});
