import { describe, expect, it } from 'vitest';
import { monthOfUnreal, suggestForms } from '../../src/model/loose-date.ts';

describe('dates as people write them', () => {
  it.each([
    // Days.
    ['30 June 2022', '2022-06-30'],
    ['30th June, 2022', '2022-06-30'],
    ['1st Jan 22', '2022-01-01'],
    ['2nd Feb. 2022', '2022-02-02'],
    ['3rd Sept 2022', '2022-09-03'],
    ['June 30, 2022', '2022-06-30'],
    ['Dec 5th 2022', '2022-12-05'],
    ['30/06/2022', '2022-06-30'],
    ['30.6.22', '2022-06-30'],
    ['31/12/99', '2099-12-31'],
    ['06-30-2022', '2022-06-30'],
    ['05/05/2022', '2022-05-05'],
    ['2022/6/30', '2022-06-30'],
    ['2022.06.30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    // Months.
    ['06/2022', '2022-06'],
    ['6.2022', '2022-06'],
    ['2022/06', '2022-06'],
    ['2022 6', '2022-06'],
    ['2022-6', '2022-06'],
    ['June 2022', '2022-06'],
    ['Dec 22', '2022-12'],
    ['may, 2022', '2022-05'],
    ['sept 2022', '2022-09'],
    // Quarters and years.
    ['Q1 2022', '2022-Q1'],
    ['q4, 2022', '2022-Q4'],
    ['2022 Q2', '2022-Q2'],
    ['2022-q2', '2022-Q2'],
    ['Q1 2022/23', 'FY2022-Q1'],
    ['Q4 FY 22-23', 'FY2022-Q4'],
    ['Q1 1999/2000', 'FY1999-Q1'],
    ['first quarter of 2022/23', 'FY2022-Q1'],
    ['second quarter 2022/23', 'FY2022-Q2'],
    ['third quarter of FY 22/23', 'FY2022-Q3'],
    ['fourth quarter 2022/2023', 'FY2022-Q4'],
    ['last quarter of 2022/23', 'FY2022-Q4'],
    ['FY2022 Q3', 'FY2022-Q3'],
    ['fy22-q3', 'FY2022-Q3'],
    ['FY 22/23', 'FY2022'],
    ['FY2022/23', 'FY2022'],
    ['2022/23', 'FY2022'],
    ['2022-2023', 'FY2022'],
    ['FY 2022', 'FY2022'],
    ['2022', '2022'],
    ['the year 2022', '2022'],
    // Seasons.
    ['Summer 2022', '2022-summer'],
    ['Spring, 2022', '2022-spring'],
    ['Fall 2022', '2022-autumn'],
    ['Autumn 2022', '2022-autumn'],
    ['2022 winter', '2022-winter'],
    ['2022-Fall', '2022-autumn'],
    // What may stand before a date.
    ['by June 2022', '2022-06'],
    ['by the end of June 2022', '2022-06'],
    ['end of 2022', '2022'],
    ['due 30 June 2022', '2022-06-30'],
    ['  In   late\u00a0Summer 2022 ', '2022-summer'],
    ['before end June 2022', '2022-06'],
  ])('%s', (text, form) => {
    expect(suggestForms(text)).toEqual([form]);
  });

  it('have a month by its name or its first three letters', () => {
    const names = [
      'January February March April May June July August September October November December',
    ].flatMap((line) => line.split(' '));
    expect(names).toHaveLength(12);
    for (const [index, name] of names.entries()) {
      const form = `2022-${String(index + 1).padStart(2, '0')}`;
      for (const written of [name, name.toUpperCase(), name.slice(0, 3), `${name.slice(0, 3)}.`]) {
        expect([written, suggestForms(`${written} 2022`)]).toEqual([written, [form]]);
      }
    }
  });
});

describe('dates that can mean several things', () => {
  it.each([
    ['03/04/2022', ['2022-04-03', '2022-03-04']],
    ['3.4.22', ['2022-04-03', '2022-03-04']],
    // The year may stand first.
    ['23-10-31', ['2031-10-23', '2023-10-31']],
    ['23/10/31', ['2031-10-23', '2023-10-31']],
    ['31-10-23', ['2023-10-31', '2031-10-23']],
    ['30.06.22', ['2022-06-30', '2030-06-22']],
    ['03/04/05', ['2005-04-03', '2005-03-04', '2003-04-05']],
    ['05/05/06', ['2006-05-05', '2005-05-06']],
    // A financial year, or a month.
    ['2011/12', ['FY2011', '2011-12']],
    ['2003-04', ['FY2003', '2003-04']],
  ])('%s', (text, forms) => {
    expect(suggestForms(text)).toEqual(forms);
  });
});

describe('what is no date', () => {
  it.each([
    'soon',
    '',
    '31 June 2022',
    // A slip of 30 June, rather than 22 June 2031.
    '31/06/22',
    '32-01-15',
    'before June 2022',
    'Juno 2022',
    'sep 31 2022',
    '32/13/2022',
    '13/2022',
    '2022/13',
    '2022/24',
    'Q1 2022/24',
    'Q5 2022',
    'FY 22/24',
    '1899',
    'June 2022 or July 2022',
    'whenever in 2022',
  ])('%s', (text) => {
    // 1899 is a year, and refused elsewhere with the years there are.
    expect(suggestForms(text)).toEqual(text === '1899' ? ['1899'] : []);
  });

  it('a text longer than any date is not looked at', () => {
    const spaces = (count: number) => `June${' '.repeat(count)}2022`;
    expect(suggestForms(spaces(52))).toEqual(['2022-06']);
    expect(suggestForms(spaces(53))).toEqual([]);
  });

  it('a financial year may end a century', () => {
    expect(suggestForms('FY 1999/00')).toEqual(['FY1999']);
    expect(suggestForms('FY 2099/2100')).toEqual(['FY2099']);
  });
});

describe('a day that is in no calendar has a month', () => {
  it.each([
    ['31 June 2022', 2022, 6],
    ['31st Sept. 2022', 2022, 9],
    ['Feb 30, 2023', 2023, 2],
    ['by 31 June 22', 2022, 6],
    ['29/02/2023', 2023, 2],
    ['31/06/22', 2022, 6],
    ['2023/2/29', 2023, 2],
    ['20230229', 2023, 2],
  ])('%s', (text, year, month) => {
    expect(monthOfUnreal(text)).toEqual({ year, month });
  });

  it.each(['soon', '31/13/2022', '31 Juno 2022', '2022/13/01', `31 June ${' '.repeat(60)}2022`])(
    '"%s" has none',
    (text) => {
      expect(monthOfUnreal(text)).toBe(undefined);
    },
  );
});
