import { describe, expect, it } from 'vitest';
import { fieldByName } from '../../src/exchange/column-names.ts';
import { mergeProfiles } from '../../src/exchange/profile.ts';
import { base, profiles } from '../../src/exchange/profiles/index.ts';
import { dateOrder, readDate, readTarget } from '../../src/exchange/read-date.ts';
import { readId } from '../../src/exchange/read-id.ts';
import { splitOwners } from '../../src/exchange/split-owners.ts';
import { agreementOf, statusOf } from '../../src/exchange/words.ts';
import { buildOwners } from '../../src/model/build-directory.ts';
import { UK_FINANCIAL_YEAR } from '../../src/model/target.ts';

const cell = (text: string) => ({ row: 1, column: 1, text, struck: '' });

describe('dates', () => {
  it.each([
    ['31/03/2022', '2022-03-31'],
    ['3/31/2022', '2022-03-31'],
    ['31.3.22', '2022-03-31'],
    ['2022-03-31', '2022-03-31'],
    ['2022-03-31 00:00:00', '2022-03-31'],
    ['44651', '2022-03-31'],
    ['31st March 2022', '2022-03-31'],
    ['March 31, 2022', '2022-03-31'],
    ['March 2022', '2022-03'],
    ['Mar-22', '2022-03'],
    ['End of March 2022.', '2022-03'],
    ['Q4 2021', '2021-Q4'],
    ['Fourth quarter of 2021', '2021-Q4'],
    ['Q4 2021/22', 'FY2021-Q4'],
    ['2022/23', 'FY2022'],
    ['Summer 2022', '2022-summer'],
    ['2022', '2022'],
    ['Ongoing', 'ongoing'],
    ['From April 2024', 'from 2024-04'],
    ['Once the system is live', 'when: the system is live'],
    ['when: after the vote.', 'when: after the vote.'],
  ])('reads the target %s', (text, form) => {
    expect(readTarget(text, undefined, UK_FINANCIAL_YEAR)).toEqual({ form });
  });

  it('keeps what stands beside a date apart', () => {
    expect(readTarget('June 2026 then ongoing', undefined, UK_FINANCIAL_YEAR)).toEqual({
      form: '2026-06',
      rest: 'ongoing',
    });
  });

  it.each(['TBC', 'ASAP', 'n/a', '31/31/2022', '30/02/2022', 'March', '2022-13-01', '12345678'])(
    'takes %s for no date',
    (text) => {
      expect(readTarget(text, undefined, UK_FINANCIAL_YEAR)).toEqual({ why: 'not a date' });
    },
  );

  it('does not guess between day and month, and holds to an order that is known', () => {
    const meanings = ['2022-04-03', '2022-03-04'];
    expect(readDate('03/04/2022', undefined)).toEqual({ why: 'ambiguous', meanings });
    expect(readDate('03/04/2022', 'day-first')).toEqual({ form: '2022-04-03' });
    expect(readDate('03/04/2022', 'month-first')).toEqual({ form: '2022-03-04' });
    expect(readDate('04/04/2022', undefined)).toEqual({ form: '2022-04-04' });
    expect(readDate('31/03/2022', 'month-first')).toEqual({ why: 'not a date' });
  });

  it('does not guess where the year is when all three have two digits', () => {
    const meanings = ['2031-10-23', '2023-10-31'];
    expect(readDate('23-10-31', undefined)).toEqual({ why: 'ambiguous', meanings });
    expect(readDate('23/10/31', 'day-first')).toEqual({ form: '2031-10-23' });
    expect(readDate('23-10-31', 'year-first')).toEqual({ form: '2023-10-31' });
    expect(readDate('31/03/2022', 'year-first')).toEqual({ form: '2022-03-31' });
    expect(readDate('03/04/2022', 'year-first')).toEqual({
      why: 'ambiguous',
      meanings: ['2022-04-03', '2022-03-04'],
    });
    expect(readDate('31/06/22', undefined)).toEqual({ why: 'not a date' });
  });

  it.each([
    [['01/02/2022', '31/01/2022'], 'day-first'],
    [['01/02/2022', '01/31/2022'], 'month-first'],
    [['01/02/2022', '03/04/2022'], undefined],
    [['31/01/2022', '01/31/2022'], undefined],
    [['23-10-31', '24-04-30'], undefined],
    [['23-10-31', '32-01-15'], 'year-first'],
    [['23-10-31', '31-12-99'], 'day-first'],
    [['15/09/22', '31/01/2022'], 'day-first'],
    [['23-10-31', '31/01/2022'], undefined],
    [['15/09/22', '3/4/22'], 'day-first'],
  ])('finds the order in a column of %s', (column, order) => {
    expect(dateOrder(column.map(cell), undefined)).toBe(order);
  });
});

