import { UTCDate } from '@date-fns/utc/date';
import { endOfQuarter } from 'date-fns/endOfQuarter';
import { lightFormat } from 'date-fns/lightFormat';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault, parseDate } from '../../src/model/date.ts';
import { addDays, addMonths, monthLength, writeDay } from '../../src/model/day.ts';
import { parseTarget } from '../../src/model/target.ts';

const year = fc.integer({ min: 1950, max: 2150 });

function due(text: string, financialYear?: { month: number; date: number }): string | null {
  const target = parseTarget(text, financialYear);
  if (isFault(target)) throw new Error(target.message);
  return target.due;
}

describe('the due day of each form', () => {
  it.each([
    ['2022-06-30', '2022-06-30'],
    ['2022-06', '2022-06-30'],
    ['2022-02', '2022-02-28'],
    ['2024-02', '2024-02-29'],
    ['2100-02', '2100-02-28'],
    ['2022-Q1', '2022-03-31'],
    ['2022-Q2', '2022-06-30'],
    ['2022-Q4', '2022-12-31'],
    ['2022-spring', '2022-05-31'],
    ['2022-summer', '2022-08-31'],
    ['2022-autumn', '2022-11-30'],
    ['2022-winter', '2023-02-28'],
    ['2023-winter', '2024-02-29'],
    ['FY2022', '2023-03-31'],
    ['FY2022-Q1', '2022-06-30'],
    ['FY2022-Q4', '2023-03-31'],
    ['2024', '2024-12-31'],
    ['from 2024-04', null],
    ['from FY2022-Q1', null],
    ['ongoing', null],
    ['when: the Digital Case File is live', null],
  ])('%s → %s', (text, day) => {
    expect(due(text)).toBe(day);
  });

  it('a target that begins holds its first day', () => {
    expect(parseTarget('from 2024-04')).toMatchObject({ kind: 'from', first: '2024-04-01' });
    expect(parseTarget('from FY2023')).toMatchObject({ first: '2023-04-01' });
  });

  it('a calendar quarter ends where date-fns says', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 4 }), (y, quarter) => {
        const end = endOfQuarter(new UTCDate(y, quarter * 3 - 2, 1));
        expect(due(`${y}-Q${quarter}`)).toBe(lightFormat(end, 'yyyy-MM-dd'));
      }),
    );
  });

  it('the four quarters of a financial year fill it, wherever it begins', () => {
    const start = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(year, start, (y, financialYear) => {
        const parse = (text: string) => {
          const target = parseTarget(text, financialYear);
          if (isFault(target)) throw new Error(target.message);
          return target;
        };
        const first = writeDay(y, financialYear.month, financialYear.date);
        expect(parse(`FY${y}`).first).toBe(first);
        expect(parse(`FY${y}`).due).toBe(addDays(addMonths(first, 12), -1));
        expect(parse(`FY${y}-Q1`).first).toBe(first);
        for (const quarter of [2, 3, 4]) {
          expect(parse(`FY${y}-Q${quarter}`).first).toBe(
            addDays(parse(`FY${y}-Q${quarter - 1}`).due ?? '', 1),
          );
        }
        expect(parse(`FY${y}-Q4`).due).toBe(parse(`FY${y}`).due);
      }),
    );
  });

  it('the four seasons follow one another, winter over New Year', () => {
    fc.assert(
      fc.property(year, (y) => {
        const ends = ['spring', 'summer', 'autumn', 'winter'].map(
          (one) => due(`${y}-${one}`) ?? '',
        );
        expect(ends).toEqual([...ends].sort());
        expect(ends[3]).toBe(writeDay(y + 1, 2, monthLength(y + 1, 2)));
      }),
    );
  });

  it('a month or year as a date counts as its last day', () => {
    expect(parseDate('2025-03')).toMatchObject({ first: '2025-03-01', day: '2025-03-31' });
    expect(parseDate('2025')).toMatchObject({ first: '2025-01-01', day: '2025-12-31' });
  });
});

describe('what people write instead', () => {
  it.each([
    ['June 2022', '2022-06'],
    ['30/06/2022', '2022-06-30'],
    ['30 June 2022', '2022-06-30'],
    ['30th June 2022', '2022-06-30'],
    ['Q1 2022/23', 'FY2022-Q1'],
    ['Summer 2022', '2022-summer'],
    ['Dec 22', '2022-12'],
    ['Sept 2022', '2022-09'],
    ['2022/23', 'FY2022'],
    ['FY22/23', 'FY2022'],
    ['end of March 2023', '2023-03'],
    ['2022-6', '2022-06'],
    ['2022/06/30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    ['2022-q2', '2022-Q2'],
    ['Ongoing', 'ongoing'],
    ['2024 onwards', 'from 2024'],
    ['Commencing April 2023', 'from 2023-04'],
    ['When: it is live', 'when: it is live'],
    ['Once the system is live', 'when: the system is live'],
    ['05/05/2022', '2022-05-05'],
  ])('%s → %s', (text, form) => {
    const target = parseTarget(text);
    expect(isFault(target) && target.fix).toBe(form);
    // What is offered is itself right.
    expect(isFault(parseTarget(form))).toBe(false);
  });

  it.each([
    ['03/04/2022', /2022-04-03 or 2022-03-04/],
    ['2011/12', /FY2011 or 2011-12/],
    ['soon', /write a day/],
    ['TBC', /write a day/],
    ['99/99/2022', /write a day/],
    ['2022-wintry', /write a day/],
    ['FY2022-06', /write a day/],
    ['2022-Q5', /write a day/],
    ['when:', /write a day/],
    ['from', /write a day/],
    ['', /write a day/],
  ])('%s is only explained', (text, help) => {
    const target = parseTarget(text);
    expect(isFault(target) && target.fix).toBe(undefined);
    expect(isFault(target) && target.help).toMatch(help);
  });

  it.each([
    '2023-02-30',
    '2023-13',
    '2023-00-10',
    '0206-01-01',
    '9999',
    'FY1800',
    'from 2023-04-31',
  ])('%s does not exist', (text) => {
    const target = parseTarget(text);
    expect(isFault(target) && target.fault).toBe('unreal');
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTarget(text)).toBeTypeOf('object');
        expect(parseDate(text)).toBeTypeOf('object');
      }),
    );
  });
});
