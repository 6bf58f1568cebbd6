import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatText } from '../../src/edit/format.ts';
import type { Day } from '../../src/model/day.ts';
import type { FileKind } from '../../src/model/file-kind.ts';
import { reportMarkdown } from '../../src/render/report-markdown.ts';
import type { JsonObject, Question } from '../../src/reports/report.ts';
import { Asked, textIn } from '../support/ask.ts';
import { long } from '../support/long.ts';
import {
  portfolios,
  realPlans,
  someDay,
  type Texts,
  type Values,
  written,
} from '../support/portfolios.ts';
import { shuffled } from '../support/shuffled.ts';
import { casesOf } from './cases.ts';

/** Every report, with each of its options that orders or groups. */
function questionsOn(asOf: Day): readonly (readonly [string, Partial<Question>])[] {
  const month = { from: `${asOf.slice(0, 7)}-01`, to: asOf };
  return [
    ['overdue', {}],
    ['completed', {}],
    ['completed', { period: { from: '2018-06-01', to: asOf } }],
    ['owners', {}],
    ['owners', { by: 'organisation' }],
    ['summary', {}],
    ['summary', { period: month }],
    ['upcoming', { days: 90 }],
    ['slippage', {}],
    ['stale', { days: 30 }],
    ['smart', {}],
    ['standards', {}],
  ];
}

const real: Values = Object.fromEntries(
  Object.entries(realPlans).map(([path, text]) => [path, parse(text, { schema: 'failsafe' })]),
);

/** What is said, in rows and in tables: all but the file and line. */
function answers(files: Texts, asOf: Day): unknown[] {
  const asked = new Asked(files);
  return questionsOn(asOf).map(([report, options]) => {
    const answer = asked.answer(report, { asOf, ...options });
    for (const row of answer.rows) expectAt(files, row);
    const rows = answer.rows.map((row) => ({ ...row, file: null, line: null }));
    return [report, options, rows, answer.totals, reportMarkdown(answer)];
  });
}

/** Where a row says that its action or expectation stands, it does. */
function expectAt(files: Texts, row: JsonObject): void {
  if (row['file'] === undefined) return;
  const text = files[textIn(row, 'file')]?.split('\n') ?? [];
  const below = text.slice(Number(row['line']) - 1).join('\n');
  expect(idsIn(below)[0]).toBe(textIn(row, row['action'] === undefined ? 'expectation' : 'action'));
}

/** The values of `id` in a text, in its order. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/^[ -]*id: *"?([^"\n]*?)"? *(?:#.*)?$/gm)].map(([, id = '']) => id);
}

describe('no report depends on the order', () => {
  it('of files, recommendations, actions and keys, in any plans', () => {
    fc.assert(
      fc.property(portfolios, someDay, fc.integer(), (values, day, seed) => {
        expect(answers(written(shuffled(values, seed)), day)).toEqual(
          answers(written(values), day),
        );
      }),
      casesOf('order'),
    );
  });

  it.each(['2019-06-30', '2023-05-01'])('nor in the plans of this repository on %s', (day) => {
    const expected = answers(written(real), day);
    for (let seed = 0; seed < (long ? 5 : 1); seed += 1) {
      expect(answers(written(shuffled(real, seed)), day)).toEqual(expected);
    }
  });
});

describe('no report depends on the layout', () => {
  const kindOf = (text: string): FileKind =>
    (/^(plan|owners|standards):/m.exec(text)?.[1] as FileKind | undefined) ?? 'settings';
  const laidOut = (files: Texts): Texts =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, formatText(text, kindOf(text))]),
    );

  it('that `fmt` makes, in any plans', () => {
    fc.assert(
      fc.property(portfolios, someDay, fc.integer(), (values, day, seed) => {
        const files = written(shuffled(values, seed));
        const after = laidOut(files);
        expect(after).not.toEqual(files);
        expect(answers(after, day)).toEqual(answers(files, day));
      }),
      casesOf('layout'),
    );
  });
});