describe('words', () => {
  const words = (...names: string[]) =>
    mergeProfiles([base, ...profiles.filter(({ profile }) => names.includes(profile))]).words;

  it('knows the words of the format without a profile, and no body’s own', () => {
    expect(statusOf(words(), 'In Progress')).toBe('in-progress');
    expect(agreementOf(words(), 'Partly-Agreed.')).toBe('partly-agreed');
    for (const word of ['Ongoing', 'Green', 'Closed', 'Implemented', 'Delayed', 'On track']) {
      expect(statusOf(words(), word)).toBeUndefined();
    }
    expect(agreementOf(words(), 'Accepted')).toBeUndefined();
  });

  it.each([
    ['hmpps', 'Ongoing', 'in-progress'],
    ['hsab', 'Green', 'complete'],
    ['hsab', 'Red', 'none'],
    ['implemented', 'Partially implemented', 'in-progress'],
    ['implemented', 'Not implemented', 'none'],
    ['concurred', 'Closed – Implemented', 'complete'],
    ['concurred', 'Closure requested', 'none'],
    ['federal', 'Delayed', 'none'],
  ])('with the profile %s, "%s" is %s', (profile, word, status) => {
    expect(statusOf(words(profile), word)).toBe(status);
  });

  it.each([
    ['accepted', 'Partially Accepted', 'partly-agreed'],
    ['accepted', 'Accepted in principle', 'none'],
    ['concurred', 'Non-concur', 'not-agreed'],
  ])('with the profile %s, "%s" is %s', (profile, word, agreement) => {
    expect(agreementOf(words(profile), word)).toBe(agreement);
  });

  it.each(['complete?', 'Complete (subject to approval)', 'nearly complete', 'not complete'])(
    'does not take "%s" for complete',
    (word) => {
      expect(statusOf(words('hmpps', 'implemented'), word)).toBeUndefined();
    },
  );
});

describe('owners', () => {
  const { directory } = buildOwners([
    {
      file: 'owners.yaml',
      value: {
        owners: [
          { id: 'moj', organisation: 'MoJ' },
          { id: 'hmpps', organisation: 'HMPPS' },
          {
            id: 'sec',
            organisation: 'NHS England',
            role: 'Director of Health and Justice, Armed Forces',
          },
        ],
      },
    },
  ]);

  it.each([
    ['MoJ\nHMPPS', ['MoJ', 'HMPPS']],
    ['MoJ; HMPPS;', ['MoJ', 'HMPPS']],
    ['MoJ, HMPPS and MoJ', ['MoJ', 'HMPPS', 'MoJ']],
    ['MoJ/HMPPS', ['MoJ', 'HMPPS']],
    ['MoJ, Cabinet Office', ['MoJ, Cabinet Office']],
    ['NHS England: Director of Health and Justice, Armed Forces', undefined],
    ['NHS England: Director of Health and\nJustice, Armed Forces', undefined],
    ['Director, Health and Justice', ['Director, Health and Justice']],
  ])('splits %j with care', (text, expected) => {
    const whole = ['NHS England: Director of Health and Justice, Armed Forces'];
    const wanted = expected ?? whole;
    expect(splitOwners(text, directory)).toEqual([...new Set(wanted)]);
  });

  it('splits at nothing but breaks and semicolons where nobody is known', () => {
    expect(splitOwners('A, B and C / D', undefined)).toEqual(['A, B and C / D']);
    expect(splitOwners('A / B', undefined, [' / '])).toEqual(['A', 'B']);
  });
});

it.each([
  ['1', '1'],
  ['Rec 3.', '3'],
  ['Recommendation 3(a)', '3a'],
  ['No. 12', '12'],
  ['2.1', '2.1'],
  ['A/4', 'A-4'],
  ['SR (25/26) 01', 'SR-25-26-01'],
  ['A1.2', 'A1.2'],
  ['ways-of-working', 'ways-of-working'],
  ['Governance', undefined],
  ['1. Governance and culture', undefined],
  ['', undefined],
])('makes of "%s" the id %s', (text, id) => {
  expect(readId(text)).toBe(id);
});

it.each([
  ['Rec No.', 'recommendation-id'],
  ['Key concern', 'recommendation'],
  ['Agreed / Partly Agreed / Not Agreed', 'agreement'],
  ['Response – Action Taken/Planned', 'action'],
  ['Lead organisation', 'owner'],
  ['Timescale', 'target'],
  ['Revised target', 'revised-target'],
  ['Comments', 'progress'],
  ['The Responsible Owner (post)', 'owner'],
  ['Lead Officer/EM', 'owner'],
  ['Target/Due date', 'target'],
  ['Status/RAG', 'status'],
  ['Recommendation/Status', undefined],
  ['Cost centre', undefined],
])('knows the column %s', (heading, field) => {
  expect(fieldByName(heading)).toBe(field);
});
