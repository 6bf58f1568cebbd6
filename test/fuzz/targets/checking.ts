import { expect } from 'vitest';
import { stringify } from 'yaml';
import { diffPlans } from '../../../src/changes/diff.ts';
import { changesJson } from '../../../src/render/changes-json.ts';
import { changesMarkdown } from '../../../src/render/changes-markdown.ts';
import { changesPretty } from '../../../src/render/changes-pretty.ts';
import { reports } from '../../../src/reports/index.ts';
import { decode } from '../../../src/source/decode.ts';
import { memoryTree } from '../../../src/source/file-tree.ts';
import { type Loaded, load } from '../../../src/source/load.ts';
import { SourceText } from '../../../src/source/text.ts';
import { validateFiles } from '../../support/validate-files.ts';
import { soundFiles } from '../../support/values.ts';
import { harmless, inFormats, inside, twice } from '../expectations.ts';
import { yamlSeeds } from '../seeds.ts';
import type { Target } from '../target.ts';

const DAY = '2023-05-01';
/** A sound file of each kind, beside the one that is tried. */
const beside: Readonly<Record<string, string>> = {
  'plan.yaml': stringify(soundFiles.plan),
  'owners.yaml': stringify(soundFiles.owners),
  'standards.yaml': stringify(soundFiles.standards),
};
const NAMES: Readonly<Record<string, string>> = {
  plan: 'plan.yaml',
  owners: 'owners.yaml',
  standards: 'standards.yaml',
  settings: 'actionplan.yaml',
};
const FINDINGS = ['pretty', 'compact', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'];
const REPORTS = ['table', 'markdown', 'csv', 'json', 'html', 'xlsx'];

interface Finding {
  readonly file: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function textOf(bytes: string | Uint8Array | undefined): string {
  const source = decode(
    typeof bytes === 'string' ? Buffer.from(bytes) : (bytes ?? Buffer.from('')),
  );
  return source instanceof SourceText ? source.text : Buffer.from(bytes ?? '').toString();
}

function validating(kind: string): Target {
  return {
    id: `validate-${kind}`,
    promises:
      'findings are places in the file and counted right; held whole or put away, they are the same; every format is neutral',
    ending: 'yaml',
    seeds: yamlSeeds(kind),
    async check(input, chance) {
      const files = { ...beside, [NAMES[kind] ?? '']: input };
      const argv = ['validate', '.', '--as-of', DAY];
      const { written, exit } = await inFormats(argv, FINDINGS, files);
      const { findings, counts } = JSON.parse(written['out.json'] ?? '') as {
        findings: Finding[];
        counts: Record<string, number>;
      };
      for (const { file, line, column, endLine, endColumn } of findings) {
        const text = textOf(files[file as keyof typeof files]);
        inside(text, { line, column }, { line: endLine, column: endColumn });
      }
      for (const severity of ['error', 'warning', 'info']) {
        const own = findings.filter((one) => one.severity === severity);
        expect([severity, own.length]).toEqual([severity, counts[severity]]);
      }
      if (exit !== 2) expect(exit).toBe(counts['error'] === 0 ? 0 : 1);
      if (chance(4) === 0) validateFiles(files, { asOf: DAY });
      if (chance(8) === 0) await twice(argv, files);
    },
  };
}

/** The key of its totals that says how many rows a report has. */
const ROWS: Readonly<Record<string, string>> = { standards: 'expectations', summary: 'plans' };

/** Reads two files of a plan and tells the changes between them, wherever they are told. */
function changesBetween(old: Loaded, now: Loaded): Record<string, string> {
  const changes = diffPlans({ before: old.portfolio, after: now.portfolio });
  const lineIn = (loaded: Loaded, file: string, path: readonly (string | number)[]) =>
    loaded.files.find((read) => read.file === file)?.document?.lineOf(path) ?? 1;
  const side = { rev: 'a', commit: 'b' };
  const places = {
    now: ({ at }: (typeof changes)[number]) => ({
      file: at.file,
      line: lineIn(now, at.file, at.path),
    }),
    before: ({ was }: (typeof changes)[number]) =>
      was && { file: was.file, line: lineIn(old, was.file, was.path) },
  };
  return {
    json: changesJson(side, side, changes, places),
    markdown: changesMarkdown('Changes', changes, places.now),
    pretty: changesPretty(changes, places.now, { columns: undefined, colour: 0 }),
  };
}

export const checkingTargets: readonly Target[] = [
  ...Object.keys(NAMES).map(validating),
  {
    id: 'report',
    promises:
      'every report is answered or refused; rows are counted in its totals; every format is neutral',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input, chance) {
      const { id } = reports[chance(reports.length)] ?? { id: '' };
      const files = { ...beside, 'plan.yaml': input };
      const argv = ['report', id, '.', '--skip-invalid', '--as-of', DAY];
      const month = id === 'summary' || id === 'completed' ? ['--month', '2023-03'] : [];
      const { written, exit } = await inFormats([...argv, ...month], REPORTS, files);
      if (exit !== 0) return;
      const { rows, totals } = JSON.parse(written['out.json'] ?? '');
      const none = rows.filter((row: { owner?: unknown }) => row.owner === null).length;
      const count = id === 'owners' ? totals.owners + none : totals[ROWS[id] ?? 'actions'];
      expect([id, rows.length]).toEqual([id, count]);
      if (chance(8) === 0) await twice(argv, files);
    },
  },
  {
    id: 'diff',
    promises:
      'a plan does not differ from itself; two differ by as many changes each way, told neutrally',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    check(input, _, from) {
      const old = load(memoryTree({ 'plan.yaml': from }), ['.']);
      const now = load(memoryTree({ 'plan.yaml': input }), ['.']);
      const between = (before: Loaded, after: Loaded) =>
        diffPlans({ before: before.portfolio, after: after.portfolio });
      expect(between(now, now)).toEqual([]);
      expect(between(now, old).length).toBe(between(old, now).length);
      const told = changesBetween(old, now);
      expect(changesBetween(old, now)).toEqual(told);
      for (const [format, text] of Object.entries(told)) harmless(format, text);
    },
  },
];
