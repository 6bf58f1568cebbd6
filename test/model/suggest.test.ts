import { describe, expect, it } from 'vitest';
import { onlyNeighbour, suggest, withWord } from '../../src/model/suggest.ts';

const FIELDS = ['target', 'owner', 'progress', 'measure', 'id', 'see', 'tags', 'depends-on'];

describe('what a misspelt name most likely stands for', () => {
  it.each([
    ['targt', 'target'],
    ['TARGET', 'target'],
    ['Ownr', 'owner'],
    ['prgoress', 'progress'],
    // Two letters in a short name, one in a very short one.
    ['ownre', 'owner'],
    ['tgas', 'tags'],
    ['ig', 'id'],
    ['sea', 'see'],
    // A third of the letters of a long one.
    ['dependant-on', 'depends-on'],
    // The only one that begins so.
    ['prog', 'progress'],
    ['meas', 'measure'],
  ])('%s', (name, meant) => {
    expect(suggest(name, FIELDS)).toBe(meant);
  });

  it.each(['colour', 'xyz', 'deadline-of', 'de', ''])('%s is near none', (name) => {
    expect(suggest(name, ['target', 'owner', 'progress', 'depends-on'])).toBe(undefined);
  });

  it('one that differs only in case comes before one that is as near', () => {
    expect(suggest('Team-A', ['team-b', 'TEAM-A'])).toBe('TEAM-A');
  });

  it('of two that differ only in case, the first', () => {
    expect(suggest('TEAM-A', ['Team-A', 'team-a'])).toBe('Team-A');
  });

  it('is given as the candidate is written', () => {
    expect(suggest('publick', ['Public', 'Private'])).toBe('Public');
  });

  it('two that begin so leave it open', () => {
    expect(suggest('long', ['long-beginning-one', 'long-beginning-two'])).toBe(undefined);
    expect(suggest('long', ['long-beginning-one', 'another'])).toBe('long-beginning-one');
    expect(suggest('lon', ['long-beginning-one', 'another'])).toBe('long-beginning-one');
    expect(suggest('lo', ['long-beginning-one', 'another'])).toBe(undefined);
  });

  it('a very long name is not compared', () => {
    const long = 'x'.repeat(200);
    expect(suggest(long, [long])).toBe(long);
    expect(suggest(`${long}x`, [`${long}x`])).toBe(undefined);
    expect(suggest(long, [`${long}x`])).toBe(undefined);
  });
});

describe('the names that have a word in them', () => {
  const NAMES = ['Head of Custody', 'Custody team', 'Custodian', 'owner-known', 'nowner'];
  it.each([
    ['custody', ['Head of Custody', 'Custody team']],
    ['owner', ['owner-known']],
    ['of custody', ['Head of Custody']],
    ['of', []],
    ['', []],
  ])('%s', (word, names) => {
    expect(withWord(word, NAMES)).toEqual(names);
  });
});

describe('the one candidate within a single slip', () => {
  it.each([
    ['agree', ['agreed', 'partly-agreed'], 'agreed'],
    ['agreed', ['agreed', 'not-agreed'], 'agreed'],
    ['agreef', ['agreed'], 'agreed'],
    ['agref', ['agreed'], undefined],
    // Two are as near: neither is certain.
    ['tag', ['tags', 'tab'], undefined],
    ['x', [], undefined],
  ])('%s among %j', (name, candidates, meant) => {
    expect(onlyNeighbour(name, candidates)).toBe(meant);
  });

  it('a very long name is not compared', () => {
    const long = 'x'.repeat(200);
    expect(onlyNeighbour(long, [long])).toBe(long);
    expect(onlyNeighbour(`${long}x`, [`${long}x`])).toBe(undefined);
  });
});
