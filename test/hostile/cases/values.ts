import { AS_OF, type Case, type CaseClass, type Done, VALIDATE } from '../case.ts';
import { at, planWith } from '../plans.ts';

/** What of the first row of a report, which is the one action of the plan, is not as written. */
function rowHas(field: string, value: unknown) {
  return ({ stdout }: Done): string[] => {
    const [row] = JSON.parse(stdout).rows as Record<string, unknown>[];
    const is = JSON.stringify(row?.[field]);
    return is === JSON.stringify(value) ? [] : [`${field} is ${is}, not ${JSON.stringify(value)}`];
  };
}

const STALE = ['report', 'upcoming', '.', '--days', '99999', '--format', 'json', ...AS_OF];

/** Words that YAML 1.1, or a careless reader, takes for a number, a date, a truth or nothing. */
const WORDS = [
  'No',
  'no',
  'NO',
  'Yes',
  'on',
  'off',
  'y',
  'N',
  'true',
  'FALSE',
  'null',
  'Null',
  '~',
  '014',
  '0o14',
  '0x1F',
  '0b11',
  '12:30:45',
  '190:20:30',
  '1e3',
  '1E400',

  '.5',
  '1_000',
  '.inf',
  '-.Inf',
  '.NaN',
  '1.10',
  '9007199254740993',
  '-0',
  '+1',
  '=',
  '2022-03-04',
];

/** A word stays the text it is, in each place that takes a text and in an id. */
const words: Case[] = WORDS.map((word) => ({
  id: `word-${word === '~' ? 'tilde' : word.replace(/[^\w.+-]/g, '_')}`,
  files: { 'plan.yaml': planWith({ action: word, owner: word, tags: `[${word}]` }) },
  argv: STALE,
  exit: 0,
  says: [],
  wrong: 'the text is read as a number, a date, a truth or nothing, and comes out as another',
  check: (done) => [
    ...rowHas('text', word)(done),
    ...rowHas('owners', [{ id: null, organisation: word, role: null }])(done),
  ],
}));

const ids: Case[] = ['1e3', '014', '0x1F', '1.10', 'No', 'null', '1-000'].map((id) => ({
  id: `id-${id}`,
  files: { 'plan.yaml': planWith({ id }).replace('id: "1.1"', `id: ${id}.1`) },
  argv: STALE,
  exit: 0,
  says: [],
  wrong: 'an id is another once it is read',
  check: (done) => [...rowHas('recommendation', id)(done), ...rowHas('action', `${id}.1`)(done)],
}));

/** Days that there are, and what is due at their end. */
const DUE: readonly (readonly [written: string, due: string])[] = [
  ['2024-02-29', '2024-02-29'],
  ['2000-02-29', '2000-02-29'],
  ['2024-02', '2024-02-29'],
  ['2023-02', '2023-02-28'],
  ['2100-02', '2100-02-28'],
  ['2024-winter', '2025-02-28'],
  ['2023-winter', '2024-02-29'],
  ['2024-Q1', '2024-03-31'],
  ['FY2023', '2024-03-31'],
  ['2099', '2099-12-31'],
];
// Whether it is past or to come, the calendar has each open action with its last day.
const due: Case[] = DUE.map(([written, day]) => ({
  id: `due-${written}`,
  files: {
    'plan.yaml': planWith({ submitted: '1999', target: written }).replace(
      / {8}progress:[\s\S]*/,
      '',
    ),
  },
  argv: ['calendar', '.', ...AS_OF],
  exit: 0,
  says: [`DUE;VALUE=DATE:${day.replaceAll('-', '')}`],
  wrong: 'a day is another one in a leap year or at the end of a month',
}));

/** Days that there are not, or that nobody should have to guess. */
const NO_DATES: readonly (readonly [written: string, rule: string])[] = [
  ['2023-02-29', 'date-real'],
  ['2100-02-29', 'date-real'],
  ['2023-02-30', 'date-real'],
  ['2023-04-31', 'date-real'],
  ['2023-13-01', 'date-real'],
  ['2023-00-10', 'date-real'],
  ['2023-01-00', 'date-real'],
  ['2023-01-32', 'date-real'],
  ['2023-13', 'date-real'],
  ['0000-01-01', '(?:schema|date-real)'],
  ['10000-01-01', 'schema'],
  ['-2023-01-01', 'schema'],
  ['+002023-01-01', 'schema'],
  ['99999999999999999999', 'schema'],
  ['2023-1-2', 'schema'],
  ['23-01-02', 'schema'],
  ['20230102', 'schema'],
  ['2023-W05', 'schema'],
  ['2023-123', 'schema'],
  ['2023-01-02T00:00:00Z', 'schema'],
  ['2023-01-02 00:00', 'schema'],
  ['2023-01-02+13:00', 'schema'],
  ['2023/01/02', 'schema'],
  ['03/04/2022', 'schema'],
  ['1672617600', 'schema'],
  ['44927', 'schema'],
  ['\u0662\u0660\u0662\u0663-\u0660\u0661-\u0660\u0662', 'schema'],
  ['\uff12\uff10\uff12\uff13-\uff10\uff11-\uff10\uff12', 'schema'],
  ['2023\u201301\u201302', 'schema'],
  ['2023-01-02\u200b', 'schema'],
  ['today', 'schema'],
  ['NaN', 'schema'],
  ['Infinity', 'schema'],
  ['"2023-01-02 "', 'schema'],
  ['"2023-01-02\\n"', 'schema'],
  ['"2023-01-02\\0"', 'schema'],
];
const noDates: Case[] = NO_DATES.map(([written, rule], index) => ({
  id: `no-date-${index + 1}-${written.replace(/[^\w.+-]/g, '_')}`,
  files: { 'plan.yaml': planWith({ submitted: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [new RegExp(`^${at('submitted')}: error: .* \\[${rule}\\]$`, 'm')],
  wrong: 'a day that there is not is taken, moved or guessed',
}));

const NO_TARGETS = [
  '2023-02-29',
  '2023-Q5',
  '2023-Q0',
  '2023-q1',
  'FY2023-Q5',
  'FY23',
  'FY10000',
  '10000',
  'from 2024-13',
  'from',
  'from 2024-04 to 2024-05',
  'until 2024',
  '2023-fall',
  '2023-SPRING',
  'ongoing 2024',
  'when:',
  '"when: "',
  'June 2022',
  'Q1 2022/23',
  'Summer 2022',
  'Dec 22',
  '30/06/2022',
  '03/04/2022',
  '31/31/2022',
  'ASAP',
  'TBC',
  '2022-06-30 or later',
  '2022 2023',
];
const noTargets: Case[] = NO_TARGETS.map((written, index) => ({
  id: `no-target-${index + 1}-${written.replace(/[^\w.+-]/g, '_')}`,
  files: { 'plan.yaml': planWith({ target: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:16:\d+: error: .* \[(?:target-form|date-real|schema|yaml-syntax)\]$/m],
  wrong: 'a target of no known form is guessed at, or taken for a text',
}));

export const values: CaseClass = {
  name: 'values',
  cases: [...words, ...ids, ...due, ...noDates, ...noTargets],
};
