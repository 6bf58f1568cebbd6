import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ExitCode } from '../../src/host.ts';
import { reports } from '../../src/reports/index.ts';
import { run } from '../support/memory-host.ts';
import { png } from '../support/png.ts';
import { type Json, placesIn, replaced, soundFiles } from '../support/values.ts';

const files: { readonly [name: string]: Json } = {
  'plan.yaml': soundFiles.plan,
  'owners.yaml': soundFiles.owners,
  'standards.yaml': soundFiles.standards,
  'actionplan.yaml': soundFiles.settings,
};

const logo = png(1, 1);

const change = fc.constantFrom(...Object.keys(files)).chain((file) =>
  fc.record({
    file: fc.constant(file),
    path: fc.constantFrom(...placesIn(files[file] ?? '')),
    by: fc.constantFrom<Json | undefined>(undefined, '', 'x', [], {}, [''], [[]], [{}], { a: 'b' }),
  }),
);

const commands = [
  ['validate', '.'],
  ['publish', 'plan.yaml', '--format', 'markdown', '--as-of', '2023-05-01'],
  ...reports.map(({ id }) => ['report', id, '.', '--skip-invalid', '--as-of', '2023-05-01']),
];

it('values of any wrong kind, anywhere, are findings and never a fault of the program', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed: Record<string, Json> = { ...files };
      for (const { file, path, by } of changes) {
        changed[file] = replaced(changed[file] ?? '', path, by);
      }
      const texts = Object.fromEntries(
        Object.entries(changed).map(([name, value]) => [name, stringify(value)]),
      );
      for (const argv of commands) {
        const { exit, stderr } = await run(argv, { ...texts, 'l.png': logo });
        expect(exit === ExitCode.fault ? stderr : '').toBe('');
      }
    }),
    { numRuns: 150 },
  );
});
