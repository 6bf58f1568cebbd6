import { describe, expect, it } from 'vitest';
import {
  actionChanges,
  actionIn,
  type CommitFacts,
  type HistoryEvent,
  inOrder,
  logEvents,
} from '../../src/changes/history.ts';
import { planOf } from '../support/plan-of.ts';

const plan = planOf({
  recommendations: [
    { id: '1', text: 'Keep.', actions: [{ id: '1.1', action: 'Publish a guide.' }] },
    {
      id: '2',
      text: 'Train.',
      actions: [
        {
          id: '2.1',
          action: 'Train staff.',
          raised: '2022-05',
          progress: [
            { date: '2022-06', status: 'in-progress', text: 'Begun.' },
            { date: '2022-07-01', text: 'Goes on.' },
          ],
        },
      ],
    },
  ],
});

describe('an action in a plan', () => {
  it('is found with what it belongs to', () => {
    const found = actionIn(plan, '2.1');
    expect([found?.plan.id, found?.recommendation.id, found?.action.id]).toEqual(['x', '2', '2.1']);
    expect(actionIn(plan, '1.1')?.recommendation.id).toBe('1');
  });

  it('or is not there', () => {
    expect(actionIn(plan, '3.1')).toBe(null);
    expect(actionIn(undefined, '1.1')).toBe(null);
  });

  it('that came or went is told by itself', () => {
    const side = { plans: [plan], context: [], owners: undefined, standards: [] } as never;
    const owners = { before: side, after: side };
    const action = actionIn(plan, '1.1');
    expect(actionChanges(null, action, owners).map(({ type }) => type)).toEqual(['action-added']);
    const [gone, ...more] = actionChanges(action, null, owners);
    expect([gone?.type, gone?.at, more]).toEqual(['action-removed', action?.action.at('id'), []]);
    expect(actionChanges(null, null, owners)).toEqual([]);
    expect(actionChanges(action, action, owners)).toEqual([]);
  });
});

describe('the events of an action', () => {
  const subject = actionIn(plan, '2.1');
  if (!subject) throw new Error('the action is there');
  const commit = (date: string, name: string): HistoryEvent => {
    const facts: CommitFacts = { commit: name, author: 'A', date, subject: 'S' };
    return { source: 'commit', date, commit: facts, changes: [], fault: null };
  };
  const pending: HistoryEvent = {
    source: 'commit',
    date: '2022-01-01',
    commit: null,
    changes: [],
    fault: null,
  };
  const name = (event: HistoryEvent) =>
    event.source === 'log' ? (event.entry?.text ?? 'raised') : (event.commit?.commit ?? 'pending');

  it('are when it was taken on, and every entry of its log', () => {
    expect(logEvents(subject.action).map((event) => [event.date, name(event)])).toEqual([
      ['2022-05-31', 'raised'],
      ['2022-06-30', 'Begun.'],
      ['2022-07-01', 'Goes on.'],
    ]);
  });

  it('stand by day: on one day the log first, and what is not committed last of all', () => {
    const events = [
      pending,
      commit('2022-07-01', 'c3'),
      commit('2022-05-31', 'c1'),
      ...logEvents(subject.action).toReversed(),
      commit('2022-06-01', 'c2'),
    ];
    expect(inOrder(events).map(name)).toEqual([
      'raised',
      'c1',
      'c2',
      'Begun.',
      'Goes on.',
      'c3',
      'pending',
    ]);
    expect(inOrder(events.toReversed()).map(name)).toEqual(inOrder(events).map(name));
  });

  it('an entry of the day it was taken on comes after that', () => {
    const same = planOf({
      recommendations: [
        {
          id: '1',
          text: 'K',
          actions: [{ id: '1.1', action: 'A', progress: [{ date: '2022-03-04', text: 'E' }] }],
        },
      ],
    });
    const events = logEvents(actionIn(same, '1.1')?.action ?? subject.action);
    expect(inOrder(events.toReversed()).map(name)).toEqual(['raised', 'E']);
  });
});
