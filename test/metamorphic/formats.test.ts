import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../src/model/plan-file.ts';
import { told } from '../support/ask.ts';
import { long } from '../support/long.ts';
import { portfolios, realPlans, someDay, type Texts, written } from '../support/portfolios.ts';
import {
  listOfText,
  type ReadTable,
  tableOfCsv,
  tableOfXlsx,
  tablesOfHtml,
  tablesOfMarkdown,
  tablesOfText,
} from '../support/read-reports.ts';
import { casesOf } from './cases.ts';

const FORMATS = ['table', 'markdown', 'csv', 'json', 'html', 'xlsx'];

interface Row {
  readonly plan: string;
  readonly action: string;
  readonly expectation: string;
  readonly served: boolean;
  readonly owner: { organisation: string; role: string | null } | null;
  readonly daysOverdue: number;
  readonly daysLate: number | null;
  readonly moves: readonly unknown[];
  readonly slippage: number | null;
  readonly stale: readonly string[];
  readonly smart: Readonly<Record<string, boolean>>;
  readonly status: string & Record<string, number>;
  readonly agreement: Readonly<Record<string, number>>;
  readonly rag: Readonly<Record<string, number>>;
  readonly movement: Readonly<Record<string, number>>;
  readonly actions: number;
  readonly overdue: number;
  readonly total: number;
}

type Totals = Readonly<Record<string, unknown>>;

interface Expected {
  readonly flags?: readonly string[];
  /** How a row is named in the first column of its table; tables of people leave the plan out where it is one. */
  readonly name: (row: Row, many: boolean) => string;
  /** Which of the tables for people have the rows. */
  readonly tables: (all: readonly ReadTable[]) => readonly ReadTable[];
  /** Whether its first column may be wrapped, so that only the number of its rows is read. */
  readonly wraps?: true;
  /** The totals, counted from the rows. */
  readonly totals: (rows: readonly Row[]) => Totals;
}

const action = ({ plan, action: id }: Row, many: boolean) => (many ? `${plan}/${id}` : id);
const first = (all: readonly ReadTable[]) => all.slice(0, 1);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const most = (numbers: readonly number[]) => Math.max(0, ...numbers);
const share = (part: number, all: number) => (all === 0 ? 0 : Number((part / all).toFixed(4)));

/** The sum of a field of rows, key by key. */
function summed(
  rows: readonly Row[],
  field: 'agreement' | 'status' | 'rag' | 'movement',
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    for (const [key, count] of Object.entries(row[field])) {
      sums[key] = (sums[key] ?? 0) + count;
    }
  }
  return sums;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  overdue: {
    name: action,
    tables: first,
    totals: (rows) => ({
      actions: rows.length,
      longest: most(rows.map(({ daysOverdue }) => daysOverdue)),
    }),
  },
  completed: {
    name: action,
    tables: first,
    totals: (rows) => ({
      actions: rows.length,
      onTime: rows.filter(({ daysLate }) => daysLate !== null && daysLate <= 0).length,
      late: rows.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length,
      withoutDue: rows.filter(({ daysLate }) => daysLate === null).length,
    }),
  },
  upcoming: {
    flags: ['--days', '200'],
    name: action,
    tables: first,
    totals: (rows) => ({ actions: rows.length, days: 200 }),
  },
  slippage: {
    name: action,
    tables: first,
    totals: (rows) => {
      const later = rows.map(({ slippage }) => slippage ?? 0).filter((days) => days > 0);
      return {
        actions: rows.length,
        moves: sum(rows.map(({ moves }) => moves.length)),
        later: later.length,
        longest: most(later),
        days: sum(later),
      };
    },
  },
  stale: {
    flags: ['--days', '60'],
    name: action,
    tables: first,
    totals: (rows) => {
      const of = (reason: string) => rows.filter(({ stale }) => stale.includes(reason)).length;
      return {
        actions: rows.length,
        noUpdate: of('no-update'),
        pastReview: of('past-review'),
        missingFromRound: of('missing-from-round'),
        days: 60,
      };
    },
  },
  smart: {
    name: action,
    tables: (all) => all.filter(({ headings: [heading] }) => heading === 'Action'),
    totals: (rows) => {
      const shares = (some: readonly Row[]) =>
        Object.fromEntries(
          ['specific', 'measurable', 'achievable', 'realistic', 'timeBound'].map((part) => [
            part,
            share(some.filter(({ smart }) => smart[part]).length, some.length),
          ]),
        );
      const plans = [...new Set(rows.map(({ plan }) => plan))].map((plan) => {
        const own = rows.filter((row) => row.plan === plan);
        return { plan, actions: own.length, ...shares(own) };
      });
      const all = rows.filter(({ smart }) => Object.values(smart).every(Boolean)).length;
      return { actions: rows.length, ...shares(rows), all, plans };
    },
  },
  standards: {
    name: ({ expectation }) => expectation,
    tables: (all) => all,
    totals: (rows) => {
      const served = rows.filter((row) => row.served).length;
      return { expectations: rows.length, served, unserved: rows.length - served };
    },
  },
  owners: {
    name: ({ owner }) =>
      owner
        ? [owner.organisation, owner.role].filter((one) => one !== null).join(': ')
        : '(no owner)',
    tables: first,
    wraps: true,
    totals: (rows) => ({ owners: rows.filter(({ owner }) => owner !== null).length }),
  },
  summary: {
    flags: ['--month'],
    name: ({ plan }) => plan,
    tables: first,
    wraps: true,
    totals: (rows) => ({
      plans: rows.length,
      actions: sum(rows.map(({ actions }) => actions)),
      overdue: sum(rows.map(({ overdue }) => overdue)),
      agreement: { ...noAgreement, ...summed(rows, 'agreement') },
      status: { ...Object.fromEntries(STATUSES.map((one) => [one, 0])), ...summed(rows, 'status') },
      rag: { red: 0, amber: 0, green: 0, none: 0, ...summed(rows, 'rag') },
      movement: rows.length === 0 ? expect.anything() : summed(rows, 'movement'),
    }),
  },
};

