import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthLength } from '../../src/model/day.ts';
import { MOVEMENT_PARTS } from '../../src/reports/movement.ts';
import type { Period } from '../../src/reports/report.ts';
import { Asked, nameOf, textIn } from '../support/ask.ts';
import { portfolios, realPlans, written } from '../support/portfolios.ts';
import { casesOf } from './cases.ts';

type Part = (typeof MOVEMENT_PARTS)[number];

/** The JSON of a month, as far as it counts what happened. */
interface Told {
  readonly movement: Readonly<Record<Part, number>>;
  readonly movementActions: Readonly<Record<Part, readonly string[]>>;
  readonly movementRepeated: readonly { part: Part; action: string; times: number }[];
  readonly organisations: readonly ({ organisation: string } & Readonly<Record<Part, number>>)[];
  readonly reclosed: readonly { action: string; from: string; to: string }[];
}

function monthsOf(first: number, last: number): Period[] {
  return Array.from({ length: 12 * (last - first + 1) }, (_, at) => {
    const [year, month] = [first + Math.floor(at / 12), (at % 12) + 1];
    const start = `${year}-${String(month).padStart(2, '0')}`;
    return { from: `${start}-01`, to: `${start}-${monthLength(year, month)}` };
  });
}

function ask(asked: Asked, period: Period, organisation?: string) {
  const narrowing = organisation === undefined ? {} : { organisation: [organisation] };
  const { totals, sections } = asked.answer('summary', { asOf: period.to, period, narrowing });
  return { told: totals as unknown as Told, sections };
}

/** A month counts the same in its movement, its lists, its tables and by organisation. */
function expectAgrees(asked: Asked, period: Period): number {
  const { told, sections } = ask(asked, period);
  for (const part of MOVEMENT_PARTS) {
    const again = told.movementRepeated
      .filter((one) => one.part === part)
      .map(({ action, times }) => {
        expect(told.movementActions[part]).toContain(action);
        return times - 1;
      });
    const times = again.reduce((sum, one) => sum + one, told.movementActions[part].length);
    expect([period.from, part, times]).toEqual([period.from, part, told.movement[part]]);
  }
  const moves = sections.find(({ title }) => title === 'Targets moved')?.rows.length ?? 0;
  expect([period.from, moves]).toEqual([period.from, told.movement.targetsMoved]);
  for (const one of told.organisations) {
    if (one.organisation === '(no owner)') continue;
    const own = ask(asked, period, one.organisation).told.movement;
    for (const part of ['completed', 'newlyOverdue', 'targetsMoved'] as const) {
      expect([one.organisation, part, one[part]]).toEqual([one.organisation, part, own[part]]);
    }
  }
  return moves;
}

/** Whatever was recorded as complete in a month, and still is, is in its movement, or said not to be. */
function expectNothingLost(asked: Asked, period: Period): void {
  const { told } = ask(asked, period);
  const known = new Set([
    ...told.movementActions.completed,
    ...told.reclosed.filter(({ to }) => to === 'complete').map(({ action }) => action),
  ]);
  const raised = new Set(told.movementActions.raised);
  const recorded = asked
    .answer('completed', { asOf: period.to })
    .rows.filter((row) => {
      const day = textIn(row, 'recorded');
      return period.from <= day && day <= period.to;
    })
    .map(nameOf);
  expect(recorded.filter((name) => !known.has(name) && !raised.has(name))).toEqual([]);
}

/** Each move of a target is in one month. */
function expectMoves(asked: Asked, months: readonly Period[]): void {
  const moved = months.reduce((sum, month) => sum + expectAgrees(asked, month), 0);
  const { totals } = asked.answer('slippage', { asOf: months.at(-1)?.to ?? '' });
  expect(moved).toBe(totals['moves']);
}

describe('a month says one number wherever it counts, and leaves no completed action out in silence', () => {
  it('in any plans', () => {
    fc.assert(
      fc.property(portfolios, (values) => {
        const asked = new Asked(written(values));
        const months = monthsOf(2022, 2023);
        expectMoves(asked, months);
        for (const month of months) expectNothingLost(asked, month);
      }),
      casesOf('month'),
    );
  });

  it('in the plans of this repository', () => {
    const asked = new Asked(realPlans);
    expectMoves(asked, monthsOf(2018, 2025));
    for (const month of monthsOf(2018, 2025)) expectNothingLost(asked, month);
  });
});
