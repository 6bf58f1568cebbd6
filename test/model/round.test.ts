import { describe, expect, it } from 'vitest';
import type { EntryFile } from '../../src/model/plan-file.ts';
import { isMissingFrom, latestRound } from '../../src/model/round.ts';
import { actionOf, planOf } from '../support/plan-of.ts';

const plan = planOf({
  rounds: [{ date: '2023-03-27' }, { date: '2022-09-30' }, { date: '2023-06' }],
});
const [march, , june] = plan.rounds;
if (!march || !june) throw new Error('three rounds');

const entry = (date: string, status?: EntryFile['status']): EntryFile => ({
  date,
  text: 'Said.',
  ...(status && { status }),
});

describe('an action is missing from an update round', () => {
  it.each([
    ['with no entry at all', [], true],
    ['with an entry the day before', [entry('2023-03-26')], true],
    ['with an entry the day after', [entry('2023-03-28')], true],
    ['but not with one on the day', [entry('2023-03-27')], false],
    ['nor with one of that month', [entry('2023-03')], false],
    ['nor with one that was closed before', [entry('2023-03-26', 'complete')], false],
    ['though it was closed afterwards', [entry('2023-03-28', 'complete')], true],
    ['nor where the round closed it', [entry('2023-03-27', 'withdrawn')], false],
  ])('%s', (_, progress, missing) => {
    expect(isMissingFrom(march, actionOf({ target: '2024', progress }))).toBe(missing);
  });

  it.each([
    ['2023-05-31', true],
    ['2023-06-01', false],
    ['2023-06-30', false],
    ['2023-07-01', true],
  ])('of a whole month with an entry on %s: %s', (date, missing) => {
    expect(isMissingFrom(june, actionOf({ progress: [entry(date)] }))).toBe(missing);
  });

  it('only where it was there when the round began', () => {
    expect(isMissingFrom(march, actionOf({ raised: '2023-03-26' }))).toBe(true);
    expect(isMissingFrom(march, actionOf({ raised: '2023-03-27' }))).toBe(false);
  });
});

describe('the latest round by a day', () => {
  it.each([
    ['2022-09-29', undefined],
    ['2022-09-30', '2022-09-30'],
    ['2023-03-26', '2022-09-30'],
    ['2023-03-27', '2023-03-27'],
    // A month is over on its last day.
    ['2023-06-29', '2023-03-27'],
    ['2023-06-30', '2023-06'],
    ['2030-01-01', '2023-06'],
  ])('%s', (day, date) => {
    expect(latestRound(plan, day)?.date.written).toBe(date);
  });
});