const noAgreement = { agreed: 0, 'partly-agreed': 0, 'not-agreed': 0, none: 0, total: 0 };

/** A summary of several plans ends with their sum. */
function sumOf(report: string, rows: readonly Row[]): string[] {
  return report === 'summary' && rows.length > 1 ? ['all plans'] : [];
}

/** Reads a report back from each format, and holds all to the rows of its JSON. */
async function expectCounted(files: Texts, report: string, day: string): Promise<void> {
  const { flags = [], name, tables, wraps, totals } = EXPECTED[report] as Expected;
  const month = flags[0] === '--month' ? ['--month', day.slice(0, 7)] : flags;
  const out = await told(files, report, FORMATS, '--as-of', day, ...month);
  const text = (format: string) => String(out[format]);
  const json = JSON.parse(text('json')) as {
    rows: Row[];
    totals: Totals;
    sources: { plans: number };
  };
  const { rows } = json;
  expect([report, json.totals]).toEqual([report, expect.objectContaining(totals(rows))]);

  const names = rows.map((row) => name(row, json.sources.plans > 1));
  const inMarkdown = tablesOfMarkdown(text('markdown'));
  const headings = new Set(inMarkdown.map((table) => table.headings.join('|')));
  const read = {
    // A page also has the figures of its pictures in tables.
    html: tables(
      tablesOfHtml(text('html')).filter((table) => headings.has(table.headings.join('|'))),
    ),
    markdown: tables(inMarkdown),
  };
  for (const [format, some] of Object.entries(read)) {
    const found = some.flatMap((table) => table.rows.map(([cell]) => cell));
    // In Markdown the sum of several plans is a row like theirs.
    const sums = format === 'markdown' ? sumOf(report, rows) : [];
    expect([report, format, found]).toEqual([report, format, [...names, ...sums]]);
  }
  // Where no first column is always on one line, the second is one of figures.
  const [heading] = read.markdown.map((table) => table.headings[0]);
  const drawn = tables(
    tablesOfText(text('table'), wraps ? 1 : 0).filter((one) => one.headings[0] === heading),
  );
  const shown =
    drawn.length > 0
      ? drawn.flatMap((table) => table.rows.map(([cell]) => cell))
      : listOfText(text('table'), heading ?? '');
  const expected = [...names, ...sumOf(report, rows)];
  if (wraps) expect([report, shown.length]).toEqual([report, expected.length]);
  else expect([report, shown]).toEqual([report, expected]);

  const flat = { csv: tableOfCsv(text('csv')), xlsx: await tableOfXlsx(out['xlsx'] as Uint8Array) };
  for (const [format, { headings, rows: lines }] of Object.entries(flat)) {
    expect([report, format, lines.length]).toEqual([report, format, rows.length]);
    const column = (key: string) => {
      const at = headings.findIndex((heading) => heading.toLowerCase() === key);
      return lines.map((line) => line[at]);
    };
    for (const key of ['plan', 'action', 'expectation'] as const) {
      if (rows[0]?.[key] !== undefined) expect(column(key)).toEqual(rows.map((row) => row[key]));
    }
  }
}

describe('the totals of a report are its rows, counted in every format', () => {
  it.each(Object.keys(EXPECTED))('%s, of any plans', async (report) => {
    await fc.assert(
      fc.asyncProperty(portfolios, someDay, async (values, day) => {
        await expectCounted(written(values), report, day);
      }),
      casesOf('formats'),
    );
  });

  it.each(Object.keys(EXPECTED))('%s, of the plans of this repository', async (report) => {
    for (const day of long
      ? ['2008-05-01', '2019-01-01', '2023-05-01', '2025-06-01']
      : ['2023-05-01']) {
      await expectCounted(realPlans, report, day);
    }
  });
});
