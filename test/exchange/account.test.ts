import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planValue } from '../../src/exchange/draft.ts';
import { HEADINGS } from '../../src/exchange/fields.ts';
import { chooseTables, importTables } from '../../src/exchange/import-tables.ts';
import { mergeProfiles } from '../../src/exchange/profile.ts';
import { base, profiles } from '../../src/exchange/profiles/index.ts';
import { Refusal } from '../../src/exchange/refusal.ts';
import { type Cell, hasText, type Row, type Table } from '../../src/exchange/table.ts';

const profile = mergeProfiles([base, ...profiles]);
const headings = [
  ...new Set(Object.values(HEADINGS)),
  'Priority',
  'Cost',
  'Progress March 2023',
  'Progress June 2023',
].filter(hasText);
const word = fc.constantFrom(
  'Keep',
  'Train',
  'Publish a guide',
  'MoJ',
  'Ongoing',
  'Closure requested',
  'TBC',
  'x\ny',
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: word },
  fc.constantFrom(
    '1',
    '1.1',
    '2',
    'Rec 3',
    '2.1',
    'Agreed',
    'Partly agreed\nBecause of cost',
    'Noted',
  ),
  fc.constantFrom(
    '31/03/2022',
    'June 2022',
    'June 2026 then ongoing',
    '44651',
    'Complete',
    'Completed May 2022',
  ),
  fc.constantFrom('27/03/2023: done\n28/03/2023: more', 'Report (https://example.org/a)', 'policy'),
  fc.string({ maxLength: 6 }).map((text) => text.trim()),
);
const grid = fc
  .tuple(
    fc.shuffledSubarray(headings, { minLength: 2, maxLength: 9 }),
    fc.integer({ min: 0, max: 7 }),
  )
  .chain(([columns, count]) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(
        fc.tuple(
          ...columns.map(() => fc.tuple(value, fc.boolean(), fc.integer({ min: 0, max: 9 }))),
        ),
        { minLength: count, maxLength: count },
      ),
    }),
  );

/** A table in which some cells are struck through and some continue the one above. */
function tableOf(
  columns: readonly string[],
  rows: readonly (readonly [string, boolean, number][])[],
): Table {
  const head: Row = {
    number: 1,
    cells: columns.map((text, index) => ({ row: 1, column: index + 1, text, struck: '' })),
  };
  const body = rows.map(
    (row, at): Row => ({
      number: at + 2,
      cells: row.map(([text, struck, chance], index): Cell => {
        const here = { row: at + 2, column: index + 1 };
        const next = rows[at + 1]?.[index];
        const covered = at > 0 && chance === 0;
        const opens = !covered && next?.[2] === 0;
        return {
          ...here,
          text: covered ? '' : struck && chance === 1 ? '' : text,
          struck: !covered && struck && chance <= 2 ? 'old words' : '',
          ...(opens && { merged: { ...here, lastRow: at + 3, lastColumn: index + 1 } }),
          ...(covered && {
            merged: { row: at + 1, column: index + 1, lastRow: at + 2, lastColumn: index + 1 },
          }),
        };
      }),
    }),
  );
  return { name: 'T', counts: 'row', rows: [head, ...body], above: [], remarks: [] };
}

describe('the account of an import', () => {
  it('has every cell that holds anything once, and every row', () => {
    let imports = 0;
    fc.assert(
      fc.property(grid, ({ columns, rows }) => {
        const table = tableOf(columns, rows);
        const imported = attempt(table);
        if (!imported) return;
        imports += 1;
        const filled = table.rows.flatMap(({ cells }) =>
          cells.filter(
            ({ text, struck, merged, row, column }) =>
              hasText(text + struck) &&
              (!merged || (merged.row === row && merged.column === column)),
          ),
        );
        const places = imported.cells.map(({ row, column }) => `${row} ${column}`).sort();
        expect(places).toEqual(filled.map(({ row, column }) => `${row} ${column}`).sort());
        const { read, ...kinds } = imported.rows;
        expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(read);
        expect(read).toBe(table.rows.length);
      }),
      { numRuns: 3_000 },
    );
    expect(imports).toBeGreaterThan(300);
  });

  it('keeps the words of every cell that it says is in the plan or its notes', () => {
    fc.assert(
      fc.property(grid, ({ columns, rows }) => {
        const table = tableOf(columns, rows);
        const imported = attempt(table);
        if (!imported) return;
        const plan = JSON.stringify(
          planValue(
            { id: 'a', title: 'a', kind: 'strategy', submitted: '2023' },
            imported.recommendations,
            undefined,
          ),
        );
        for (const { outcome, text } of imported.cells) {
          if (outcome !== 'noted' && outcome !== 'not understood') continue;
          expect(plan).toContain(
            JSON.stringify(text)
              .slice(1, -1)
              .replace(/ \(struck through\) /, ' (struck through) '),
          );
        }
        for (const { row, column, outcome } of imported.cells) {
          const cell = table.rows[row - 1]?.cells[column - 1];
          if (!cell || ['heading', 'worked out', 'outside'].includes(outcome)) continue;
          if (cell.struck !== '') expect(plan).toContain(cell.struck);
          if (/^(?:Keep|Train|Publish a guide|TBC)$/.test(cell.text)) {
            expect(plan).toContain(cell.text);
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });

  function attempt(table: Table) {
    try {
      const { mapped } = chooseTables([table], profile);
      return importTables(mapped, {
        profile,
        owners: undefined,
        financialYear: { month: 4, date: 1 },
        asOf: '2023-03-27',
      });
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
});
