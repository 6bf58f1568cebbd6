import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { long } from '../support/long.ts';
import { run } from '../support/memory-host.ts';

const COLUMNS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  No: fc.constantFrom('', '1', '2', 'Rec 3'),
  Recommendation: fc.constantFrom('', 'Keep', 'Write', 'x\ny'),
  Theme: fc.constantFrom('', 'Health', 'Care'),
  'Agreed?': fc.constantFrom('', 'Agreed', 'Partly agreed\nBecause of cost', 'Noted'),
  Reason: fc.constantFrom('', 'Cost', 'Time'),
  'Action no': fc.constantFrom('', '1.1', '1.2', '2', 'a'),
  Action: fc.constantFrom('', 'Train', 'Publish', 'Publish a guide'),
  Measure: fc.constantFrom('', 'Count', 'Share'),
  Lead: fc.constantFrom('', 'MoJ', 'MoJ; HMPPS', 'MoJ and HMPPS', 'A\nB'),
  Due: fc.constantFrom('', '31/03/2022', 'June 2022', 'June 2026 then ongoing', 'TBC', 'Ongoing'),
  'Revised target': fc.constantFrom('', 'June 2023', '2022-06', 'later'),
  'Date of update': fc.constantFrom('', '27/03/2023', '2023-02', 'soon'),
  Status: fc.constantFrom('', 'Complete', 'In progress', 'Not started', 'Closure requested'),
  Progress: fc.constantFrom('', 'Begun.', 'Done.', '27/03/2023: done\n28/03/2023: more'),
  'Progress June 2023': fc.constantFrom('', 'Half done.'),
  Evidence: fc.constantFrom('', 'Report (https://example.org/a)', 'policy'),
  Notes: fc.constantFrom('', 'Ask first', 'b\nc'),
  Priority: fc.constantFrom('', 'High', 'Low'),
};

const tables = fc
  .shuffledSubarray(Object.keys(COLUMNS), { minLength: 3 })
  .filter((columns) => columns.includes('Action') || columns.includes('Recommendation'))
  .chain((columns) =>
    fc
      .array(fc.tuple(...columns.map((column) => COLUMNS[column] ?? fc.constant(''))), {
        minLength: 1,
        maxLength: 6,
      })
      .map((rows) => stringify([columns, ...rows])),
  );

const given = ['--dates', 'day-first', '--as-of', '2023-07-01'];

it('a table that was imported changes nothing when it is imported again', async () => {
  let imports = 0;
  await fc.assert(
    fc.asyncProperty(tables, async (csv) => {
      const first = await run(
        ['import', 't.csv', ...given, '--submitted', '2021', '--output', 'p.yaml'],
        { 't.csv': csv },
      );
      const plan = first.edited['p.yaml'];
      if (first.exit !== 0 || plan === undefined) return;
      imports += 1;
      const files = { 't.csv': csv, 'p.yaml': plan };
      const again = await run(['import', 't.csv', '--into', 'p.yaml', ...given], files);
      expect([again.exit, again.stdout, again.edited]).toEqual([0, '', {}]);
    }),
    { numRuns: long ? 1_000 : 60 },
  );
  expect(imports).toBeGreaterThan(15);
}, 300_000);
