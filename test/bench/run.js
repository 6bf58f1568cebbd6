// Measures our commands beside the validators that npm offers, interleaved in one run, so that a slow
// moment of the machine falls on all of them. Figures are for docs/performance.md; no test depends on
// them. The peers are installed by `npm run bench:peers`; those that are missing are left out.
//
//   npm run bench -- [--files 100,1000,10000] [--rounds 5] [--big 20] [--broken] [--without v8r]
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { plan, writeCorpus } from './corpus.js';

const { values: flags } = parseArgs({
  options: {
    files: { type: 'string', default: '100,1000' },
    rounds: { type: 'string', default: '5' },
    big: { type: 'string' },
    broken: { type: 'boolean', default: false },
    without: { type: 'string', multiple: true, default: [] },
  },
});
const root = join(import.meta.dirname, '../..');
const schema = join(root, 'schemas/plan.schema.json');
const peers = join(import.meta.dirname, 'peers/node_modules');
const day = ['--as-of', '2023-04-10'];

/**
 * What is run in the folder of the plans, and how its output names a file it finds fault with.
 * @type {{ name: string, argv: (many: boolean) => string[], faulty?: RegExp }[]}
 */
const commands = [
  {
    name: 'actionplan validate',
    argv: () =>
      ours('validate', '.', ...day, '--format', 'compact', '--max-bytes', '99999999', '--no-cache'),
    faulty: /^([^:\s]+):\d+:\d+: error/gm,
  },
  {
    // A run before the first round fills the cache, once the times of the plans are old enough to be
    // believed: those of plans that were just written are not.
    name: 'actionplan validate --cache, nothing changed',
    argv: (many) => (many ? ours('validate', '.', ...day, '--format', 'compact', '--cache') : []),
  },
  {
    name: 'actionplan report overdue',
    argv: (many) => (many ? ours('report', 'overdue', '.', ...day, '--format', 'json') : []),
  },
  {
    name: 'ajv-cli 5.0.0',
    argv: () =>
      peer(
        'ajv-cli/dist/index.js',
        'validate',
        '-s',
        schema,
        '-d',
        './*.yaml',
        '--strict=false',
        '--errors=line',
      ),
    faulty: /^(\S+) invalid$/gm,
  },
  {
    name: '@sourcemeta/jsonschema 16.11.0, --fast',
    argv: () =>
      peer('@sourcemeta/jsonschema/npm/cli.js', 'validate', schema, '.', '--fast', '--continue'),
    faulty: /(?:^fail: |at file path )(\S+)$/gm,
  },
  {
    name: 'yaml-lint 1.7.0',
    argv: () => peer('yaml-lint/dist/cli.js', './*.yaml'),
    faulty: /(plan-\d+\.yaml)/g,
  },
  {
    name: 'v8r 5.1.0',
    argv: () => peer('v8r/src/index.js', '-s', schema, '*.yaml'),
    faulty: /^✖ (?:Failed parsing )?(\S+\.yaml)/gm,
  },
].filter(({ name }) => !flags.without.some((one) => name.includes(one)));

function ours(...rest) {
  return [join(root, 'bin/actionplan.js'), ...rest];
}

function peer(script, ...rest) {
  const path = join(peers, script);
  return existsSync(path) ? [path, ...rest] : [];
}

const folder = mkdtempSync(join(tmpdir(), 'actionplan-bench-'));
try {
  for (const count of flags.files.split(',').map(Number)) {
    if (count > 0) await measure(corpus(count), `${count} files`, Number(flags.rounds), true);
  }
  if (flags.big)
    await measure(
      bigPlan(Number(flags.big)),
      `one plan of ${flags.big} MB`,
      Number(flags.rounds),
      false,
    );
  if (flags.broken) compareFindings();
} finally {
  rmSync(folder, { recursive: true });
}

function corpus(count, name = 'plans', broken = () => false) {
  const path = join(folder, `${name}-${count}`);
  return { path, defects: writeCorpus(path, count, broken) };
}

function bigPlan(megabytes) {
  const path = join(folder, 'big');
  mkdirSync(path);
  const size = (text) => Buffer.byteLength(text);
  const actions = Math.round((megabytes * 1e6) / (size(plan(0, 1000)) / 1000));
  writeFileSync(join(path, 'plan.yaml'), plan(0, actions));
  return { path };
}

/** One run of a command: wall time, CPU time and the most memory it took. */
function run(argv, cwd) {
  const times = join(folder, 'times');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/time',
    ['-q', '-f', '%U %S %M', '-o', times, process.execPath, ...argv],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
    },
  );
  const wall = (performance.now() - start) / 1000;
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(times, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return {
    status,
    output: `${stdout}${stderr}`,
    wall,
    cpu: user + system,
    memory: kilobytes / 1024,
  };
}

async function measure({ path }, title, rounds, many) {
  const bytes = readdirSync(path).reduce(
    (sum, file) => sum + readFileSync(join(path, file)).length,
    0,
  );
  console.log(`\n${title}, ${(bytes / 1e6).toFixed(1)} MB, medians of ${rounds}`);
  const contestants = commands.filter(({ argv }) => argv(many).length > 0);
  const runs = contestants.map(() => []);
  await setTimeout(2500);
  for (const { argv } of contestants) if (argv(many).includes('--cache')) run(argv(many), path);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { argv }] of contestants.entries()) runs[index].push(run(argv(many), path));
  }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const rows = runs.map((list) => ({
    wall: median(list.map((one) => one.wall)),
    cpu: median(list.map((one) => one.cpu)),
    memory: median(list.map((one) => one.memory)),
    status: list[0].status,
  }));
  console.log(
    '| command | wall, s | against the first | CPU, s | memory, MB | exit |\n|---|---:|---:|---:|---:|---:|',
  );
  for (const [index, { name }] of contestants.entries()) {
    const { wall, cpu, memory, status } = rows[index];
    const ratio = (wall / rows[0].wall).toFixed(2);
    console.log(
      `| ${name} | ${wall.toFixed(2)} | × ${ratio} | ${cpu.toFixed(2)} | ${memory.toFixed(0)} | ${status} |`,
    );
  }
}

/** Which of the broken files each tool names. Some end at a file that is no YAML, so these are apart. */
function compareFindings() {
  const folders = [
    corpus(1000, 'broken', ({ yaml }) => !yaml),
    corpus(1000, 'no-yaml', ({ yaml }) => yaml),
  ];
  const defects = new Map(folders.flatMap((one) => [...one.defects]));
  console.log(`\n1000 files, ${defects.size} of them broken: how many of these each tool names`);
  const kinds = [...new Set(defects.values())];
  console.log(
    `| command | ${kinds.map(({ name }) => name).join(' | ')} | sound files named |\n|---|${'---:|'.repeat(kinds.length + 1)}`,
  );
  for (const { name, argv, faulty } of commands) {
    if (!faulty || argv(true).length === 0) continue;
    const named = new Set();
    for (const { path } of folders) {
      const { output } = run(argv(true), path);
      for (const match of output.matchAll(faulty)) named.add(match[1].split('/').at(-1));
    }
    const cells = kinds.map((kind) => {
      const files = [...defects].filter(([, defect]) => defect === kind).map(([file]) => file);
      return `${files.filter((file) => named.has(file)).length} of ${files.length}`;
    });
    const sound = [...named].filter((file) => !defects.has(file)).length;
    console.log(`| ${name} | ${cells.join(' | ')} | ${sound} |`);
  }
}
