import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeOwners, usualSpellings } from '../../src/model/alike-owners.ts';

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
    ['letters that number a post', 'E Division Senior Officer', 'Division Senior Officer'],
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

  it.each([
    // Under five letters a slip is another word; from nine on, two slips are still one word.
    ['four letters', 'Head of Ward one', 'Head of Warp one', false],
    ['five letters', 'Head of Wards', 'Head of Warps', true],
    ['eight letters, one slip', 'Head of Children', 'Head of Childran', true],
    ['eight letters, two slips', 'Head of Children', 'Head of Chaldran', false],
    ['nine letters, two slips', 'Head of Probation', 'Head of Prabatien', true],
    ['nine letters, three slips', 'Head of Probation', 'Head of Prebatuen', false],
    ['the shorter has eight', 'Head of Childrens', 'Head of Chaldran', false],
    ['two words with a slip', 'Heads of Wards', 'Heeds of Warps', false],
    ['another word in another place', 'Heads of Wards', 'of Wards Haeds', false],
  ])('a slip in %s', (_, one, other, same) => {
    expect(alike(one, other)).toHaveLength(same ? 1 : 0);
  });

  it('many names are one owner through those between them', () => {
    const names = ['Head of Abcdefgh', 'Head of Abcdefgx', 'Head of Abcdefxx'];
    expect(alike(...names).map((group) => group.length)).toEqual([3]);
  });

  it('as often used, the one with its organisation comes first, then by letter', () => {
    const long = 'NHSE: Director of Health';
    const found = alike('Director of Health', 'director of health', long);
    expect(found).toEqual([[long, 'Director of Health', 'director of health']]);
  });

  it('a role of one organisation by itself has three words at least', () => {
    expect(alike('A: Head of Unit', 'Head of Unit')).toHaveLength(1);
    expect(alike('A: Unit Head', 'Unit Head')).toEqual([]);
    expect(alike(': Head of Unit', 'A: Head of Units')).toEqual([]);
  });

  it('each other spelling has its usual one', () => {
    const counts = new Map([
      ['Head of Records', 2],
      ['head of records', 1],
      ['HEAD OF RECORDS', 1],
      ['Nobody', 5],
    ]);
    expect([...usualSpellings(counts)]).toEqual([
      ['HEAD OF RECORDS', 'Head of Records'],
      ['head of records', 'Head of Records'],
    ]);
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
