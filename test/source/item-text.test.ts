import { describe, expect, it } from 'vitest';
import { actionChanges, actionIn } from '../../src/changes/history.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { itemText, planNames } from '../../src/source/item-text.ts';
import { load } from '../../src/source/load.ts';

const PLAN = `plan: x
title: T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    actions:
      - id: "1.1"
        action: Publish a guide.
# a comment further out
        target: 2023-06

        owner: Team
      - id: "1.10"
        action: Check a sample.
        target: 2023-04
  - id: "2"
    text: Train.
`;

function changed(before: string, after: string, id: string): boolean {
  const read = (text: string) => load(memoryTree({ 'a.yaml': text }), ['.']).portfolio;
  const [old, now] = [read(before), read(after)];
  const sides = { before: old, after: now };
  return actionChanges(actionIn(old.plans[0], id), actionIn(now.plans[0], id), sides).length > 0;
}

describe('the lines of an item', () => {
  it('are those down to the next one, with comments and empty lines', () => {
    expect(itemText(PLAN, '1.1')).toMatch(/"1\.1"[^]*a comment[^]*owner: Team$/);
    expect(itemText(PLAN, '1.10')).not.toContain('Train');
    expect(itemText(PLAN, '1.9')).toBe(undefined);
  });

  const edits: [string, string, string][] = [
    ['another action', 'Check a sample', 'Check two samples'],
    ['another recommendation', 'Train.', 'Train all.'],
    ['after a comment further out', '2023-06', '2023-07'],
    ['after an empty line', 'owner: Team', 'owner: Other'],
    ['the day of the plan', '2022-03-04', '2022-03-05'],
    ['its recommendation', 'id: "1"\n', 'id: "3"\n'],
    [
      'an item that looks like it in a text',
      'Keep records.',
      '|\n      - id: "1.1"\n        action: Publish a guide.',
    ],
    [
      'the order of its fields',
      '- id: "1.1"\n        action: Publish a guide.',
      '- action: Publish a report.\n        id: "1.1"',
    ],
    ['a list in one line', '- id: "1.1"', '- {id: "1.1", action: a}\n      - id: "1.2"'],
    ['an id in escapes', '- id: "1.1"', '- id: "\\x31.1"'],
    ['a key with a question mark', '- id: "1.1"', '- ? id\n        : "1.1"'],
    ['ends of lines', '\n', '\r\n'],
  ];
  it.each(edits)('never hide a change: %s', (_, from, to) => {
    const after = PLAN.replaceAll(from, to);
    expect(after).not.toBe(PLAN);
    for (const id of ['1.1', '1.10']) {
      const [a, b] = [itemText(PLAN, id), itemText(after, id)];
      if (a !== undefined && a === b) expect(changed(PLAN, after, id)).toBe(false);
    }
  });

  it('are not trusted where a text imitates them', () => {
    const imitated = (target: string) => `plan: x
title: T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: |
      - id: "1.1"
        action: Nothing to see.
    actions:
      - action: Publish a guide.
        "id": "1.1"
        target: ${target}
`;
    expect(changed(imitated('2023-06'), imitated('2023-07'), '1.1')).toBe(true);
    expect(itemText(imitated('2023-06'), '1.1')).toBe(undefined);
  });
});

it('a plan is named on a line of its own, however it is quoted', () => {
  expect(planNames('# x\nplan: "a-1" # y\r\ntitle: plan: b\n')).toEqual(['a-1']);
  expect(planNames("\uFEFFplan: 'b'\n")).toEqual(['b']);
  expect(planNames('  plan: c\n')).toEqual([]);
});
