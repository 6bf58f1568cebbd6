import { expect, it } from 'vitest';
import { buildPlan } from '../../src/model/build-plan.ts';
import { UK_FINANCIAL_YEAR } from '../../src/model/target.ts';

it('what has no day that can be read is left out, and told with its place', () => {
  const { plan, faults } = buildPlan(
    'a.yaml',
    {
      plan: 'x',
      title: 'T',
      kind: 'inspection',
      submitted: '2022-13',
      report: { title: 'R', published: 'May' },
      rounds: [{ date: 'soon' }, { date: '2023' }],
      recommendations: [
        {
          id: '1',
          text: 'T',
          actions: [
            {
              id: '1.1',
              action: 'A',
              target: 'soon',
              review: 'soon',
              raised: 'soon',
              progress: [
                { date: 'soon', text: 'T' },
                { date: '2023', text: 'T', completed: 'soon', target: 'soon' },
              ],
            },
          ],
        },
      ],
    },
    UK_FINANCIAL_YEAR,
  );
  const told = faults.map(({ path, kind, written }) => [path.join(' '), kind, written]);
  const expected = [
    ['submitted', 'date', '2022-13'],
    ['report published', 'date', 'May'],
    ['rounds 0 date', 'date', 'soon'],
    ['recommendations 0 actions 0 target', 'target', 'soon'],
    ['recommendations 0 actions 0 review', 'date', 'soon'],
    ['recommendations 0 actions 0 raised', 'date', 'soon'],
    ['recommendations 0 actions 0 progress 0 date', 'date', 'soon'],
    ['recommendations 0 actions 0 progress 1 completed', 'date', 'soon'],
    ['recommendations 0 actions 0 progress 1 target', 'target', 'soon'],
  ];
  expect(told.map(String).sort()).toEqual(expected.map(String).sort());
  expect(plan.rounds.map(({ date }) => date.written)).toEqual(['2023']);
  expect(plan.report?.published).toBe(undefined);
  const [action] = plan.recommendations[0]?.actions ?? [];
  expect(action?.progress.map(({ path }) => path.at(-1))).toEqual([1]);
  // A day that is not known is before all others, and that of an action is its plan's.
  expect([plan.submitted.day, action?.raised.day]).toEqual(['1900-01-01', '1900-01-01']);
});

it('a text that cannot be read is empty', () => {
  // As it is once faulty values are taken out of it.
  const entry = { date: '2023', evidence: [{ href: 'a.pdf' }] };
  const action = { id: '1.1', progress: [entry] };
  const file = { plan: 'x', recommendations: [{ id: '1', actions: [action] }] };
  const { plan } = buildPlan('a.yaml', file as never, UK_FINANCIAL_YEAR);
  const [item] = plan.recommendations;
  const [done] = item?.actions[0]?.progress ?? [];
  expect([plan.title, item?.text, item?.actions[0]?.action, done?.text]).toEqual(['', '', '', '']);
  expect(done?.evidence).toMatchObject([{ title: '', href: 'a.pdf' }]);
});
