import { describe, expect, it } from 'vitest';
import { isFault } from '../../src/model/date.ts';
import { smartOf } from '../../src/model/smart.ts';
import { fieldOfColumn, valueOfWord } from '../../src/model/table-words.ts';
import { monthSpan, parseTarget } from '../../src/model/target.ts';
import { targetInWords } from '../../src/model/target-words.ts';
import { cleanedText, UNCLEAN } from '../../src/model/unclean.ts';
import { actionOf } from '../support/plan-of.ts';

describe('a target has a first and a last day', () => {
  it.each([
    ['2022-06-30', 'dated', '2022-06-30', '2022-06-30'],
    ['2022-06', 'dated', '2022-06-01', '2022-06-30'],
    ['2022', 'dated', '2022-01-01', '2022-12-31'],
    ['2022-Q3', 'dated', '2022-07-01', '2022-09-30'],
    ['2022-spring', 'dated', '2022-03-01', '2022-05-31'],
    ['2022-summer', 'dated', '2022-06-01', '2022-08-31'],
    ['2022-autumn', 'dated', '2022-09-01', '2022-11-30'],
    ['2022-winter', 'dated', '2022-12-01', '2023-02-28'],
    ['FY2022', 'dated', '2022-04-01', '2023-03-31'],
    ['FY2022-Q3', 'dated', '2022-10-01', '2022-12-31'],
    ['from 2022-06', 'from', '2022-06-01', null],
    ['from FY2022-Q2', 'from', '2022-07-01', null],
    ['ongoing', 'ongoing', null, null],
    ['when: it is live', 'when', null, null],
    ['when:  it is live', 'when', null, null],
  ])('%s', (written, kind, first, due) => {
    expect(parseTarget(written)).toEqual({ written, kind, first, due });
  });
});

describe('what is no target says what to write', () => {
  it.each([
    ['June 2022', '2022-06'],
    ['On-going.', 'ongoing'],
    ['ongoing ', 'ongoing'],
    ['continuously', 'ongoing'],
    ['Continuous', 'ongoing'],
    ['continuing', 'ongoing'],
    ['From June 2022', 'from 2022-06'],
    ['commencing in Spring 2022', 'from 2022-spring'],
    ['starting from 2022/23', 'from FY2022'],
    ['beginning 30/06/2022', 'from 2022-06-30'],
    ['June 2022 onwards', 'from 2022-06'],
    ['2022 onward', 'from 2022'],
    ['Once the file is live', 'when: the file is live'],
    [' When it is live', 'when: it is live'],
    ['after: the move', 'when: after the move'],
    ['After the move', 'when: after the move'],
    ['When  The Digital Case File is live', 'when: The Digital Case File is live'],
    ['upon appointment', 'when: upon appointment'],
    ['2022-06-30T00:00:00Z', '2022-06-30'],
  ])('%s can only be read one way', (text, fix) => {
    expect(parseTarget(text)).toEqual({
      fault: 'form',
      message: `"${text}" is not a target this tool can read`,
      help: `write ${fix.startsWith('when:') ? `"${fix}"` : fix}`,
      fix,
    });
  });

  it('several ways are all named', () => {
    expect(parseTarget('from 03/04/2022')).toEqual({
      fault: 'form',
      message:
        '"from 03/04/2022" is not a target this tool can read: it can mean 2 different dates',
      help: 'write from 2022-04-03 or from 2022-03-04, whichever is meant',
    });
  });

  it('before a month is said of its last day, too', () => {
    expect(parseTarget('Before June 2022')).toEqual({
      fault: 'form',
      message:
        '"Before June 2022" is not a target this tool can read: it can mean 2 different dates',
      help: 'write 2022-05-31 or 2022-06, whichever is meant',
    });
  });

  it.each([
    'after June 2023',
    'Once 30/06/2023',
    'upon Q1 2022/23',
    'when the pilot of 2023 is over',
  ])('the date of "%s" is not put into a "when:", which is never overdue', (text) => {
    expect(parseTarget(text)).toEqual({
      fault: 'form',
      message: `"${text}" is not a target this tool can read`,
      help: 'write the last day on which it can be done, such as 2022-06-30; `"when: …"` is for what has no date',
    });
  });

  it.each([
    'soon',
    '',
    'when:',
    'when: ',
    'from',
    'from soon',
    '2022-Q5',
    'FY2022-summer',
    'FY2022-06-30',
    '2022-fall',
    'FY2022-06',
  ])('"%s" is shown the forms', (text) => {
    const fault = parseTarget(text);
    if (!isFault(fault)) throw new Error('a fault');
    expect([fault.fault, fault.message]).toEqual([
      'form',
      `"${text}" is not a target this tool can read`,
    ]);
    // A fall is an autumn.
    expect(fault.help).toBe(
      text === '2022-fall'
        ? 'write 2022-autumn'
        : 'write a day (2022-06-30), month (2022-06), quarter (2022-Q2, FY2022-Q1), season (2022-summer), year (2022, FY2022), `from 2022-04`, `ongoing` or "when: …"',
    );
  });

  it.each([
    ['1899', 'check the year'],
    ['FY2200-Q1', 'check the year'],
    ['2022-13', 'write the year, month and day as 2022-06-30'],
    ['from 2022-02-30', 'if the last day of the month is meant, write 2022-02-28'],
    ['31 June 2022', 'if the last day of the month is meant, write 2022-06-30'],
    ['29/02/2023', 'if the last day of the month is meant, write 2023-02-28'],
    ['31 Sept 2022', 'if the last day of the month is meant, write 2022-09-30'],
  ])('%s is in no calendar', (text, help) => {
    expect(parseTarget(text)).toMatchObject({ fault: 'unreal', help });
  });

  it('a season of a name that every object has is none', () => {
    expect(parseTarget('2022-constructor')).toMatchObject({ fault: 'form' });
  });
});

