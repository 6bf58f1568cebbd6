import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault, type PlanDate, parseDate } from '../../src/model/date.ts';
import { addDays, daysBetween } from '../../src/model/day.ts';
import { type Action, type Entry, located } from '../../src/model/plan.ts';
import { STATUSES } from '../../src/model/plan-file.ts';
import { isOpen, stateOn } from '../../src/model/state.ts';
import { parseTarget, type Target } from '../../src/model/target.ts';
import { anyDay } from '../support/arbitraries.ts';

function date(text: string): PlanDate {
  const parsed = parseDate(text);
  if (isFault(parsed)) throw new Error(parsed.message);
  return parsed;
}

function target(text: string): Target {
  const parsed = parseTarget(text);
  if (isFault(parsed)) throw new Error(parsed.message);
  return parsed;
}

interface EntryText {
  date: string;
  status?: Entry['status'];
  target?: string;
  completed?: string;
}

function action(first: string | undefined, entries: EntryText[], raised = '2022-03-04'): Action {
  return located('plan.yaml', [], {
    id: '1.1',
    action: 'Do it',
    measure: undefined,
    achievable: undefined,
    realistic: undefined,
    owner: [],
    target: first === undefined ? undefined : target(first),
    review: undefined,
    raised: date(raised),
    since: date(raised).day,
    dependsOn: [],
    see: [],
    standards: [],
    tags: [],
    notes: undefined,
    progress: entries.map((entry, index) =>
      located('plan.yaml', ['progress', index], {
        date: date(entry.date),
        status: entry.status,
        completed: entry.completed === undefined ? undefined : date(entry.completed),
        target: entry.target === undefined ? undefined : target(entry.target),
        by: [],
        text: 'Moved.',
        see: [],
        evidence: [],
      }),
    ),
  });
}

describe('the state of an action on a day', () => {
  it('does not exist before it is raised', () => {
    expect(stateOn(action('2022-06', []), '2022-03-03')).toBe(null);
    expect(stateOn(action('2022-06', []), '2022-03-04')).toMatchObject({ status: 'not-started' });
  });

  it('is not overdue on the due day, and is the day after', () => {
    const one = action('2022-06', []);
    expect(stateOn(one, '2022-06-30')).toMatchObject({ overdue: false, daysOverdue: 0 });
    expect(stateOn(one, '2022-07-01')).toMatchObject({ overdue: true, daysOverdue: 1, rag: 'red' });
  });

  it('is never overdue without a last day', () => {
    for (const open of ['ongoing', 'from 2022-04', 'when: it is live', undefined]) {
      expect(stateOn(action(open, []), '2090-01-01')).toMatchObject({ overdue: false, due: null });
    }
  });

  it('looks only at entries up to the day', () => {
    const one = action('2022-06', [
      { date: '2022-05-01', status: 'in-progress' },
      { date: '2022-08-01', status: 'complete' },
    ]);
    expect(stateOn(one, '2022-04-30')).toMatchObject({ status: 'not-started', rag: 'red' });
    expect(stateOn(one, '2022-05-01')).toMatchObject({ status: 'in-progress', rag: 'amber' });
    expect(stateOn(one, '2022-07-31')).toMatchObject({ overdue: true, rag: 'red' });
    expect(stateOn(one, '2022-08-01')).toMatchObject({ status: 'complete', rag: 'green' });
  });

  it('holds the target of the last entry that gives one', () => {
    const one = action('2022-06', [
      { date: '2022-07-01', target: '2022-12' },
      { date: '2023-01-01', target: '2023-03' },
    ]);
    const state = stateOn(one, '2023-01-01');
    expect(state?.due).toBe('2023-03-31');
    expect(state?.slippage).toBe(daysBetween('2022-06-30', '2023-03-31'));
    expect(state?.moves.map((move) => [move.from?.written, move.to.written])).toEqual([
      ['2022-06', '2022-12'],
      ['2022-12', '2023-03'],
    ]);
  });

  it('counts a target given again as no move', () => {
    expect(
      stateOn(action('2022-06', [{ date: '2022-05-01', target: '2022-06' }]), '2022-05-01')?.moves,
    ).toEqual([]);
  });

  it('is done late against the target that held on the day it was done', () => {
    const one = action('2022-06', [
      { date: '2022-09-01', status: 'complete', completed: '2022-07-10' },
      { date: '2022-09-02', target: '2022-12' },
    ]);
    expect(stateOn(one, '2022-09-02')?.completion).toMatchObject({ daysLate: 10 });
    const moved = action('2022-06', [
      { date: '2022-07-01', target: '2022-08' },
      { date: '2022-07-10', status: 'complete' },
    ]);
    expect(stateOn(moved, '2022-07-10')?.completion?.daysLate).toBe(-52);
  });

  it('keeps the first completion when it is said again, and forgets it when reopened', () => {
    const one = action('2022-06', [
      { date: '2022-05-01', status: 'complete' },
      { date: '2022-06-01', status: 'complete' },
      { date: '2022-07-01', status: 'in-progress' },
      { date: '2022-08-01', status: 'complete' },
    ]);
    expect(stateOn(one, '2022-06-01')?.completion?.done.day).toBe('2022-05-01');
    expect(stateOn(one, '2022-07-01')?.completion).toBe(null);
    expect(stateOn(one, '2022-08-01')?.completion?.done.day).toBe('2022-08-01');
  });

  it('has no colour once superseded or withdrawn', () => {
    for (const status of ['superseded', 'withdrawn'] as const) {
      expect(
        stateOn(action('2022-06', [{ date: '2022-05-01', status }]), '2022-07-01'),
      ).toMatchObject({ rag: null, open: false, overdue: false });
    }
  });
});

