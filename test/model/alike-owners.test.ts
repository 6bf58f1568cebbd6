import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeOwners } from '../../src/model/alike-owners.ts';

const alike = (...names: string[]) => alikeOwners(new Map(names.map((name) => [name, 1])));

describe('spellings of one owner', () => {
  it.each([
    ['case and spaces', 'HMPPS: Head of  records', 'hmpps: Head of Records'],
    [
      'punctuation',
      'HMPPS: Deputy Director, Public Protection',
      'HMPPS Deputy Director, Public Protection',
    ],
    ['order', 'HMPPS: Head of Records', 'Head of Records, HMPPS'],
    [
      'the ampersand',
      'Substance Misuse & Vulnerable Groups',
      'Substance Misuse and Vulnerable Groups',
    ],
    ['a slip', 'NHSE: Director of Comissioning', 'NHSE: Director of Commissioning'],
    [
      'no organisation',
      'Police: Deputy Chief Constable, NPCC Lead',
      'Deputy Chief Constable, NPCC Lead',
    ],
    ['full-width letters', 'ＭoJ: Policy Lead', 'MoJ: Policy Lead'],
  ])('differ in %s', (_, one, other) => {
    expect(alike(one, other).map((group) => [...group].sort())).toEqual([[one, other].sort()]);
  });

  it.each([
    ['numbers', 'Team 1', 'Team 2'],
    ['long numbers', 'Ward 10001', 'Ward 10002'],
    ['short words', 'MoJ: Head of PPU', 'MoJ: Head of PPG'],
    ['organisations', 'NHSE: Director of Health', 'HMPPS: Director of Health'],
    ['short roles', 'NHSE: Director', 'Director'],
    ['whole words', 'Director of Prisons', 'Director of Probation'],
  ])('but %s are other owners', (_, one, other) => {
    expect(alike(one, other)).toEqual([]);
  });

  it('a role that two organisations have is neither of them', () => {
    expect(alike('A: Head of the Unit', 'B: Head of the Unit', 'Head of the Unit')).toEqual([]);
  });

  it('the usual spelling comes first', () => {
    const counts = new Map([
      ['head of records', 1],
      ['Head of Records', 3],
    ]);
    expect(alikeOwners(counts)).toEqual([['Head of Records', 'head of records']]);
  });

  it('the order of the names changes nothing, and none is in two groups', () => {
    const word = fc.constantFrom(
      'Head',
      'head',
      'Haed',
      'of',
      'Records',
      'Recrods',
      'NHSE',
      ':',
      ',',
      '&',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const groups = alike(...names);
        expect(alike(...names.toReversed()).map((group) => [...group].sort())).toEqual(
          expect.arrayContaining(groups.map((group) => [...group].sort())),
        );
        const all = groups.flat();
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