it('a month is a span of days', () => {
  expect(monthSpan(2024, 2)).toEqual(['2024-02-01', '2024-02-29']);
});

describe('a target as people say it', () => {
  it.each([
    ['2022-06-30', '30 June 2022'],
    ['2022-06', 'June 2022'],
    ['2022', '2022'],
    ['2022-summer', 'summer 2022'],
    ['2022-Q2', 'Q2 2022'],
    ['FY2022', '2022/23'],
    ['FY1999', '1999/00'],
    ['FY2008-Q1', 'Q1 2008/09'],
    ['from 2022-04', 'from April 2022'],
    ['from FY2022', 'from 2022/23'],
    ['when: the file\nis live', 'when the file\nis live'],
    ['when: after the move', 'after the move'],
    ['ongoing', 'ongoing'],
  ])('%s', (written, words) => {
    expect(targetInWords(written)).toBe(words);
  });
});

describe('words of published tables', () => {
  const fields = ['owner', 'target', 'measure', 'notes', 'progress', 'text', 'agreement', 'reason'];
  it.each([
    ['Lead', 'owner'],
    [' Action  Owner ', 'owner'],
    ['target_date', 'target'],
    ['By when', 'target'],
    ['KPI', 'measure'],
    ['Comments', 'notes'],
    ['RAG', 'progress'],
    ['Recommendation', 'text'],
    ['Accepted', 'agreement'],
    ['Rationale', 'reason'],
    ['Colour', undefined],
    ['', undefined],
  ])('a column "%s" holds %s', (column, field) => {
    expect(fieldOfColumn(column, fields)).toBe(field);
  });

  it('in every way that is known', () => {
    const known: Record<string, string> = {
      owner: 'Lead, Action owner, Responsible, Responsibility, Responsible officer, Who',
      target: 'Deadline, Due, Due date, Target date, Timescale, By when, When',
      measure: 'Success, Success measure, Success criteria, Outcome, Output, KPI',
      notes: 'Comment, Comments, Remarks, Note',
      progress: 'Update, Updates, Status, RAG, Completed, Complete, Done',
      text: 'Recommendation, Wording, Description',
      agreement: 'Accepted, Agreed, Acceptance',
      reason: 'Rationale, Justification',
    };
    for (const [field, columns] of Object.entries(known)) {
      for (const column of columns.split(', ')) {
        expect([column, fieldOfColumn(column, fields)]).toEqual([column, field]);
      }
    }
  });

  it('only a field that there is', () => {
    expect(fieldOfColumn('Lead', ['target'])).toBe(undefined);
    expect(fieldOfColumn('constructor', ['constructor'])).toBe(undefined);
  });

  it.each([
    ['Accepted', 'agreed'],
    ['Accepted in part', 'partly-agreed'],
    ['Rejected', 'not-agreed'],
    ['On hold', 'paused'],
    ['Under way', 'in-progress'],
    ['Closed', 'complete'],
    ['Not yet started', 'not-started'],
    ['No longer needed', 'withdrawn'],
    ['Perhaps', undefined],
  ])('"%s" means %s', (word, value) => {
    const values = ['agreed', 'partly-agreed', 'not-agreed', 'paused', 'in-progress', 'complete'];
    expect(valueOfWord(word, [...values, 'not-started', 'withdrawn'])).toBe(value);
  });

  it('values, in every way that is known', () => {
    const known: Record<string, string> = {
      agreed: 'Accepted, Accept, Accepted in full, Fully agreed, Fully accepted, Yes',
      'partly-agreed': 'Partially accepted, Partly accepted, Accepted in part, Agreed in part',
      'not-agreed': 'Not accepted, Rejected, Reject, Disagreed, Disagree, No',
      'not-started': 'Not yet started, Not begun, Open',
      'in-progress': 'Ongoing, On-going, Underway, Under way, Started, On track',
      paused: 'On hold, Suspended',
      complete: 'Done, Closed, Finished, Delivered, Implemented',
      withdrawn: 'Cancelled, Dropped, No longer needed',
    };
    for (const [value, words] of Object.entries(known)) {
      for (const word of words.split(', ')) {
        expect([word, valueOfWord(word, Object.keys(known))]).toEqual([word, value]);
      }
    }
  });
});

