import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { reports } from '../../src/reports/index.ts';
import { HOSTILE, hostilePlan } from '../support/hostile-plan.ts';
import { run, runHere } from '../support/memory-host.ts';
import { oneLine, tablesIn, textOf } from '../support/tables.ts';

const REPORTS = [
  'overdue',
  'completed --month 2023-03',
  'owners',
  'owners --by organisation',
  'summary',
  'summary --month 2023-03',
  'upcoming --days 60',
  'slippage',
  'stale',
  'standards',
  'smart',
];

it('every report is tried', () => {
  const tried = new Set(REPORTS.map((one) => one.split(' ')[0]));
  expect(reports.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

describe.each(REPORTS)('report %s as a page', (report) => {
  const argv = (format: string) => [
    'report',
    ...report.split(' '),
    '--as-of',
    '2023-05-01',
    '--format',
    format,
  ];

  it('says what the Markdown says, cell by cell', async () => {
    const page = (await runHere(argv('html'))).stdout;
    const markdown = (await runHere(argv('markdown'))).stdout;
    const tables = markdown
      .split('\n\n')
      .filter((block) => block.startsWith('|'))
      .map((block) =>
        block
          .split('\n')
          .filter((_, at) => at !== 1)
          .map(cells),
      );
    // Pictures are shown beside the columns that say the same, or with tables of their own to open.
    const shown = tablesIn(page.replace(/<details[\s\S]*?<\/details>/g, '')).map((rows) => {
      const picture = rows[0]?.indexOf('RAG, in proportion') ?? -1;
      return picture < 0 ? rows : rows.map((row) => row.filter((_, at) => at !== picture));
    });
    expect(tables.length).toBeGreaterThan(0);
    expect(shown).toEqual(tables);
  });

  it('is the same twice, and says day and sources', async () => {
    const [one, two] = [await runHere(argv('html')), await runHere(argv('html'))];
    expect(one.stdout).toBe(two.stdout);
    expect(textOf(one.stdout)).toContain('As of 1 May 2023. Made by actionplan from');
    expect(textOf(one.stdout)).toContain('plan long-wait is left out');
  });
});

/** The cells of a line of Markdown, as text. */
function cells(line: string): string[] {
  return line
    .slice(2, -2)
    .split(/ (?<!\\)\| /)
    .map((cell) =>
      oneLine(
        textOf(
          cell
            .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
            .replace(/\\(.)/g, '$1'),
        ),
      ),
    );
}

describe('pictures', () => {
  it('strips say their figures in words', async () => {
    const { stdout } = await runHere([
      'report',
      'summary',
      'plans/hmpps-mental-health.yaml',
      '--as-of',
      '2023-05-01',
      '--format',
      'html',
    ]);
    expect(stdout).toContain('role="img" aria-label="35 red, 14 amber, 45 green"');
  });

  it('bars stand beside their figure and are hidden from those who hear it', async () => {
    const { stdout } = await runHere([
      'report',
      'owners',
      '--as-of',
      '2023-05-01',
      '--format',
      'html',
    ]);
    const bars = stdout.match(/<svg class="picture"[^>]*>/g) ?? [];
    expect(bars.length).toBeGreaterThan(10);
    for (const bar of bars) expect(bar).toContain('aria-hidden="true"');
    expect(stdout).toMatch(/<\/svg>27%/);
  });
});

describe('pictures above the tables', () => {
  const pageOf = async (...report: string[]) => {
    const argv = ['report', ...report, '--as-of', '2023-05-01', '--format', 'html'];
    return (await runHere(argv)).stdout;
  };

  it.each([
    ['overdue', ['How long actions have been overdue', 'Overdue actions by owner']],
    ['owners', ['Overdue actions by owner']],
    ['owners --by organisation', ['Red, amber and green by organisation']],
    [
      'summary',
      ['What was due, and how much of it was done, by month', 'Red, amber and green by plan'],
    ],
    ['slippage', []],
  ])('of report %s', async (report, titles) => {
    const page = await pageOf(...report.split(' '));
    const drawn = [...page.matchAll(/<h2 id="[^"]*">([^<]*)<\/h2>\n<div class="chart">/g)];
    expect(drawn.map(([, title]) => title)).toEqual(titles);
    expect(page.match(/<details/g)?.length ?? 0).toBe(titles.length);
  });

  it('count what the report is narrowed to', async () => {
    const page = await pageOf('overdue', '--plan', 'hsab-case-review', '--owner', 'HPFT');
    const [ages = [], byOwner = [], list = []] = tablesIn(page);
    const overdue = String(list.length - 1);
    expect(ages.find(([name]) => name === 'All overdue')).toEqual(['All overdue', overdue]);
    expect(byOwner.slice(1).map(([name, count]) => [name, count])).toEqual([
      ['HPFT', overdue],
      ['All, each action once', overdue],
    ]);
  });
});

it('text from plans stays text', async () => {
  for (const report of ['overdue', 'slippage', 'owners', 'stale', 'summary']) {
    const argv = ['report', report, '.', '--as-of', '2024-01-01', '--format', 'html'];
    const { exit, stdout } = await run(argv, { 'x.yaml': stringify(hostilePlan('inspection')) });
    expect(exit).toBe(0);
    expect(stdout).not.toMatch(/<script|<img|<b>|[\u0000-\u0008\u000b-\u001f\u202e\u200b]/);
  }
  const argv = ['report', 'stale', '.', '--as-of', '2024-01-01', '--format', 'html'];
  const { stdout } = await run(argv, { 'x.yaml': stringify(hostilePlan('inspection')) });
  expect(textOf(stdout)).toContain(HOSTILE.shown.element);
});

it('says so when there is nothing to show', async () => {
  const { stdout } = await runHere([
    'report',
    'overdue',
    'plans/hsab-case-review.yaml',
    '--as-of',
    '2018-10-01',
    '--format',
    'html',
  ]);
  expect(textOf(stdout)).toContain('No action is overdue on 1 October 2018.');
  expect(tablesIn(stdout)).toEqual([]);
});
