import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildPlan } from '../../src/model/build-plan.ts';
import { addDays } from '../../src/model/day.ts';
import { type Action, actionsOf } from '../../src/model/plan.ts';
import { STATUSES } from '../../src/model/plan-file.ts';
import { UK_FINANCIAL_YEAR } from '../../src/model/target.ts';
import { type Movement, movementOf } from '../../src/reports/movement.ts';
import { anyDay } from '../support/arbitraries.ts';

const entry = fc.record(
  {
    date: anyDay('2022-03-04', '2023-12-31'),
    status: fc.constantFrom(...STATUSES),
    target: anyDay('2022-03-04', '2024-12-31'),
    text: fc.constant('Said.'),
  },
  { requiredKeys: ['date', 'text'] },
);
const action = fc.record({
  raised: anyDay('2022-03-04', '2023-12-31'),
  target: anyDay('2022-03-04', '2024-12-31'),
  progress: fc.array(entry, { maxLength: 6 }),
});
const actions = fc.array(action, { maxLength: 6 }).map((list): Action[] => {
  const value = {
    plan: 'x',
    title: 'T',
    kind: 'strategy' as const,
    submitted: '2022-03-04',
    recommendations: [
      {
        id: '1',
        text: 'T',
        actions: list.map((one, index) => ({ id: `1.${index + 1}`, action: 'Do it.', ...one })),
      },
    ],
  };
  const { plan } = buildPlan('x.yaml', value, UK_FINANCIAL_YEAR);
  return [...actionsOf(plan)].map((one) => one.action);
});
const period = fc
  .tuple(anyDay('2022-01-01', '2024-01-31'), fc.integer({ min: 0, max: 120 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

function balance(m: Movement): number {
  return m.opening + m.raised + m.reopened - m.completed - m.superseded - m.withdrawn;
}

it('the movement of any actions over any period balances', () => {
  fc.assert(
    fc.property(actions, period, (some, days) => {
      const movement = movementOf(some, days);
      expect(balance(movement)).toBe(movement.closing);
    }),
  );
});

it('two periods that follow one another sum to the whole', () => {
  fc.assert(
    fc.property(actions, period, fc.integer({ min: 0, max: 60 }), (some, first, more) => {
      const second = { from: addDays(first.to, 1), to: addDays(first.to, 1 + more) };
      const a = movementOf(some, first);
      const b = movementOf(some, second);
      const whole = movementOf(some, { from: first.from, to: second.to });
      expect(b.opening).toBe(a.closing);
      for (const key of ['raised', 'reopened', 'completed', 'superseded', 'withdrawn'] as const) {
        expect(a[key] + b[key]).toBe(whole[key]);
      }
    }),
  );
});

it('an action that was taken on before its plan was submitted is raised with the plan', () => {
  const value = {
    plan: 'x',
    title: 'T',
    kind: 'strategy' as const,
    submitted: '2022-05-10',
    recommendations: [
      { id: '1', text: 'T', actions: [{ id: '1.1', action: 'Do it.', raised: '2022-03-01' }] },
    ],
  };
  const { plan } = buildPlan('x.yaml', value, UK_FINANCIAL_YEAR);
  const own = [...actionsOf(plan)].map(({ action }) => action);
  const april = movementOf(own, { from: '2022-04-01', to: '2022-04-30' });
  const may = movementOf(own, { from: '2022-05-01', to: '2022-05-31' });
  expect([april.opening, april.raised, april.closing]).toEqual([0, 0, 0]);
  expect([may.opening, may.raised, may.closing]).toEqual([0, 1, 1]);
});
