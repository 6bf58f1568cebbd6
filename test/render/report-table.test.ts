import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, it } from 'vitest';
import { cleanLines } from '../../src/render/clean-text.ts';
import { bar, strip } from '../../src/render/pictures.ts';
import { reportTable } from '../../src/render/report-table.ts';
import type { Answer, Cell, Column } from '../../src/reports/report.ts';
import { runHere } from '../support/memory-host.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 30 }),
  fc.constantFrom('', '12', 'hmpps-mental-health/13.1', '2023-03 (2023-03-31)', '字'.repeat(30)),
);
const cell: fc.Arbitrary<Cell> = fc.record(
  {
    text: words,
    tone: fc.constantFrom('red', 'amber', 'green'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: ['text'] },
);
const answer = fc.integer({ min: 1, max: 8 }).chain((width) =>
  fc
    .record({
      columns: fc.array(
        fc.record<Column>(
          {
            heading: fc.constantFrom('Action', 'What', 'Due in 30 days', 'Owner'),
            align: fc.constant('right'),
            whole: fc.constant(true),
          },
          { requiredKeys: ['heading'] },
        ) as fc.Arbitrary<Column>,
        { minLength: width, maxLength: width },
      ),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    })
    .map(
      ({ columns, rows }): Answer => ({
        title: 'T',
        sections: [{ title: null, columns, rows }],
        empty: '',
        summary: 'S.',
        rows: [],
        totals: {},
        notes: [],
      }),
    ),
);
const letters = (text: string) => text.normalize().replace(/[^\p{L}\p{N}]/gu, '');

it('no line is wider than the terminal', () => {
  fc.assert(
    fc.property(answer, fc.integer({ min: 40, max: 200 }), (one, columns) => {
      for (const line of reportTable(one, { columns, colour: 0 }).split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }
    }),
  );
});

it('texts are wrapped, never cut: every letter of every cell is there', () => {
  fc.assert(
    fc.property(answer, fc.integer({ min: 40, max: 200 }), (one, columns) => {
      const drawn = reportTable(one, { columns, colour: 0 });
      const shown = [...letters(drawn)].sort().join('');
      const given = one.sections.flatMap(({ rows }) =>
        rows.flat().map(({ text }) => cleanLines(text)),
      );
      for (const letter of letters(given.join(''))) expect(shown).toContain(letter);
      const count = (text: string, letter: string) => text.split(letter).length;
      for (const letter of new Set(letters(given.join('')))) {
        expect(count(shown, letter)).toBeGreaterThanOrEqual(count(letters(given.join('')), letter));
      }
    }),
    { numRuns: 50 },
  );
});

it('colour adds nothing that is not said without it', () => {
  fc.assert(
    fc.property(answer, (one) => {
      const plain = reportTable(one, { columns: 100, colour: 0 });
      const coloured = reportTable(one, { columns: 100, colour: 3 });
      // eslint-disable-next-line no-control-regex
      expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain);
    }),
    { numRuns: 50 },
  );
});

it('a picture goes before a table falls into a list of fields', async () => {
  const argv = ['report', 'summary', '--as-of', '2023-05-01'];
  const { stdout } = await runHere(argv, { columns: 80 });
  expect(stdout).toContain('│ No last day │\n');
  expect(stdout).not.toMatch(/^Plan {2,}/m);
  expect(stdout).not.toMatch(/Superseded|Withdrawn|Paused/);
  const wide = await runHere(argv, { columns: 120 });
  expect(wide.stdout).toContain('│ RAG, in proportion   │\n');
});

it('a bar is of one width and shows that something is there', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (share) => {
      expect(bar(share)).toHaveLength(12);
      if (share > 0) expect(bar(share)).toContain('█');
    }),
  );
});

it('a strip shows each tone there is, at most twenty marks in all', () => {
  const count = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(fc.record({ red: count, amber: count, green: count, none: count }), (counts) => {
      const drawn = strip(counts);
      expect(drawn.length).toBeLessThanOrEqual(20);
      expect(drawn.includes('R')).toBe(counts.red > 0);
      expect(drawn.includes('A')).toBe(counts.amber > 0);
      expect(drawn.includes('G')).toBe(counts.green > 0);
      expect(drawn.includes('·')).toBe(counts.none > 0);
    }),
  );
});
