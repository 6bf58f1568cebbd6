import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reports } from '../../src/reports/index.ts';
import {
  type Answer,
  type Cell,
  type Column,
  type Period,
  type Question,
  shownSections,
} from '../../src/reports/report.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';

const folder = join(import.meta.dirname, 'whole');
const update = process.env['UPDATE_GOLDEN'] === '1';

const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const { portfolio } = load(memoryTree(files), ['.']);
const MARCH: Period = { from: '2023-03-01', to: '2023-03-31' };

/** What is asked of every report, and of some besides. */
const questions: readonly (readonly [name: string, ids: readonly string[], Partial<Question>])[] = [
  ['', reports.map(({ id }) => id), {}],
  ['in-march', ['summary', 'completed'], { period: MARCH }],
  ['by-organisation', ['owners'], { by: 'organisation' }],
  [
    'of-estates',
    ['summary', 'owners', 'standards', 'overdue'],
    { period: MARCH, narrowing: { organisation: ['estates'] } },
  ],
  ['of-plan-b', ['summary', 'standards', 'stale', 'slippage'], { narrowing: { plan: ['b'] } }],
  // Of those that several own, only the one that is asked for.
  ['of-records', ['owners'], { narrowing: { owner: ['records'] } }],
  // Where there are two plans, ids have the plan's before them.
  ['of-two-plans', ['overdue'], { narrowing: { plan: ['a', 'b'] } }],
  ['of-nothing', reports.map(({ id }) => id), { narrowing: { tag: ['none'] } }],
  ['of-files', ['overdue', 'stale'], { narrowing: { theme: ['files'] } }],
  [
    'of-estates-when-paused',
    ['overdue', 'summary'],
    { period: MARCH, narrowing: { organisation: ['Estates'], status: ['paused', 'complete'] } },
  ],
  ['in-the-last-days-of-march', ['completed'], { period: { ...MARCH, from: '2023-03-27' } }],
  // The first day of a plan; the last of a month with thirty days.
  ['on-1-april', ['summary', 'overdue', 'upcoming'], { asOf: '2023-04-01' }],
  ['on-30-april', ['summary', 'stale', 'completed'], { asOf: '2023-04-30' }],
  ['too-early', ['summary', 'overdue'], { asOf: '2022-03-03' }],
];

function cell({ text, tone, share, strip }: Cell): string {
  const parts = [
    text,
    ...(tone ? [`(${tone})`] : []),
    ...(share === undefined ? [] : [`share ${share}`]),
    ...(strip ? [JSON.stringify(strip)] : []),
  ];
  return parts.join(' ');
}

function heading({ heading, align, whole, picture }: Column): string {
  const marks = [align, whole && 'whole', picture && 'picture'].filter(Boolean);
  return marks.length === 0 ? heading : `${heading} [${marks.join(', ')}]`;
}

/** All of an answer as a text: tables, rows and what is said under them. */
function written({ title, sections, empty, summary, rows, totals, notes }: Answer): string {
  const line = (cells: readonly Cell[]) => cells.map(cell).join(' | ');
  return [
    title,
    ...sections.flatMap((section) => [
      '',
      `## ${section.title ?? ''}`,
      section.columns.map(heading).join(' | '),
      ...section.rows.map(line),
      ...(section.totals ? [`= ${line(section.totals)}`] : []),
      ...(section.empty === undefined ? [] : [`Without rows: ${section.empty}`]),
    ]),
    '',
    `Without any: ${empty}`,
    `Summary: ${summary}`,
    ...notes.map((note) => `Note: ${note}`),
    ...rows.map((row) => `Row: ${JSON.stringify(row)}`),
    `Totals: ${JSON.stringify(totals)}`,
    '',
  ].join('\n');
}

it('every report says what it answers and takes', () => {
  const facts = reports.map(({ id, answers, columns, example, takes = {} }) => [
    `${id}: ${answers}`,
    `  actionplan report ${id} ${example}`,
    `  takes ${JSON.stringify(takes)}`,
    `  columns ${columns.join(' ')}`,
  ]);
  const path = join(folder, 'reports.txt');
  const text = `${facts.flat().join('\n')}\n`;
  if (update) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
});

it('a table without rows is shown only where it says that it has none', () => {
  const [report] = reports;
  if (!report) throw new Error('there are reports');
  const table = (title: string, rows: number, empty?: string) => ({
    title,
    columns: [],
    rows: Array.from({ length: rows }, () => []),
    ...(empty === undefined ? {} : { empty }),
  });
  const sections = [table('a', 0), table('b', 1), table('c', 0, 'None.'), table('d', 2, 'None.')];
  const shown = shownSections({ sections } as unknown as Answer);
  expect(shown.map(({ title }) => title)).toEqual(['b', 'c', 'd']);
});

/** `npm run golden` rewrites them; each line has been checked by hand against the plans. */
describe.each(questions)('the whole answer %s', (name, ids, question) => {
  it.each(ids)('of %s', (id) => {
    const report = reports.find((one) => one.id === id);
    if (!report) throw new Error(`no report ${id}`);
    const answer = report.answer(portfolio, {
      asOf: '2023-03-31',
      period: null,
      by: 'owner',
      days: report.takes?.days?.default ?? 0,
      narrowing: {},
      lineOf: ({ path }) => path.filter((step) => typeof step === 'number').length,
      ...question,
    });
    const path = join(folder, `${[id, name].filter(Boolean).join('-')}.txt`);
    if (update) writeFileSync(path, written(answer));
    expect(written(answer)).toBe(readFileSync(path, 'utf8'));
  });
});
