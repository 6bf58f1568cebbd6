import { describe, expect, it } from 'vitest';
import { brief, listed, nameOf } from '../../src/rules/naming.ts';
import { planOf } from '../support/plan-of.ts';

describe('a text in a message', () => {
  it('stays whole as long as it is short enough', () => {
    expect(brief('x'.repeat(60))).toBe('x'.repeat(60));
    expect(brief('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(brief('abcd', 3)).toBe('ab…');
  });

  it('is one line without spaces around it', () => {
    expect(brief('  one\n\n two ')).toBe('one two');
  });
});

it('words are listed as people do', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

it('an item is called what its plan calls it', () => {
  const plan = planOf({ item: 'key concern', recommendations: [{ id: '7', text: 'T' }] });
  const [item] = plan.recommendations;
  expect(item && nameOf(plan, item)).toBe('key concern 7');
});
