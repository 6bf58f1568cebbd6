import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import width from '../../src/render/width.ts';
import { wrapWords } from '../../src/render/wrap-words.ts';
import { run } from '../support/memory-host.ts';

describe('a text for people', () => {
  it('breaks between words, and goes on under its own indentation', () => {
    expect(wrapWords('error: one two three four five six', { columns: 20 })).toBe(
      'error: one two three\nfour five six',
    );
    expect(wrapWords('  a list of several things', { columns: 20, indent: '- ' })).toBe(
      '  a list of several\n  - things',
    );
    expect(wrapWords('one two three four five', { columns: 20, before: 10 })).toBe(
      'one two\nthree four five',
    );
  });

  it('keeps a word that is wider than the line, so that a path can be copied', () => {
    const path = `plans/${'x'.repeat(30)}.yaml`;
    expect(wrapWords(`written to ${path} today`, { columns: 20 })).toBe(
      `written to\n${path}\ntoday`,
    );
  });

  it('keeps the space at the end of a question, and lines that fit', () => {
    expect(wrapWords('Which of the plans is it: ', { columns: 20 })).toBe(
      'Which of the plans\nis it: ',
    );
    const fits = 'one  two\n   three\n\nfour five six seven';
    expect(wrapWords(fits, { columns: 20 })).toBe(fits);
  });

  it('counts neither colours nor letters twice', () => {
    const red = '\u001b[31mone two three four\u001b[39m';
    expect(wrapWords(red, { columns: 20 })).toBe(red);
    expect(wrapWords('漢字 漢字 漢字 漢字 漢字', { columns: 20 })).toBe(
      '漢字 漢字 漢字 漢字\n漢字',
    );
  });

  it('is left as it is where nobody knows the width, or there is next to none', () => {
    const text = 'word '.repeat(50);
    expect(wrapWords(text, { columns: undefined })).toBe(text);
    expect(wrapWords(text, { columns: 10 })).toBe(text);
  });

  it('loses no word, and no line of several words is too wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 30 }),
        fc.integer({ min: 20, max: 100 }),
        (words, columns) => {
          const text = words.join(' ').replace(/[\p{C}\p{Z}]/gu, ' ');
          const wrapped = wrapWords(text, { columns });
          const split = (one: string) => one.split(/[ \n]+/);
          expect(split(wrapped)).toEqual(split(text));
          for (const line of wrapped.split('\n')) {
            if (line.trim().includes(' '))
              expect(width(line.trimEnd())).toBeLessThanOrEqual(columns);
          }
        },
      ),
    );
  });
});

describe('on a terminal of 80 columns', () => {
  const LONG =
    'Publish a guide to the keeping of records for all who hold them, in every office of the service, and on the website.';
  const files = {
    'plan.yaml': `plan: records
title: R
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep.
    agreement: agreed
    actions:
      - id: "1.1"
        action: ${LONG}
        owner: Team
        target: after June 2023
        budgett: ${LONG}
        measure: ${'漢字'.repeat(60)}\u200b
`,
  };

  it('findings, their lines and the way out fit, and break between words', async () => {
    const { stdout } = await run(['validate', 'plan.yaml'], files, { columns: 80 });
    expect(stdout).toContain(LONG.slice(0, 40));
    const lines = stdout.split('\n');
    for (const line of lines) expect([line, width(line) <= 80]).toEqual([line, true]);
    // The whole of each message and help is still there.
    const words = (text: string) =>
      text
        .replace(/^.*(?:-->|\|).*$/gm, '')
        .split(/\s+/)
        .join(' ');
    const wide = await run(['validate', 'plan.yaml'], files);
    expect(words(stdout)).toBe(words(wide.stdout));
    expect(wide.stdout.split('\n').some((line) => width(line) > 80)).toBe(true);
  });

  it('so do errors, notes and questions', async () => {
    const refused = await run(['report', 'overdue'], files, {
      noteColumns: 40,
    });
    expect(refused.stderr.split('\n').slice(0, 2)).toEqual([
      'error: plan.yaml: line 14: unknown field',
      '`budgett`',
    ]);
    const asked = await run(['new', 'plan', 'x', '--kind', 'strategy'], files, {
      noteColumns: 60,
      answers: ['T', 'HMIP', '', '', ''],
    });
    expect(asked.stderr).toContain('(such as 2022-06-30 or\n2022-06; enter: none): ');
  });
});
