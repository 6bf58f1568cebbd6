import { describe, expect, it } from 'vitest';
import { diffPlans } from '../../src/changes/diff.ts';
import { nearestLeft, pairById } from '../../src/changes/pair.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';

const item = (id: string, file: string, mark = '') => ({ id, file, mark });
const names = (pairs: ReturnType<typeof pairById<ReturnType<typeof item>>>) =>
  pairs.map(({ before, after }) => [before, after].map((one) => one && `${one.file}${one.mark}`));

describe('items of both sides', () => {
  it('are paired by id, and none is left out', () => {
    const before = [item('1', 'a'), item('2', 'a'), item('3', 'a')];
    const after = [item('3', 'b'), item('4', 'b'), item('1', 'b')];
    expect(names(pairById(before, after))).toEqual([
      ['a', 'b'],
      [undefined, 'b'],
      ['a', 'b'],
      ['a', undefined],
    ]);
  });

  it('of one id are paired by file, else the first with the first', () => {
    const before = [item('1', 'a'), item('1', 'b'), item('1', 'c', '!')];
    const after = [item('1', 'c'), item('1', 'x'), item('1', 'b')];
    expect(names(pairById(before, after))).toEqual([
      ['c!', 'c'],
      ['a', 'x'],
      ['b', 'b'],
    ]);
  });

  it('one that is gone stood behind the nearest that is left', () => {
    const before = [item('1', 'a'), item('2', 'a'), item('3', 'a'), item('4', 'a')];
    const [one, two, three, four] = before;
    if (!one || !two || !three || !four) throw new Error('four items');
    const now = [item('1', 'b'), item('2', 'b')];
    expect(nearestLeft(four, before, now)).toBe(now[1]);
    expect(nearestLeft(two, before, now)).toBe(now[0]);
    expect(nearestLeft(one, before, now)).toBe(undefined);
    expect(nearestLeft(four, before, [])).toBe(undefined);
  });
});

describe('an owner that changed, and the entry that says so', () => {
  const plan = (owner: string, entries: readonly string[]) => `plan: x
title: T
kind: strategy
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep.
    actions:
      - id: "1.1"
        action: Publish.
        owner: ${owner}
        progress: [${entries.map((text) => `{date: 2022-05-01, text: "${text}"}`).join(', ')}]
`;
  const reason = (from: string, to: string, old: readonly string[], entries: readonly string[]) => {
    const read = (text: string) => load(memoryTree({ 'a.yaml': text }), ['.']).portfolio;
    const sides = { before: read(plan(from, old)), after: read(plan(to, entries)) };
    return diffPlans(sides).find(({ type }) => type === 'owner-changed')?.reason;
  };

  it.each<[string, string, string, string[], string[], string | null]>([
    ['names the new owner', 'A', '[A, B]', [], ['With B.'], 'With B.'],
    ['names only the one that stays', 'A', '[A, B]', [], ['With A.'], null],
    ['is the first of several', 'A', 'B', [], ['To B.', 'Still B.'], 'To B.'],
    ['names who is gone, where nobody came', '[A, B]', 'A', [], ['Without B.'], 'Without B.'],
    ['names only who stays, where one is gone', '[A, B]', 'A', [], ['Still A.'], null],
    ['names who is gone of two that were', '[A, B]', '[B]', [], ['Without A.'], 'Without A.'],
    ['names one of two who stay', '[A, B, C]', '[A, B]', [], ['Still A.'], null],
    ['was there before', 'A', 'B', ['With B.'], ['With B.'], null],
    ['was only edited', 'A', 'B', ['With nobody.'], ['With B.'], null],
    ['names the new one, where one is gone too', 'A', 'B', [], ['Without A.'], null],
  ])('%s', (_, from, to, old, entries, expected) => {
    expect(reason(from, to, old, entries)).toBe(expected);
  });
});
