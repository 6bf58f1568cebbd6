import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLines } from '../../src/render/clean-text.ts';
import { reportCsv } from '../../src/render/report-csv.ts';
import { escapeMarkdown } from '../../src/render/report-markdown.ts';
import type { Answer, JsonObject } from '../../src/reports/report.ts';

function answer(rows: JsonObject[]): Answer {
  return { title: '', sections: [], empty: '', summary: '', rows, totals: {}, notes: [] };
}

it('any text comes back from CSV, cleaned, and never as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      const csv = reportCsv(answer(texts.map((text, line) => ({ line, text }))));
      const rows: { text: string }[] = parse(csv, { columns: true });
      expect(rows.map(({ text }) => text.replace(/^'/, ''))).toEqual(
        texts.map((text) => cleanLines(text).replace(/^'/, '')),
      );
      for (const { text } of rows) expect(text).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});

it('a text of several lines is in quotes, for readers that end a row at every line break', () => {
  expect(reportCsv(answer([{ text: 'a\nb' }]))).toBe('text\r\n"a\nb"\r\n');
});

it('a negative number is no formula', () => {
  expect(reportCsv(answer([{ daysLate: -5, text: '-5' }]))).toBe("daysLate,text\r\n-5,'-5\r\n");
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
