import { describe, expect, it } from 'vitest';
import type { EntryFile, Status } from '../../src/model/plan-file.ts';
import { entriesUntil, existsOn, isOpen, stateOn, targetOn } from '../../src/model/state.ts';
import { actionOf } from '../support/plan-of.ts';

const entry = (date: string, more: Partial<EntryFile> = {}): EntryFile => ({
  date,
  text: `Of ${date}.`,
  ...more,
});

it.each<[Status, boolean, string | null, string | null]>([
  ['not-started', true, 'red', 'red'],
  ['in-progress', true, 'amber', 'red'],
  ['paused', true, 'red', 'red'],
  ['complete', false, 'green', 'green'],
  ['superseded', false, null, null],
  ['withdrawn', false, null, null],
])('%s is open: %s; in time %s, past its target %s', (status, open, inTime, past) => {
  const action = actionOf({ target: '2022-06', progress: [entry('2022-05-01', { status })] });
  expect(isOpen(status)).toBe(open);
  expect(stateOn(action, '2022-06-30')).toMatchObject({ open, rag: inTime, overdue: false });
  expect(stateOn(action, '2022-07-10')).toMatchObject({
    rag: past,
    overdue: open,
    daysOverdue: open ? 10 : 0,
  });
});

describe('entries up to a day', () => {
  const texts = (progress: EntryFile[], day: string) =>
    entriesUntil(actionOf({ progress }), day).map(({ text }) => text);

  it('are those dated on the day or before it', () => {
    const log = [entry('2022-05-01'), entry('2022-05-02')];
    expect(texts(log, '2022-04-30')).toEqual([]);
    expect(texts(log, '2022-05-01')).toEqual(['Of 2022-05-01.']);
    expect(texts(log, '2022-05-02')).toEqual(['Of 2022-05-01.', 'Of 2022-05-02.']);
  });

  it('a month counts as its last day', () => {
    expect(texts([entry('2022-05')], '2022-05-30')).toEqual([]);
    expect(texts([entry('2022-05')], '2022-05-31')).toEqual(['Of 2022-05.']);
  });

  it('stand oldest first, and as in the file within one day', () => {
    const log = [
      entry('2022-05-03'),
      entry('2022-05-01', { text: 'B' }),
      entry('2022-05-01', { text: 'A' }),
      entry('2022-05-02'),
    ];
    expect(texts(log, '2022-05-03')).toEqual(['B', 'A', 'Of 2022-05-02.', 'Of 2022-05-03.']);
  });
});

describe('an action without entries', () => {
  it('is not started and has no update, no move and no completion', () => {
    expect(stateOn(actionOf({ target: '2022-06' }), '2022-06-01')).toMatchObject({
      status: 'not-started',
      open: true,
      due: '2022-06-30',
      moves: [],
      slippage: 0,
      lastUpdate: null,
      completion: null,
    });
  });

  it('dates from its own day, or else from its plan', () => {
    expect(existsOn(actionOf({ raised: '2022-05' }), '2022-05-30')).toBe(false);
    expect(existsOn(actionOf({ raised: '2022-05' }), '2022-05-31')).toBe(true);
    expect(stateOn(actionOf({}), '2022-03-03')).toBe(null);
    expect(stateOn(actionOf({}), '2022-03-04')).not.toBe(null);
  });
});

describe('targets', () => {
  it('a first target that comes late moves none, and nothing slips from it', () => {
    const action = actionOf({
      progress: [
        entry('2022-05-01', { target: '2022-06' }),
        entry('2022-06-01', { target: '2022-07' }),
      ],
    });
    const state = stateOn(action, '2022-06-01');
    expect(state?.moves.map(({ from, to }) => [from.written, to.written])).toEqual([
      ['2022-06', '2022-07'],
    ]);
    expect([state?.due, state?.slippage]).toEqual(['2022-07-31', null]);
    expect(targetOn(action, '2022-04-30')).toBe(undefined);
    expect(targetOn(action, '2022-05-31')?.written).toBe('2022-06');
  });

  it('no days slip to or from a target without a last day', () => {
    const away = actionOf({
      target: '2022-06',
      progress: [entry('2022-05-01', { target: 'ongoing' })],
    });
    expect(stateOn(away, '2022-05-01')).toMatchObject({ due: null, slippage: null });
    const back = actionOf({
      target: 'ongoing',
      progress: [entry('2022-05-01', { target: '2022' })],
    });
    expect(stateOn(back, '2022-05-01')).toMatchObject({ due: '2022-12-31', slippage: null });
  });

  it('an earlier target slips backwards', () => {
    const action = actionOf({
      target: '2022-06',
      progress: [entry('2022-05-01', { target: '2022-05' })],
    });
    expect(stateOn(action, '2022-05-01')?.slippage).toBe(-30);
    expect(targetOn(action, '2022-04-30')?.written).toBe('2022-06');
  });
});

describe('completion', () => {
  const completion = (...progress: EntryFile[]) =>
    stateOn(actionOf({ target: '2022-06', progress }), '2023-01-01')?.completion;

  it('is of the day the log gives, else of its entry', () => {
    expect(completion(entry('2022-07-05', { status: 'complete' }))).toMatchObject({
      done: { day: '2022-07-05' },
      dayKnown: false,
      daysLate: 5,
    });
    expect(
      completion(entry('2022-07-05', { status: 'complete', completed: '2022-06-30' })),
    ).toMatchObject({ done: { day: '2022-06-30' }, dayKnown: true, daysLate: 0 });
  });

  it('said again, the last that knows the day is believed, and the first entry keeps it', () => {
    const found = completion(
      entry('2022-07-05', { status: 'complete', completed: '2022-06-20' }),
      entry('2022-08-01', { status: 'complete', completed: '2022-06-29' }),
      entry('2022-09-01', { status: 'complete' }),
    );
    expect(found).toMatchObject({ done: { day: '2022-06-29' }, dayKnown: true, daysLate: -1 });
    expect(found?.entry.date.day).toBe('2022-07-05');
  });

  it('is held against the target of the day it was done', () => {
    const found = completion(
      entry('2022-06-10', { target: '2022-08' }),
      entry('2022-09-01', { status: 'complete', completed: '2022-06-09' }),
    );
    expect([found?.target?.written, found?.daysLate]).toEqual(['2022-06', -21]);
  });

  it('is gone once the action is open again or closed otherwise', () => {
    const done = entry('2022-05-01', { status: 'complete' });
    expect(completion(done, entry('2022-06-01', { status: 'withdrawn' }))).toBe(null);
    expect(completion(done, entry('2022-06-01'))?.done.day).toBe('2022-05-01');
  });

  it('has no lateness without a last day', () => {
    const action = actionOf({
      target: 'ongoing',
      progress: [entry('2022-05-01', { status: 'complete' })],
    });
    expect(stateOn(action, '2022-05-01')?.completion?.daysLate).toBe(null);
  });
});
