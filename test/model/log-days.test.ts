import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../src/model/build-plan.ts';
import { actionsOf } from '../../src/model/plan.ts';
import { stateOn } from '../../src/model/state.ts';
import { UK_FINANCIAL_YEAR } from '../../src/model/target.ts';

interface EntryText {
  readonly date: string;
  readonly status?: 'in-progress' | 'paused' | 'complete';
  readonly target?: string;
}

function actionWith(progress: readonly EntryText[]) {
  const { plan } = buildPlan(
    'a.yaml',
    {
      plan: 'x',
      title: 'T',
      kind: 'strategy',
      submitted: '2022-03-04',
      recommendations: [
        {
          id: '1',
          text: 'T',
          actions: [
            {
              id: '1.1',
              action: 'A',
              target: '2023-06',
              progress: progress.map((one) => ({ ...one, text: 'Said.' })),
            },
          ],
        },
      ],
    },
    UK_FINANCIAL_YEAR,
  );
  const [first] = actionsOf(plan);
  if (!first) throw new Error('no action was built');
  return first.action;
}

const daysOf = (...dates: string[]) =>
  actionWith(dates.map((date) => ({ date }))).progress.map(({ date }) => date.day);

describe('an entry of a month or year', () => {
  it('counts as its last day', () => {
    expect(daysOf('2023-03')).toEqual(['2023-03-31']);
    expect(daysOf('2023-03-27', '2023-03')).toEqual(['2023-03-27', '2023-03-31']);
    expect(daysOf('2023', '2024-01-05')).toEqual(['2023-12-31', '2024-01-05']);
  });

  it('counts as the day of what was said next, where that is within it', () => {
    expect(daysOf('2023-03', '2023-03-27')).toEqual(['2023-03-27', '2023-03-27']);
    expect(daysOf('2023', '2023-03', '2023-03-27', '2023')).toEqual([
      '2023-03-27',
      '2023-03-27',
      '2023-03-27',
      '2023-12-31',
    ]);
  });

  it('keeps its last day where the next is dated before it altogether: that is a fault to mend', () => {
    expect(daysOf('2023-03', '2023-02-27')).toEqual(['2023-03-31', '2023-02-27']);
    expect(daysOf('2023-03-10', '2023-03', '2023-03-09')).toEqual([
      '2023-03-10',
      '2023-03-31',
      '2023-03-09',
    ]);
  });

  it('keeps what the file says, and the first day it can mean', () => {
    const [entry] = actionWith([{ date: '2023-03' }, { date: '2023-03-27' }]).progress;
    expect(entry?.date).toEqual({ written: '2023-03', first: '2023-03-01', day: '2023-03-27' });
  });

  it('does not undo what the log says after it', () => {
    const done = actionWith([
      { date: '2023-03', status: 'in-progress' },
      { date: '2023-03-27', status: 'complete' },
    ]);
    const moved = actionWith([
      { date: '2023-03', status: 'paused', target: '2023-12-31' },
      { date: '2023-03-27', status: 'in-progress', target: '2024-06-30' },
    ]);
    for (const day of ['2023-03-27', '2023-03-31', '2024-02-01']) {
      expect(stateOn(done, day)).toMatchObject({ status: 'complete', overdue: false });
      expect(stateOn(moved, day)).toMatchObject({
        status: 'in-progress',
        due: '2024-06-30',
        overdue: false,
        lastUpdate: { written: '2023-03-27' },
      });
    }
    expect(stateOn(done, '2023-03-26')?.status).toBe('not-started');
  });
});
