import { parse } from 'csv-parse/sync';
import { parse as parseHtml } from 'parse5';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { reports } from '../../src/reports/index.ts';
import { run } from '../support/memory-host.ts';
import { textIn } from '../support/site.ts';

const plan = (id: string, owner = 'owner: Team', submitted = '2022-03-04') => `plan: ${id}
title: Inspection of records
kind: inspection
submitted: ${submitted}
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
        ${owner}
        target: 2023-01
`;
const files = {
  'a.yaml': plan('a'),
  'faulty =1+1, "x".yaml': plan('f', 'ownr: Team'),
  'm - Copy.yaml': plan('m'),
  'm.yaml': plan('m'),
  'next.yaml': plan('next', 'owner: Team', '2024-04'),
};
const LEFT_OUT = [
  'faulty =1+1, "x".yaml is left out: line 12: unknown field `ownr`',
  'm - Copy.yaml is left out: the id m is also that of the plan in m.yaml',
  'm.yaml is left out: the id m is also that of the plan in m - Copy.yaml',
];
const NOT_YET = 'plan next is left out: it was submitted on 2024-04, after 2023-05-01';
const plain = (text: string) => text.replace(/\s+/g, ' ');

/** What the result itself says, and not the log beside it. */
const SAYS: Readonly<Record<string, (written: string | Uint8Array) => string | Promise<string>>> = {
  table: (written) => plain(String(written)),
  markdown: (written) => String(written).replace(/\\(.)/g, '$1'),
  html: (written) => textIn(parseHtml(String(written))),
  json: (written) => JSON.parse(String(written)).notes.join('\n'),
  csv: (written) => parse(String(written))[0]?.at(-1) ?? '',
  xlsx: async (written) => {
    const sheets = await readExcelFile(Buffer.from(written));
    expect(sheets.map(({ sheet }) => sheet)[1]).toBe('About');
    return sheets[1]?.data.flat().join('\n') ?? '';
  },
};

describe.each(reports.map(({ id }) => id))('what is left out of the report %s', (id) => {
  const outputs = Object.keys(SAYS).flatMap((format) => ['--output', `${format}:${format}`]);
  const argv = ['report', id, '.', '--as-of', '2023-05-01'];

  it('is said in the result, in every format', async () => {
    const { exit, written, bytes } = await run([...argv, '--skip-invalid', ...outputs], files);
    expect(exit).toBe(0);
    const results: Record<string, string | Uint8Array> = { ...written, ...bytes };
    for (const [format, says] of Object.entries(SAYS)) {
      const said = await says(results[format] ?? '');
      for (const one of LEFT_OUT)
        expect([format, said]).toEqual([format, expect.stringContaining(one)]);
      // CSV has no place for what is left out by its nature; that stands in the log.
      if (format !== 'csv')
        expect([format, said]).toEqual([format, expect.stringContaining(NOT_YET)]);
    }
    const { sources } = JSON.parse(String(results['json']));
    expect(
      sources.skipped.map(
        ({ file, reason }: Record<string, string>) => `${file} is left out: ${reason}`,
      ),
    ).toEqual(LEFT_OUT);
    expect(sources.notYet).toEqual([{ plan: 'next', file: 'next.yaml', submitted: '2024-04' }]);
  });

  it('moves no column of CSV and is no row', async () => {
    const only = { 'a.yaml': files['a.yaml'], 'next.yaml': files['next.yaml'] };
    const { written } = await run([...argv, '--output', 'csv:x'], only);
    const skipping = await run([...argv, '--skip-invalid', '--output', 'csv:x'], files);
    const [head, ...rows]: string[][] = parse(written['x'] ?? '');
    const [longer, ...same]: string[][] = parse(skipping.written['x'] ?? '');
    expect(longer).toEqual([...(head ?? []), `leftOut: ${LEFT_OUT.join('; ')}`]);
    expect(same).toEqual(rows.map((row) => [...row, '']));
  });
});

it('a plan that was not asked about is not said to be left out', async () => {
  const argv = [
    'report',
    'summary',
    '.',
    '--as-of',
    '2023-05-01',
    '--plan',
    'a',
    '--format',
    'json',
  ];
  const { stdout } = await run(argv, {
    'a.yaml': files['a.yaml'],
    'next.yaml': files['next.yaml'],
  });
  const { sources, notes } = JSON.parse(stdout);
  expect(sources).toEqual({ files: 2, plans: 2, skipped: [], notYet: [] });
  expect(notes).toEqual([]);
});
