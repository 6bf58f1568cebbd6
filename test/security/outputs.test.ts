import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/host.ts';
import { main } from '../../src/main.ts';
import { reports } from '../../src/reports/index.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { type FileTree, memoryTree } from '../../src/source/file-tree.ts';
import { gitRevisions } from '../../src/source/revisions.ts';
import { SourceText } from '../../src/source/text.ts';
import { HOSTILE, soundPlan } from '../support/hostile.ts';
import { hostileRepository } from '../support/hostile-repository.ts';
import { type Harm, harmOf } from '../support/measure.ts';
import { run, runsIn } from '../support/memory-host.ts';

const page = join(import.meta.dirname, '../../docs/security.md');
const FINDINGS = ['pretty', 'compact', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'];
const REPORTS = ['table', 'markdown', 'csv', 'json', 'html'];
/** Reports as workbooks, which take long to write: one with texts of plans, and one of figures. */
const BOOKS = ['slippage', 'summary'];
const HISTORIES = ['pretty', 'markdown', 'json'];
const CHANGES = [...HISTORIES, 'html'];

/** A command line that shows what strangers wrote, with all formats it has. */
interface Command {
  readonly argv: readonly string[];
  readonly formats: readonly string[];
}

function commandsOn(branches: readonly string[]): Command[] {
  const whole = ['--as-of', '2023-05-01'];
  return [
    { argv: ['validate', '.', '--show-waived', ...whole], formats: FINDINGS },
    ...reports.map(({ id }) => ({
      argv: ['report', id, '.', '--skip-invalid', ...whole],
      formats: REPORTS,
    })),
    ...branches.flatMap((branch) => [
      { argv: ['validate', 'plans/sound.yaml', '--base', branch, ...whole], formats: FINDINGS },
      { argv: ['diff', branch, 'HEAD', 'plans/sound.yaml'], formats: CHANGES },
      { argv: ['history', 'sound/1.1', 'plans/sound.yaml', '--at', branch], formats: HISTORIES },
    ]),
    { argv: ['history', 'sound/1.1', 'plans/sound.yaml'], formats: HISTORIES },
  ];
}

/** Command lines that write a site, as a stranger may have named it. */
function sitesOf(text: string): string[][] {
  const site = ['site', 'out', '--as-of', '2023-05-01'];
  return [
    [...site, '.', '--skip-invalid', `--title=${text}`],
    [...site, 'plans/sound.yaml', '--since', 'start', '--source-url', 'https://git.example/{path}'],
  ];
}

/** Command lines that are wrong by what a stranger may have made part of them. */
function mistakesOf(text: string): string[][] {
  return [
    ['validate', `${text}z`],
    ['validate', '.', '--rule', text],
    ['validate', '.', `--as-of=${text}`],
    ['validate', '.', `--format=${text}`],
    ['validate', '.', `--base=${text}z`],
    ['report', 'overdue', '.', '--skip-invalid', `--owner=${text}z`],
    ['report', 'overdue', '.'],
    ['report', `${text}z`],
    ['diff', '--', `${text}z`],
    ['diff', 'start', 'HEAD'],
    ['history', `sound/${text}z`, 'plans/sound.yaml'],
    ['history', `${text}/z`],
    ['explain', `${text}z`],
    [`--${text}`],
    [`${text}z`],
  ];
}

class Measured {
  cases = 0;
  outputs = 0;
  readonly shown = new Map<string, number>();
  readonly harm: string[] = [];
  readonly counts = { controls: 0, commands: 0, active: 0, formulas: 0 };

  /** A workbook holds texts, numbers and days; no formula, link or macro, and nothing that acts. */
  book(what: string, bytes: Uint8Array): void {
    const parts = Object.entries(unzipSync(bytes));
    const text = new TextDecoder();
    for (const [name, part] of parts) {
      const xml = text.decode(part);
      if (/<f[\s>]|<hyperlink|<externalLink|TargetMode="External"|vbaProject/i.test(xml)) {
        this.counts.formulas += 1;
        this.harm.push(`${what}: ${name}`);
      }
      // No log shows what is packed, so that no command is in it.
      const shown = xml.replace(/::|##/g, '..');
      this.look('xlsx', `${what}: ${name}`, shown.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
    }
  }

  /** A file that was made is read again, and holds no sign that YAML has to escape as it is. */
  made(what: string, yaml: string): void {
    this.outputs += 1;
    const { faults } = new YamlDocument(new SourceText(yaml));
    const raw = yaml.match(/[^\P{Cc}\n]|[\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/gu) ?? [];
    this.counts.controls += raw.length;
    if (faults.length > 0 || raw.length > 0)
      this.harm.push(`${what}: ${faults[0]?.message} ${JSON.stringify(raw)}`);
    if (yaml.includes(MARK)) this.shown.set('import', (this.shown.get('import') ?? 0) + 1);
  }

  look(format: string, what: string, output: string): void {
    if (output === '') return;
    this.outputs += 1;
    const harm: Harm = harmOf(format, output);
    for (const kind of ['controls', 'commands', 'active', 'formulas'] as const) {
      this.counts[kind] += harm[kind].length;
      if (harm[kind].length > 0)
        this.harm.push(`${what}: ${kind} ${harm[kind].slice(0, 2).join(' ')}`);
    }
    if (output.includes(MARK)) this.shown.set(format, (this.shown.get(format) ?? 0) + 1);
  }
}

/** A table of a stranger in each kind of file, in which all that may be any text is the hostile one. */
function tablesOf(text: string): Record<string, string> {
  const headings = [
    'No',
    'Recommendation',
    'Action',
    'Lead',
    'Due',
    'Status',
    'Progress',
    'Evidence',
    `${text}h`,
  ];
  const rows = [
    ['1', text, text, text, text, text, text, text, text],
    [text, `${text} b`, `${text} c`, 'Team', '2023-06', 'Complete', 'Done.', text, text],
  ];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const inHtml = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const inLine = (cell: string) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const records = rows.map((row) =>
    Object.fromEntries(row.map((cell, at) => [headings[at] ?? '', cell])),
  );
  return {
    't.csv': `${text.replace(/[",\s]/g, '')}${','.repeat(headings.length - 1)}\n${[headings, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`,
    't.md': `${inLine(text)}\n\n${[headings, headings.map(() => '-'), ...rows].map((row) => `| ${row.map(inLine).join(' | ')} |`).join('\n')}\n`,
    't.html': `<p>${inHtml(text)}</p><table><caption>${inHtml(text)}</caption>${[headings, ...rows].map((row) => `<tr>${row.map((cell) => `<td>${inHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
    't.json': JSON.stringify({ [text]: records }),
  };
}

/** What goes in from tables, and out to them. */
async function measureExchange(
  measured: Measured,
  text: string,
  runHere: ReturnType<typeof runsIn>,
): Promise<void> {
  const plan = { 'plans/sound.yaml': soundPlan(text) };
  const tables = tablesOf(text);
  const given = ['--submitted', '2023-01-01', '--as-of', '2023-03-01'];
  for (const file of Object.keys(tables)) {
    const files = { ...plan, ...tables, 'other.yaml': soundPlan('Keep records.') };
    // How a table is read depends on its kind; what is then done with it does not.
    const once = [
      ['import', file, '--into', 'plans/sound.yaml', '--as-of', '2023-03-01', '--dry-run'],
      ['import', file, '--save-map', 'm.yaml'],
      ['import', file, '--sheet', text],
      ['import', file, '--map', `${text}z`],
      ['import', `${text}.csv`],
    ];
    for (const argv of [
      ['import', file, ...given, '--id', 'p', '--dry-run'],
      ['import', file, ...given, '--id', 'p', '--report', 'r.txt'],
      ...(file === 't.json' ? once : []),
    ]) {
      const { exit, stdout, stderr, written, edited } = await run(argv, files);
      const what = `${argv.join(' ')} of ${JSON.stringify(text)}`;
      expect([what, exit < 3]).toEqual([what, true]);
      measured.look('import', what, stdout);
      measured.look('notes', what, stderr);
      measured.look('import', `${what}: the account`, written['r.txt'] ?? '');
      for (const [name, made] of Object.entries(edited)) {
        measured.made(`${what}: ${name}`, made);
      }
    }
  }
  const csv = await runHere(['export', 'sound', 'plans/sound.yaml']);
  measured.look('csv', 'export', csv.stdout.replace(/^\ufeff/, ''));
  measured.look('notes', 'export', csv.stderr);
  const book = await runHere(['export', 'sound', 'plans/sound.yaml', '--output', 'x.xlsx']);
  measured.book('export', book.bytes['x.xlsx'] ?? new Uint8Array());
  for (const id of BOOKS) {
    const argv = ['report', id, '.', '--skip-invalid', '--output', 'x.xlsx'];
    const { bytes } = await runHere([...argv, '--as-of', '2023-05-01']);
    measured.book(argv.join(' '), bytes['x.xlsx'] ?? new Uint8Array());
  }
  const calendar = await runHere(['calendar', 'plans/sound.yaml', '--as-of', '2023-01-01']);
  measured.look('calendar', 'calendar', calendar.stdout.replaceAll('\r\n', '\n'));
}

/** At the end of each hostile text, to see that it did reach the output. */
const MARK = 'zq7';

/** Every text in JSON, wherever it stands. */
function scalars(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(scalars);
}

async function measure(): Promise<{ measured: Measured; lost: string[] }> {
  const measured = new Measured();
  const lost: string[] = [];
  for (const hostile of HOSTILE) {
    const text = `${hostile}${MARK}`;
    const repository = hostileRepository(text);
    const runHere = runsIn(repository.folder);
    measured.cases += 1;
    try {
      for (const { argv, formats } of commandsOn(repository.branches)) {
        const files = formats.flatMap((format) => ['--output', `${format}:out.${format}`]);
        const all = await runHere([...argv, ...files], { repository: '/' });
        const what = `${argv.join(' ')} of ${JSON.stringify(text)}`;
        expect([what, all.exit < 3]).toEqual([what, true]);
        measured.look('notes', what, all.stderr);
        // Git allows control characters beyond ASCII in names of branches; this tool does not.
        if (argv.some((word) => /^refs.*\p{Cc}/su.test(word))) continue;
        expect([what, Object.keys(all.written).length]).toEqual([what, formats.length]);
        for (const format of formats) {
          measured.look(format, `${what} as ${format}`, all.written[`out.${format}`] ?? '');
        }
        const json = JSON.parse(all.written['out.json'] ?? '');
        if (SHOWS_ACTIONS.test(argv.join(' ')) && !scalars(json).includes(text)) lost.push(what);
      }
      for (const argv of sitesOf(text)) {
        const all = await runHere(argv);
        const what = `${argv.join(' ')} of ${JSON.stringify(text)}`;
        expect([what, all.exit]).toEqual([what, 0]);
        measured.look('notes', what, all.stderr);
        for (const [path, content] of Object.entries(all.edited)) {
          // Of the lists, which are made alike, one.
          if (/^out\/lists\/(?!actions)/.test(path)) continue;
          const ending = path.split('.').at(-1) ?? '';
          if (ending === 'csv') measured.look('csv', `${path} of ${what}`, content);
          if (ending === 'json') measured.look('json', `${path} of ${what}`, content);
          if (ending === 'html') measured.look('site', `${path} of ${what}`, content);
        }
      }
      await measureExchange(measured, text, runHere);
      for (const argv of mistakesOf(text)) {
        const { exit, stdout, stderr } = await runHere(argv);
        const what = argv.join(' ');
        expect([what, exit < 3]).toEqual([what, true]);
        measured.look('notes', what, stdout);
        measured.look('notes', what, stderr);
      }
      // What only goes to standard output: annotations with the page of the step, and tables in a terminal.
      const onScreen = ['validate', '.', '--format', 'github', '--as-of', '2023-05-01'];
      const { stdout, summary } = await runHere(onScreen, { repository: '/' });
      measured.look('github', onScreen.join(' '), stdout);
      measured.look('markdown', 'the page of the step', summary);
      for (const columns of [30, 79]) {
        const argv = ['report', 'slippage', '.', '--skip-invalid', '--as-of', '2023-05-01'];
        const narrow = await runHere(argv, { columns });
        measured.look('table', `${argv.join(' ')} at ${columns}`, narrow.stdout);
      }
    } finally {
      repository.discard();
    }
  }
  return { measured, lost };
}

/** Rounded down, so that one more report changes no page. */
function thousands(count: number): string {
  return (Math.floor(count / 1_000) * 1_000).toLocaleString('en-GB');
}

/** Commands whose rows have the words of an action. */
const SHOWS_ACTIONS =
  /^(report (overdue|completed|upcoming|slippage|stale|smart)|diff start|history .*yaml$)/;

describe('no output speaks for the tool', () => {
  it('no text, id, or name of a file, branch or author acts in any output', async () => {
    const { measured, lost } = await measure();
    expect(measured.harm).toEqual([]);
    expect(lost).toEqual([]);
    // Each format did show the texts, many times.
    for (const format of [...FINDINGS, ...REPORTS, 'xlsx', 'import', 'calendar', 'site', 'notes']) {
      expect([format, (measured.shown.get(format) ?? 0) >= HOSTILE.length]).toEqual([format, true]);
    }
    const { controls, commands, active, formulas } = measured.counts;
    const figures = [
      `${measured.cases} hostile texts in every place, more than ${thousands(measured.outputs)} outputs of all commands`,
      `in all formats: ${controls} raw control, bidirectional or invisible characters, ${commands} foreign`,
      `commands to CI, ${active} active nodes of Markdown or HTML, ${formulas} formula cells.`,
    ].join('\n');
    const text = readFileSync(page, 'utf8');
    const fresh = text.replace(
      /(<!-- measured -->\n)[\s\S]*?(?=\n<!-- end -->)/,
      (_, begin: string) => begin + figures,
    );
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, fresh);
    else expect(text).toBe(fresh);
  }, 900_000);

  it.each(['x##[error]y', 'x##vso[task.complete]y'])(
    'a command does not come together from the parts of a line that is shown: %s',
    async (text) => {
      const sign = text.indexOf('[');
      // The reader stops at the bracket, so that the marked part begins with it.
      const { stdout } = await run(['validate', '.'], { 'a.yaml': `plan: {a: ${text}}\n` });
      expect(stdout).toContain(`${text.slice(0, sign)}<U+005B>`);
      expect(harmOf('pretty', stdout).commands).toEqual([]);
    },
  );

  it('what a plan calls its items is text in a heading', async () => {
    const plan = soundPlan('Keep records.').replace(/^item: .*$/m, 'item: "##[error]\\e[2Jx"');
    const argv = ['report', 'summary', '.', '--as-of', '2023-05-01'];
    const { stdout } = await run(argv, { 'a.yaml': plan });
    expect(stdout).toContain('##<U+005B>error]<U+001B>');
    expect(harmOf('table', stdout)).toEqual(harmOf('table', ''));
  });

  it('a fault of this program, with where it happened, is text as well', async () => {
    const tree: FileTree = {
      ...memoryTree({}),
      kind: () => {
        throw new Error('\u001b[2J\n::error::x');
      },
    };
    let said = '';
    const exit = await main(['validate', '--debug'], {
      ...hostOf(tree),
      note: (text) => {
        said += text;
      },
    });
    expect([exit, said]).toEqual([3, expect.stringContaining('<U+001B>')]);
    expect(harmOf('notes', said)).toEqual(harmOf('notes', ''));
  });
});

/** A host of which only the files and what is said matter. */
function hostOf(files: FileTree): Host {
  const nothing = () => {};
  return {
    files,
    revisions: gitRevisions(() => ({ fault: 'ENOENT' }), '/'),
    today: () => '2023-05-01',
    stdin: () => Promise.resolve(new Uint8Array()),
    out: nothing,
    note: nothing,
    write: nothing,
    replace: nothing,
    remove: nothing,
    terminal: { columns: undefined, colour: 0 },
    ci: {},
    version: '0',
    homepage: undefined,
  };
}
