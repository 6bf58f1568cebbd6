import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../src/render/clean-text.ts';
import { reportCsv } from '../../src/render/report-csv.ts';
import { escapeMarkdown } from '../../src/render/report-markdown.ts';
import { reports } from '../../src/reports/index.ts';
import type { Answer, JsonObject } from '../../src/reports/report.ts';
import { run, runHere } from '../support/memory-host.ts';

const NO_COLUMNS = { columns: [] };
const NONE = { skipped: [] };

function answer(rows: JsonObject[]): Answer {
  return { title: '', sections: [], empty: '', summary: '', rows, totals: {}, notes: [] };
}

it('any text comes back from CSV, cleaned, and never as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      const csv = reportCsv(answer(texts.map((text, line) => ({ line, text }))), NO_COLUMNS, NONE);
      const rows: { text: string }[] = parse(csv, { columns: true });
      expect(rows.map(({ text }) => text.replace(/^'/, ''))).toEqual(
        texts.map((text) => cleanLines(text).replace(/^'/, '')),
      );
      for (const { text } of rows) expect(text).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});

it('a text of several lines is in quotes, for readers that end a row at every line break', () => {
  expect(reportCsv(answer([{ text: 'a\nb' }]), NO_COLUMNS, NONE)).toBe('text\r\n"a\nb"\r\n');
});

it('a negative number is no formula', () => {
  expect(reportCsv(answer([{ daysLate: -5, text: '-5' }]), NO_COLUMNS, NONE)).toBe(
    "daysLate,text\r\n-5,'-5\r\n",
  );
});

const DAY = '2023-05-01';
const ASKED: Readonly<Record<string, readonly string[]>> = { completed: ['--month', '2023-03'] };

describe.each(reports.map(({ id }) => id))('the columns of %s', (id) => {
  const asked = ['report', id, '--as-of', DAY, ...(ASKED[id] ?? [])];
  const argv = [...asked, '--format', 'csv'];
  const nothing = {
    'a.yaml': 'plan: a\ntitle: A\nkind: strategy\nsubmitted: 2024\nrecommendations: []\n',
  };

  it('are there without rows, as with them', async () => {
    const full = await runHere([...argv, ...(id === 'upcoming' ? ['--days', '90'] : [])]);
    const [head = '', ...rows] = full.stdout.split('\r\n');
    expect(rows.length).toBeGreaterThan(1);
    const empty = await run(argv, nothing);
    expect(empty.stdout).toBe(`${head}\r\n`);
  });

  it('are headings of a workbook without rows', async () => {
    const { bytes } = await run([...asked, '--output', 'x.xlsx'], nothing);
    const [sheet] = await readExcelFile(Buffer.from(bytes['x.xlsx'] ?? []));
    expect(sheet?.data).toHaveLength(1);
    expect(sheet?.data[0]?.length).toBeGreaterThan(5);
  });
});

it('each figure of owners is in one column, and the share of complete actions is called a share', async () => {
  const statuses = ['not-started', 'in-progress', 'paused', 'complete', 'superseded', 'withdrawn'];
  const argv = ['report', 'owners', '--as-of', DAY, '--output', 'x.csv', '--output', 'x.xlsx'];
  const { written, bytes } = await runHere(argv);
  const rows: string[][] = parse(written['x.csv'] ?? '');
  expect(rows[0]).toEqual([
    'owner.id',
    'owner.organisation',
    'owner.role',
    'total',
    ...statuses.map((status) => `status.${status}`),
    'overdue',
    'dueSoon',
    'shareComplete',
  ]);
  const [sheet] = await readExcelFile(Buffer.from(bytes['x.xlsx'] ?? []));
  expect(sheet?.data[0]).toHaveLength(13);
  expect(sheet?.data[0]?.filter((heading) => /complete/i.test(String(heading)))).toEqual([
    'Status: complete',
    'Share complete',
  ]);
  // Scripts find in JSON what they always found there.
  const { stdout } = await runHere(['report', 'owners', '--as-of', DAY, '--format', 'json']);
  const [first] = JSON.parse(stdout).rows;
  expect(first).toMatchObject({
    'not-started': first.status['not-started'],
    complete: first.shareComplete,
  });
});

it.each([
  ['<script>alert(1)</script>', /<script/],
  ['[a](javascript:x)', /[^\\]\[|^\[/],
  ['![a](x)', /^!/],
  ['a | b', /[^\\]\|/],
  ['https://example.org', /https:/],
  ['www.example.org', /www\./],
  ['@someone #12', /@|[^\\&]#1/],
  ['`code` *b* _i_ ~s~', /(?<!\\)[`*_~]/],
])('%s does nothing in Markdown', (text, active) => {
  expect(escapeMarkdown(text)).not.toMatch(active);
});
