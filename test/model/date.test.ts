import { describe, expect, it } from 'vitest';
import { isFault, parseDate } from '../../src/model/date.ts';

describe('a date counts as the last day it can mean', () => {
  it.each([
    ['2022-06-30', '2022-06-30', '2022-06-30'],
    ['2022-06', '2022-06-01', '2022-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['1900', '1900-01-01', '1900-12-31'],
    ['2199-12', '2199-12-01', '2199-12-31'],
  ])('%s', (written, first, day) => {
    expect(parseDate(written)).toEqual({ written, first, day });
  });

  it('a date is no fault', () => {
    expect(isFault(parseDate('2022'))).toBe(false);
    expect(isFault(parseDate('June'))).toBe(true);
  });
});

describe('what is no date says what to write', () => {
  it.each([
    ['30 June 2022', '2022-06-30'],
    ['June 2022', '2022-06'],
    ['30/06/2022', '2022-06-30'],
  ])('%s can only be read one way', (text, fix) => {
    expect(parseDate(text)).toEqual({
      fault: 'form',
      message: `"${text}" is not a date`,
      help: `write ${fix}`,
      fix,
    });
  });

  it('one that can be read two ways names both and is not repaired', () => {
    expect(parseDate('03/04/2022')).toEqual({
      fault: 'form',
      message: '"03/04/2022" is not a date: it can be read in 2 ways',
      help: 'write 2022-04-03 or 2022-03-04, whichever is meant',
    });
  });

  it.each(['soon', '', '2022-Q2', 'Summer 2022', 'FY2022', '31-13-2022', '22022-06'])(
    '"%s" is shown the forms of a date',
    (text) => {
      expect(parseDate(text)).toEqual({
        fault: 'form',
        message: `"${text}" is not a date`,
        help: 'write a day as 2022-06-30, or only what is known: 2022-06 or 2022',
      });
    },
  );
});

describe('a date in no calendar', () => {
  it.each([
    ['2022-06-31', '2022-06-30'],
    ['2023-02-29', '2023-02-28'],
    ['2022-01-00', '2022-01-31'],
    ['2022-12-32', '2022-12-31'],
    ['"2022-6-31"', '2022-06-30'],
    ['"31 June 2022"', '2022-06-30'],
    ['"29/02/2023"', '2023-02-28'],
  ])('%s names the last day of the month', (text, last) => {
    expect(parseDate(text.replaceAll('"', ''))).toEqual({
      fault: 'unreal',
      message: `${text} does not exist: that month ends on ${last}`,
      help: `if the last day of the month is meant, write ${last}`,
    });
  });

  it.each(['2022-13', '2022-00', '2022-13-01'])('%s names the months there are', (text) => {
    expect(parseDate(text)).toEqual({
      fault: 'unreal',
      message: `${text} does not exist: months go from 01 to 12`,
      help: 'write the year, month and day as 2022-06-30',
    });
  });

  it.each(['1899', '2200', '1899-12-31', '2200-01', '0202-06-30'])(
    '%s names the years that are taken',
    (text) => {
      expect(parseDate(text)).toEqual({
        fault: 'unreal',
        message: `${text} is not a date this tool takes: years go from 1900 to 2199`,
        help: 'check the year',
      });
    },
  );
});