describe('the parts of SMART', () => {
  it.each([
    [{ action: 'Publish a guide.', target: '2022' }, 'specific measurable timeBound'],
    [{ action: 'Improve working.', measure: 'M' }, 'measurable'],
    [{ action: 'Improve working.', achievable: 'A', realistic: 'R' }, 'achievable realistic'],
    [{ action: 'Improve working.', target: 'ongoing' }, ''],
    [{ action: 'Improve working.', target: 'ongoing', review: '2023' }, 'timeBound'],
    [{ action: 'Improve working.', review: '2023' }, ''],
  ])('%j', (value, parts) => {
    const held = Object.entries(smartOf(actionOf(value)))
      .filter(([, holds]) => holds)
      .map(([part]) => part);
    expect(held.join(' ')).toBe(parts);
  });
});

describe('what does not belong in a text', () => {
  it.each([
    ['a\u00a0b', ['\u00a0'], 'a b'],
    ['a\u2028b', ['\u2028'], 'a b'],
    ['a\u200bb', ['\u200b'], 'ab'],
    ['a\u0007b', ['\u0007'], 'ab'],
    ['a\tb', ['\t'], 'a b'],
    ['a   b  c', ['   ', '  '], 'a b c'],
    // A joiner may be meant: only its writer knows.
    ['a\u200db', ['\u200d'], 'a\u200db'],
    // Spaces at the ends of lines are how the file is laid out.
    ['  a\n  b  ', [], '  a\n  b  '],
    ['plain – “text”', [], 'plain – “text”'],
  ])('%j', (text, found, cleaned) => {
    expect(text.match(UNCLEAN) ?? []).toEqual(found);
    expect(cleanedText(text)).toBe(cleaned);
  });
});
