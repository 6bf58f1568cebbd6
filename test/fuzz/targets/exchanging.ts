import { expect } from 'vitest';
import { stringify } from 'yaml';
import { chooseTables, importTables } from '../../../src/exchange/import-tables.ts';
import { mergeProfiles } from '../../../src/exchange/profile.ts';
import { base, profiles } from '../../../src/exchange/profiles/index.ts';
import { readTables } from '../../../src/exchange/read/read-tables.ts';
import { Refusal } from '../../../src/exchange/refusal.ts';
import { hasText, isCovered } from '../../../src/exchange/table.ts';
import { UK_FINANCIAL_YEAR } from '../../../src/model/target.ts';
import { soundFiles } from '../../support/values.ts';
import { harmless, inFormats, quiet } from '../expectations.ts';
import { profileSeeds, tableSeeds, yamlSeeds } from '../seeds.ts';
import type { Target } from '../target.ts';

const DAY = '2023-05-01';
const profile = mergeProfiles([base, ...profiles]);
const options = { profile, owners: undefined, financialYear: UK_FINANCIAL_YEAR, asOf: DAY };

/** What a file with tables comes to; undefined where it is refused. */
async function imported(file: string, bytes: Uint8Array) {
  try {
    const { mapped } = chooseTables(await readTables(file, bytes), profile);
    return importTables(mapped, options);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function importing(ending: string): Target {
  return {
    id: `import-${ending}`,
    promises: 'every row and cell is accounted for once, or the file is refused; twice the same',
    ending,
    seeds: tableSeeds[ending] ?? [],
    async check(input, chance) {
      const file = `t.${ending}`;
      const found = await imported(file, input);
      expect(await imported(file, input)).toEqual(found);
      if (found) {
        const filled = found.tables.flatMap(({ table }) =>
          table.rows.flatMap(({ cells }) =>
            cells.filter((cell) => !isCovered(cell) && hasText(cell.text + cell.struck)),
          ),
        );
        expect(found.cells.length).toBe(filled.length);
        const { read, ...kinds } = found.rows;
        expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(read);
      }
      if (chance(3) > 0) return;
      const flags = ['--submitted', '2022-03-04', '--as-of', DAY, '--id', 'made', '--dry-run'];
      await quiet(['import', file, ...flags], { [file]: input });
      const plan = { 'x.yaml': stringify(soundFiles.plan), [file]: input };
      await quiet(['import', file, '--into', 'x.yaml', '--as-of', DAY], plan);
    },
  };
}

export const exchangingTargets: readonly Target[] = [
  ...Object.keys(tableSeeds).map(importing),
  {
    id: 'profile',
    promises: 'a profile is followed or refused',
    ending: 'yaml',
    seeds: profileSeeds,
    async check(input) {
      const [csv] = tableSeeds['csv'] ?? [];
      const files = { 'map.yaml': input, 't.csv': csv ?? '' };
      const flags = ['--submitted', '2022-03-04', '--as-of', DAY, '--dry-run'];
      await quiet(['import', 't.csv', '--map', 'map.yaml', ...flags], files);
    },
  },
  {
    id: 'export',
    promises:
      'what is exported and read again changes nothing, or is refused; calendars are made or refused',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input) {
      const files = { 'plan.yaml': input };
      await quiet(['calendar', '.', '--as-of', DAY], files);
      const id = /^plan: *"?([a-z0-9-]+)/m.exec(Buffer.from(input).toString())?.[1];
      if (id === undefined) return;
      for (const file of ['t.csv', 't.xlsx']) {
        const { exit, written, bytes } = await quiet(
          ['export', id, 'plan.yaml', '--output', file, '--as-of', DAY],
          files,
        );
        const table = written[file] ?? bytes[file];
        if (exit !== 0 || table === undefined) continue;
        const back = ['import', file, '--into', 'plan.yaml', '--as-of', DAY];
        const { edited } = await quiet(back, { ...files, [file]: table });
        expect([file, edited]).toEqual([file, {}]);
      }
    },
  },
  {
    id: 'publish',
    promises:
      'the document is made or refused; made again it is the same, byte for byte, and its check passes',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input, chance) {
      const argv = ['publish', 'plan.yaml', '--as-of', DAY];
      const files = { 'plan.yaml': input, 'owners.yaml': stringify(soundFiles.owners) };
      const formats = chance(3) === 0 ? ['html', 'docx'] : ['html'];
      const made = await inFormats(argv, formats, files);
      if (made.exit !== 0) return;
      const outputs = formats.flatMap((format) => ['--output', `${format}:out.${format}`]);
      const all = { ...files, ...made.written, ...made.bytes };
      const { exit, stderr } = await quiet([...argv, ...outputs, '--check'], all);
      expect([exit, exit === 0 ? '' : stderr]).toEqual([0, '']);
      // Markdown of its own is meant to act; it is only held to end.
      await quiet([...argv, '--format', 'markdown'], files);
    },
  },
  {
    id: 'site',
    promises:
      'the site is made or refused; made again not a byte is written, and its check passes; nothing in its pages and data acts',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input, chance) {
      const skip = chance(3) === 0 ? ['--skip-invalid'] : [];
      const argv = ['site', 'out', 'plan.yaml', '--as-of', DAY, '--month', '2023-03', ...skip];
      const files = { 'plan.yaml': input, 'owners.yaml': stringify(soundFiles.owners) };
      const made = await quiet(argv, files);
      if (made.exit !== 0) {
        expect(made.edited).toEqual({});
        return;
      }
      const all = { ...files, ...made.edited };
      expect((await quiet(argv, all)).edited).toEqual({});
      const { exit, stderr } = await quiet([...argv, '--check'], all);
      expect([exit, exit === 0 ? '' : stderr]).toEqual([0, '']);
      for (const [path, text] of Object.entries(made.edited)) {
        const ending = path.split('.').at(-1) ?? '';
        if (ending === 'html') harmless('site', text);
        else if (ending === 'csv' || ending === 'json') harmless(ending, text);
      }
    },
  },
];
