import { UTCDate } from '@date-fns/utc/date';
import { addDays as oracleAddDays } from 'date-fns/addDays';
import { addMonths as oracleAddMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { lightFormat } from 'date-fns/lightFormat';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayInWords,
  dayNumber,
  daysBetween,
  isRealDay,
  monthLength,
  writeDay,
} from '../../src/model/day.ts';
import { anyDay } from '../support/arbitraries.ts';

function utc(day: string): UTCDate {
  return new UTCDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
}

function written(date: Date): string {
  return lightFormat(date, 'yyyy-MM-dd');
}

describe('calendar days agree with date-fns', () => {
  it('counts days between', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (a, b) => {
        expect(daysBetween(a, b)).toBe(differenceInCalendarDays(utc(b), utc(a)));
      }),
    );
  });

  it('adds days and months', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -400, max: 400 }), (day, count) => {
        expect(addDays(day, count)).toBe(written(oracleAddDays(utc(day), count)));
        expect(addMonths(day, count)).toBe(written(oracleAddMonths(utc(day), count)));
      }),
    );
  });

  it('knows the length of every month', () => {
    for (let year = 1900; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        expect(monthLength(year, month)).toBe(getDaysInMonth(new UTCDate(year, month - 1, 1)));
      }
    }
  });
});

describe('day numbers', () => {
  it('go there and back', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        expect(dayFromNumber(dayNumber(day))).toBe(day);
      }),
    );
  });

  it('begin at 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-03-01')).toBe(11017);
  });

  it('count every day of the years that are taken, one after the other', () => {
    let number = dayNumber('1900-01-01');
    expect(number).toBe(-25567);
    for (let year = 1900; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = monthLength(year, month);
        for (let date = 1; date <= length; date += 1) {
          const day = writeDay(year, month, date);
          if (dayNumber(day) !== number || dayFromNumber(number) !== day) {
            expect([day, dayNumber(day), dayFromNumber(number)]).toEqual([day, number, day]);
          }
          number += 1;
        }
      }
    }
    expect(dayFromNumber(number - 1)).toBe('2199-12-31');
  });

  it('are written with four, two and two figures', () => {
    expect(writeDay(987, 6, 5)).toBe('0987-06-05');
  });

  it('follow one another as the texts do', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b));
      }),
    );
  });
});

describe('real days', () => {
  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [2000, 2, 29, true],
    [2100, 2, 29, false],
    [2023, 4, 31, false],
    [2023, 13, 1, false],
    [2023, 0, 1, false],
    [1899, 12, 31, false],
    [2200, 1, 1, false],
    [1900, 1, 1, true],
    [2199, 12, 31, true],
    [2023, 12, 0, false],
    [2023, 12, 32, false],
  ])('%i-%i-%i: %s', (year, month, date, real) => {
    expect(isRealDay(year, month, date)).toBe(real);
  });

  it('read as people write them', () => {
    expect(dayInWords('2022-06-30')).toBe('30 June 2022');
    // Samoa had no such day; a calendar day is of no place.
    expect(dayInWords('2011-12-30')).toBe('30 December 2011');
  });
});
