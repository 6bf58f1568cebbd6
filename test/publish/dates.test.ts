import { expect, it } from 'vitest';
import { parseTarget, type Target } from '../../src/model/target.ts';
import { targetInWords } from '../../src/publish/dates.ts';
import { welsh } from '../../src/publish/words-cy.ts';
import { english } from '../../src/publish/words-en.ts';

it.each([
  ['2022-06-30', '30 June 2022', '30 Mehefin 2022'],
  ['2022-06', 'June 2022', 'Mehefin 2022'],
  ['2022-Q2', 'Second quarter of 2022 (30 June 2022)', 'Ail chwarter 2022 (30 Mehefin 2022)'],
  ['2022-winter', 'Winter 2022', 'Gaeaf 2022'],
  [
    'FY2022',
    'Financial year 2022-23 (31 March 2023)',
    'Blwyddyn ariannol 2022-23 (31 Mawrth 2023)',
  ],
  [
    'FY1999-Q1',
    'First quarter of 1999-00 (30 June 1999)',
    'Chwarter cyntaf 1999-00 (30 Mehefin 1999)',
  ],
  ['2024', '2024', '2024'],
  ['from 2024-04', 'From April 2024', 'O Ebrill 2024'],
  ['from FY2022-Q1', 'From first quarter of 2022-23', 'O chwarter cyntaf 2022-23'],
  ['ongoing', 'Ongoing', 'Parhaus'],
  ['when: the file is live', 'When: the file is live', 'Pan: the file is live'],
])('%s in words', (written, inEnglish, inWelsh) => {
  const target = parseTarget(written) as Target;
  expect([targetInWords(target, english), targetInWords(target, welsh)]).toEqual([
    inEnglish,
    inWelsh,
  ]);
});

it('a financial year that begins with the calendar year is one year', () => {
  const target = parseTarget('FY2022', { month: 1, date: 1 }) as Target;
  expect(targetInWords(target, english)).toBe('Financial year 2022 (31 December 2022)');
});