describe('over any log', () => {
  const entry = fc.record(
    {
      date: anyDay('2022-03-04', '2024-12-31'),
      status: fc.constantFrom(...STATUSES),
      target: anyDay('2022-03-04', '2025-12-31'),
    },
    { requiredKeys: ['date'] },
  );
  const log = fc.array(entry, { maxLength: 8 });
  const day = anyDay('2022-03-04', '2026-12-31');

  it('is overdue exactly when open and past its due day', () => {
    fc.assert(
      fc.property(log, day, (entries, on) => {
        const state = stateOn(action('2023-01', entries), on);
        if (!state) throw new Error('raised by then');
        expect(state.overdue).toBe(isOpen(state.status) && state.due !== null && state.due < on);
        expect(state.daysOverdue).toBe(state.overdue ? daysBetween(state.due ?? '', on) : 0);
        expect(state.rag === 'green').toBe(state.status === 'complete');
        expect(state.rag === 'amber').toBe(state.status === 'in-progress' && !state.overdue);
      }),
    );
  });

  it('changes only on days with an entry, but for the days counted', () => {
    fc.assert(
      fc.property(log, day, (entries, on) => {
        const next = addDays(on, 1);
        fc.pre(entries.every((one) => one.date !== next));
        const one = action('2023-01', entries);
        expect(stateOn(one, next)?.status).toBe(stateOn(one, on)?.status);
        expect(stateOn(one, next)?.due).toBe(stateOn(one, on)?.due);
      }),
    );
  });

  it('does not depend on the order of entries of different days', () => {
    fc.assert(
      fc.property(log, day, (entries, on) => {
        fc.pre(new Set(entries.map((one) => one.date)).size === entries.length);
        const sorted = [...entries].sort((a, b) => (a.date < b.date ? -1 : 1));
        const a = stateOn(action('2023-01', entries), on);
        const b = stateOn(action('2023-01', sorted), on);
        expect([a?.status, a?.due, a?.lastUpdate]).toEqual([b?.status, b?.due, b?.lastUpdate]);
      }),
    );
  });
});
