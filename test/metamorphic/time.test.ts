import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, monthLength } from '../../src/model/day.ts';
import { actionsOf } from '../../src/model/plan.ts';
import type { JsonObject, Period } from '../../src/reports/report.ts';
import { Asked, nameOf, textIn } from '../support/ask.ts';
import { long } from '../support/long.ts';
import { portfolios, realPlans, someDay, written } from '../support/portfolios.ts';
import { casesOf } from './cases.ts';

const FLOWS = [
  'raised',
  'reopened',
  'completed',
  'superseded',
  'withdrawn',
  'targetsMoved',
] as const;
type Movement = Readonly<
  Record<(typeof FLOWS)[number] | 'opening' | 'closing' | 'newlyOverdue', number>
>;

/** The movement of a period by plan, and of all of them under `all`, as it is told on its last day. */
function movements(asked: Asked, period: Period): Map<string, Movement> {
  const { rows, totals } = asked.answer('summary', { asOf: period.to, period });
  const all: JsonObject[] = [...rows, { ...totals, plan: 'all' }];
  return new Map(all.map((row) => [textIn(row, 'plan'), row['movement'] as Movement]));
}

/** Of a plan that is not there yet, nothing moves. */
const NONE: Movement = {
  opening: 0,
  raised: 0,
  reopened: 0,
  completed: 0,
  superseded: 0,
  withdrawn: 0,
  targetsMoved: 0,
  closing: 0,
  newlyOverdue: 0,
};

