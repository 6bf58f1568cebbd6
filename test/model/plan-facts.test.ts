import { describe, expect, it } from 'vitest';
import { factsOf, outlineOf } from '../../src/model/plan-facts.ts';
import type { ActionFile, RecommendationFile } from '../../src/model/plan-file.ts';
import { planOf } from '../support/plan-of.ts';

const action = (id: string, more: Partial<ActionFile> = {}): ActionFile => ({
  id,
  action: 'Do it.',
  ...more,
});
const item = (id: string, more: Partial<RecommendationFile> = {}): RecommendationFile => ({
  id,
  text: 'Keep.',
  ...more,
});
const facts = (...recommendations: RecommendationFile[]) => factsOf(planOf({ recommendations }));

describe('what is kept of a plan that was put away', () => {
  it('its ids, owners and standards', () => {
    expect(
      facts(
        item('1', {
          standards: ['s/L1'],
          actions: [
            action('1.1', { owner: ['A', 'B'], standards: ['s/L1', 's/L2'] }),
            action('1.2', { owner: 'A' }),
          ],
        }),
        item('2'),
      ),
    ).toEqual({
      id: 'x',
      ids: '1 1.1 1.2\n2',
      owners: [
        ['A', 2],
        ['B', 1],
      ],
      standards: ['s/L1', 's/L2'],
      doubled: false,
      depends: false,
      waitsFor: [],
      refersOut: false,
    });
  });

  it.each([
    ['recommendation', [item('1'), item('1')], true],
    [
      'action',
      [item('1', { actions: [action('1.1')] }), item('2', { actions: [action('1.1')] })],
      true,
    ],
    ['one of each', [item('1', { actions: [action('1')] })], true],
    ['none', [item('1', { actions: [action('1.1')] })], false],
  ])('whether an id stands twice: %s', (_, recommendations, doubled) => {
    expect(facts(...recommendations).doubled).toBe(doubled);
  });

  it('what its actions wait for', () => {
    const waits = (...dependsOn: string[]) => {
      const actions = [action('1.1', { 'depends-on': dependsOn })];
      const { depends, waitsFor } = facts(item('1', { actions }));
      return [depends, waitsFor];
    };
    expect(waits()).toEqual([false, []]);
    expect(waits('1.2')).toEqual([true, []]);
    expect(waits('1.2', 'other/1.1', 'third/2/1')).toEqual([true, ['other', 'third']]);
  });

  const reference = (...see: string[]): [string, RecommendationFile][] => [
    ['a recommendation', item('1', { see, actions: [action('1.1')] })],
    ['an action', item('1', { actions: [action('1.1', { see })] })],
    [
      'an entry',
      item('1', { actions: [action('1.1', { progress: [{ date: '2023', text: 'T', see }] })] }),
    ],
  ];
  it.each(reference('1', '1.1'))('own items that %s refers to are not out of it', (_, one) => {
    expect(facts(one).refersOut).toBe(false);
  });
  it.each(reference('1', 'other/1'))('items of others that %s refers to are', (_, one) => {
    expect(facts(one).refersOut).toBe(true);
  });
});

describe('the outline of a plan', () => {
  it('has the ids of its items and nothing else', () => {
    const outline = outlineOf(
      'a.yaml',
      facts(item('1', { actions: [action('1.1'), action('1.2')] }), item('2')),
    );
    expect(outline).toMatchObject({ id: 'x', file: 'a.yaml', title: '', item: 'recommendation' });
    expect(outline.at('id')).toEqual({ file: 'a.yaml', path: ['id'] });
    expect(
      outline.recommendations.map(({ id, text, actions }) => [
        id,
        text,
        actions.map((one) => [one.id, one.action, one.progress]),
      ]),
    ).toEqual([
      [
        '1',
        '',
        [
          ['1.1', '', []],
          ['1.2', '', []],
        ],
      ],
      ['2', '', []],
    ]);
    expect(outline.recommendations[0]?.actions[0]?.at('id').file).toBe('a.yaml');
  });

  it('of a plan without items has none', () => {
    expect(outlineOf('a.yaml', facts()).recommendations).toEqual([]);
  });
});