function monthOf(year: number, month: number): Period {
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${start}-01`, to: `${start}-${monthLength(year, month)}` };
}

function daysOf({ from, to }: Period): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Every plan sums up, day by day, to what the period as a whole says. */
function expectSum(asked: Asked, period: Period): void {
  const whole = movements(asked, period);
  const days = daysOf(period).map((day) => movements(asked, { from: day, to: day }));
  for (const [plan, movement] of whole) {
    const parts = days.map((day) => day.get(plan) ?? NONE);
    for (const flow of FLOWS) {
      const sum = parts.reduce((total, one) => total + one[flow], 0);
      expect([plan, flow, sum]).toEqual([plan, flow, movement[flow]]);
    }
    expect([plan, parts[0]?.opening]).toEqual([plan, movement.opening]);
    expect([plan, parts.at(-1)?.closing]).toEqual([plan, movement.closing]);
    // What became overdue and was mended within the period is newly overdue on a day, not in the whole.
    const newly = parts.reduce((total, one) => total + one.newlyOverdue, 0);
    expect(newly).toBeGreaterThanOrEqual(movement.newlyOverdue);
  }
}

const months = [2021, 2022, 2023].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => monthOf(year, month + 1)),
);

/** Each month begins with what the one before ended with, and balances. */
function expectChain(asked: Asked, some: readonly Period[]): void {
  let before = new Map<string, Movement>();
  for (const month of some) {
    const now = movements(asked, month);
    for (const [plan, movement] of now) {
      const { opening, raised, reopened, completed, superseded, withdrawn, closing } = movement;
      expect([month.from, plan, opening]).toEqual([
        month.from,
        plan,
        before.get(plan)?.closing ?? 0,
      ]);
      expect(opening + raised + reopened - completed - superseded - withdrawn).toBe(closing);
    }
    before = now;
  }
}

/** The actions completed in a period are those completed on its days. */
function expectCompleted(asked: Asked, period: Period): void {
  const idsOf = (of: Period): string[] =>
    asked.answer('completed', { asOf: period.to, period: of }).rows.map(nameOf);
  const parts = daysOf(period).flatMap((day) => idsOf({ from: day, to: day }));
  expect(parts.sort()).toEqual(idsOf(period).sort());
}

describe('a month is the sum of its days, and begins where the last one ended', () => {
  it('in any plans', () => {
    fc.assert(
      fc.property(portfolios, fc.constantFrom(...months.slice(14, 30)), (values, month) => {
        const asked = new Asked(written(values));
        expectSum(asked, month);
        expectCompleted(asked, month);
        expectChain(asked, months);
      }),
      casesOf('days'),
    );
  });

  it.each(['2018-06', '2022-03', '2023-03', '2025-09'])(
    'in the plans of this repository, %s',
    (month) => {
      const asked = new Asked(realPlans);
      const period = monthOf(Number(month.slice(0, 4)), Number(month.slice(5)));
      expectSum(asked, period);
      expectCompleted(asked, period);
    },
  );

  it('in the plans of this repository, from the first month to the last', () => {
    const years = Array.from({ length: 20 }, (_, at) => 2007 + at);
    const all = years.flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => monthOf(year, month + 1)),
    );
    expectChain(new Asked(realPlans), all);
  });
});

/** Reports by what in them depends on days passing alone; the rest may only change with an event. */
const PASSING: Readonly<Record<string, readonly string[]>> = {
  completed: [],
  slippage: ['overdue', 'daysOverdue', 'rag'],
  smart: ['overdue', 'daysOverdue', 'rag'],
  standards: ['overdue'],
  owners: ['overdue', 'dueSoon'],
  summary: ['overdue', 'rag', 'timeline'],
};

/** A value without some fields, wherever they stand in it. */
function without(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !fields.includes(key))
      .map(([key, inner]) => [key, without(inner, fields)]),
  );
}

/** The days on which something is said: a plan, an action, an entry or a round begins to count. */
function eventsOf(asked: Asked): Set<Day> {
  return new Set(
    asked.loaded.portfolio.plans.flatMap((plan) => [
      plan.submitted.day,
      ...plan.rounds.map(({ date }) => date.day),
      ...[...actionsOf(plan)].flatMap(({ action }) => [
        action.raised.day,
        ...action.progress.map(({ date }) => date.day),
      ]),
    ]),
  );
}

function byAction(rows: readonly JsonObject[]): Map<string, JsonObject> {
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/** What may change from one day to the next when nothing is said on it, and what may not. */
function expectConstant(asked: Asked, day: Day): void {
  const next = addDays(day, 1);
  for (const [report, passing] of Object.entries(PASSING)) {
    const said = (asOf: Day) => {
      const { rows, totals } = asked.answer(report, { asOf });
      return without({ rows: [...byOrder(rows)], totals }, passing);
    };
    expect([report, said(next)]).toEqual([report, said(day)]);
  }
  const before = byAction(asked.answer('smart', { asOf: day }).rows);
  for (const [id, now] of byAction(asked.answer('smart', { asOf: next }).rows)) {
    const was = before.get(id) ?? {};
    const { daysOverdue, overdue, rag, due } = was;
    if (overdue)
      expect([id, now['daysOverdue'], now['rag']]).toEqual([id, Number(daysOverdue) + 1, rag]);
    else if (now['overdue'])
      expect([id, now['daysOverdue'], now['rag'], due]).toEqual([id, 1, 'red', day]);
    else expect([id, now['rag']]).toEqual([id, rag]);
  }
  expectGrows(asked, 'overdue', day);
  expectGrows(asked, 'stale', day);
  const left = byAction(asked.answer('upcoming', { asOf: day, days: 30 }).rows);
  for (const [id, row] of byAction(asked.answer('upcoming', { asOf: next, days: 29 }).rows)) {
    expect([id, row['daysLeft']]).toEqual([id, Number(left.get(id)?.['daysLeft']) - 1]);
  }
}

/** Owners are ordered by what is overdue. */
function byOrder(rows: readonly JsonObject[]): JsonObject[] {
  return [...rows].sort((a, b) =>
    JSON.stringify(a['owner']) < JSON.stringify(b['owner']) ? -1 : 1,
  );
}

/** Nothing leaves such a report by days passing. */
function expectGrows(asked: Asked, report: string, day: Day): void {
  const idsOn = (asOf: Day) => byAction(asked.answer(report, { asOf }).rows);
  const now = idsOn(addDays(day, 1));
  expect([...idsOn(day).keys()].filter((id) => !now.has(id))).toEqual([]);
}

describe('between two entries nothing changes but by days passing', () => {
  it('in any plans', () => {
    fc.assert(
      fc.property(
        portfolios,
        fc.array(someDay, { minLength: 10, maxLength: 10 }),
        (values, days) => {
          const asked = new Asked(written(values));
          const events = eventsOf(asked);
          for (const day of days) if (!events.has(addDays(day, 1))) expectConstant(asked, day);
        },
      ),
      casesOf('passing'),
    );
  });

  it('in the plans of this repository', () => {
    const asked = new Asked(realPlans);
    const events = eventsOf(asked);
    // Each day before one on which a target ends, and some others.
    const dues = asked.answer('smart', { asOf: '2026-01-01' }).rows.flatMap(({ due }) => due ?? []);
    const some = [...new Set(dues.map(String))].filter((_, at) => long || at % 4 === 0);
    for (const day of some) if (!events.has(addDays(day, 1))) expectConstant(asked, day);
    expect(some.length).toBeGreaterThan(5);
  });
});
