import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingFormats } from '../../src/commands/findings.ts';
import { keptResults } from '../../src/kept-results.ts';
import { WORTH_KEEPING } from '../../src/validate/put-away.ts';
import { faultyPlan } from '../support/faulty-plans.ts';
import { runIn } from '../support/memory-host.ts';
import { PROGRAM, runProgram } from '../support/program.ts';
import { temporaryFolder, temporaryRepository } from '../support/repository.ts';

const isRoot = process.getuid?.() === 0;

/** A repository with plans that have faults of every kind, by themselves and across plans. */
function plansIn(folder: string, count = WORTH_KEEPING + 4): string {
  mkdirSync(join(folder, 'plans'), { recursive: true });
  for (let one = 0; one < count; one += 1) {
    // With plan 119, which has the id of plan 0.
    const number = one === 10 ? 119 : one;
    writeFileSync(join(folder, `plans/plan-${number}.yaml`), faultyPlan(number));
  }
  writeFileSync(join(folder, 'plans/owners.yaml'), owners('Records team'));
  return folder;
}

const owners = (role: string) =>
  `owners:\n  - id: records\n    organisation: Archive\n    role: ${role}\n`;

describe('the output with kept results is the output without', () => {
  /** One change after another, each of which has once fooled some cache. */
  const CHANGES: readonly (readonly [string, (folder: string) => void])[] = [
    ['nothing', () => {}],
    ['a plan is edited', (at) => edit(at, 'plan-1.yaml', 'Publish a guide', 'Explore something')],
    ['a plan is touched', (at) => utimesSync(join(at, 'plan-2.yaml'), 1e9, 1e9)],
    ['a plan is renamed', (at) => renameSync(join(at, 'plan-3.yaml'), join(at, 'plan-x.yaml'))],
    ['two plans change places, with their sizes and times', swap],
    ['a plan is edited, and size and time are put back', editInSecret],
    ['a plan is edited twice in a row', editTwice],
    ['settings are added', (at) => settings(at, 'rules:\n  smart-specific: off\n')],
    ['settings change in a letter', (at) => settings(at, 'rules:\n  smart-measurable: off\n')],
    ['settings ignore a plan', (at) => settings(at, 'ignore: [plan-5.yaml]\n')],
    ['settings go', (at) => rmSync(join(at, 'actionplan.yaml'))],
    ['an owner is another', (at) => writeFileSync(join(at, 'owners.yaml'), owners('Team'))],
    ['the owners go', (at) => rmSync(join(at, 'owners.yaml'))],
    ['a plan is added', (at) => writeFileSync(join(at, 'plan-200.yaml'), faultyPlan(200))],
    ['another with the same id', (at) => writeFileSync(join(at, 'plan-y.yaml'), faultyPlan(200))],
    ['a plan is removed', (at) => rmSync(join(at, 'plan-200.yaml'))],
    ['a plan is no YAML any more', (at) => writeFileSync(join(at, 'plan-6.yaml'), 'plan: [\n')],
    ['a plan is no plan any more', (at) => writeFileSync(join(at, 'plan-7.yaml'), 'a: b\n')],
    ['a plan is too large', (at) => writeFileSync(join(at, 'plan-8.yaml'), '#'.repeat(1 << 21))],
    ['a plan cannot be opened', (at) => chmodSync(join(at, 'plan-9.yaml'), 0)],
    ['and can again', (at) => chmodSync(join(at, 'plan-9.yaml'), 0o644)],
    ['a link stands for a plan', (at) => symlinkSync('plan-11.yaml', join(at, 'link.yaml'))],
    ['the link leads elsewhere', (at) => relink(at, 'plan-12.yaml')],
    ['what it leads to is edited', (at) => edit(at, 'plan-12.yaml', 'Explore how', 'Publish how')],
    ['it leads out of the repository', (at) => relink(at, '/etc/hostname')],
    ['it leads to nothing', (at) => relink(at, 'nothing.yaml')],
    ['a folder stands for a plan', folderForPlan],
    ['the plans are another folder', anotherFolder],
    ['a link stands for the folder', linkForFolder],
  ];

  function edit(at: string, file: string, from: string, to: string): void {
    const text = readFileSync(join(at, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(at, file), text.replace(from, to));
  }
  function settings(at: string, text: string): void {
    writeFileSync(join(at, 'actionplan.yaml'), text);
  }
  function swap(at: string): void {
    const [one, other] = [join(at, 'plan-14.yaml'), join(at, 'plan-17.yaml')];
    for (const path of [one, other]) utimesSync(path, 1e9, 1e9);
    renameSync(one, `${one}.aside`);
    renameSync(other, one);
    renameSync(`${one}.aside`, other);
    for (const path of [one, other]) utimesSync(path, 1e9, 1e9);
    expect(statSync(one).size).toBe(statSync(other).size);
  }
  function editInSecret(at: string): void {
    const path = join(at, 'plan-13.yaml');
    const { atime, mtime, size } = statSync(path);
    edit(at, 'plan-13.yaml', 'Publish a guide', 'Explore a thing');
    utimesSync(path, atime, mtime);
    expect(statSync(path).size).toBe(size);
  }
  function editTwice(at: string): void {
    edit(at, 'plan-16.yaml', 'Publish a guide', 'Explore a thing');
    edit(at, 'plan-16.yaml', 'Explore a thing', 'Ponder all such');
  }
  function relink(at: string, to: string): void {
    rmSync(join(at, 'link.yaml'));
    symlinkSync(to, join(at, 'link.yaml'));
  }
  function folderForPlan(at: string): void {
    rmSync(join(at, 'link.yaml'));
    rmSync(join(at, 'plan-18.yaml'));
    mkdirSync(join(at, 'plan-18.yaml'));
    writeFileSync(join(at, 'plan-18.yaml/plan.yaml'), faultyPlan(18));
  }
  function anotherFolder(at: string): void {
    renameSync(at, `${at}-before`);
    plansIn(join(at, '..'));
  }
  function linkForFolder(at: string): void {
    rmSync(at, { recursive: true });
    symlinkSync('plans-before', at);
  }

  const COMMANDS = [
    ['validate', '--format', 'json', '--show-waived'],
    ['validate', 'plans/plan-1.yaml', '--rule', 'smart-specific'],
    ['validate', '--strict', '--as-of', '2024-01-01'],
  ];

  it('after every change, at once and later', { timeout: 60_000 }, async () => {
    const { folder } = temporaryRepository();
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    plansIn(folder);
    // A clock that runs ahead, so that what was just written is old: then stamps are all there is.
    let now = Date.now() + 10_000;
    const results = () => keptResults({ cwd: folder, repository: folder, env, now: () => now });
    for (const [change, make] of CHANGES) {
      make(join(folder, 'plans'));
      for (const argv of COMMANDS) {
        const without = await runIn(folder, argv);
        for (const wait of [0, 1, -20_000, 20_000]) {
          now += wait;
          const run = await runIn(folder, argv, { results });
          expect({ change, ...run }).toEqual({ change, ...without });
        }
      }
    }
    expect(readdirSync(join(env.XDG_CACHE_HOME, 'actionplan')).length).toBeGreaterThan(3);
  });

  it.each(findingFormats.all)('as %s', async (format) => {
    const { folder } = temporaryRepository();
    plansIn(folder);
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const now = Date.now() + 10_000;
    const results = () => keptResults({ cwd: folder, repository: folder, env, now: () => now });
    const argv = ['validate', '--format', format, '--show-waived'];
    const without = await runIn(folder, argv);
    expect(without.stdout).toContain('smart-specific');
    for (const run of ['first', 'second']) {
      expect({ run, ...(await runIn(folder, argv, { results })) }).toEqual({ run, ...without });
    }
  });
});

/** What a run of the program keeps. */
function kept(home: string): string[] {
  const folder = join(home, '.cache/actionplan');
  return existsSync(folder) ? readdirSync(folder) : [];
}

const validate = ['validate', '--as-of', '2023-05-01', '--format', 'json'];
const without = [...validate, '--no-cache'];

describe('results are kept', () => {
  it('in a repository, unless that is not wanted, with the same results', () => {
    const { folder } = temporaryRepository();
    const HOME = temporaryFolder();
    plansIn(folder);
    const { stdout, stderr } = runProgram(folder, without, { HOME });
    expect(kept(HOME)).toEqual([]);
    for (let round = 0; round < 2; round += 1) {
      expect(runProgram(folder, validate, { HOME })).toMatchObject({ stdout, stderr });
      expect(kept(HOME)).toHaveLength(1);
    }
    // For one folder and one set of conditions; no file is anybody else's to read.
    runProgram(join(folder, 'plans'), validate, { HOME });
    runProgram(folder, [...validate, '--rule', 'smart-specific'], { HOME });
    expect(kept(HOME)).toHaveLength(3);
    const modes = kept(HOME).map((name) => statSync(join(HOME, '.cache/actionplan', name)).mode);
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(join(HOME, '.cache/actionplan')).mode & 0o777).toBe(0o700);
  });

  it('elsewhere only where that is asked for', () => {
    const folder = plansIn(temporaryFolder());
    const HOME = temporaryFolder();
    const { stdout } = runProgram(folder, validate, { HOME });
    expect(kept(HOME)).toEqual([]);
    expect(runProgram(folder, [...validate, '--cache'], { HOME }).stdout).toBe(stdout);
    expect(kept(HOME)).toHaveLength(1);
  });

  it('not of few plans, so that small repositories leave nothing behind', () => {
    const { folder } = temporaryRepository();
    const HOME = temporaryFolder();
    plansIn(folder, WORTH_KEEPING - 2);
    runProgram(folder, [...validate, '--cache'], { HOME });
    expect(readdirSync(HOME)).toEqual([]);
  });

  it('not for revisions, standard input and changes', () => {
    const repository = temporaryRepository();
    const HOME = temporaryFolder();
    plansIn(repository.folder);
    repository.commit('Plans');
    for (const rest of [
      ['--at', 'HEAD'],
      ['--base', 'HEAD'],
      ['--stdin-filename', 'x.yaml'],
    ]) {
      runProgram(repository.folder, [...validate, ...rest], { HOME });
    }
    expect(kept(HOME)).toEqual([]);
  });
});

describe('a place for results that is not one is done without', () => {
  /** Both runs with the place say what a run without it does. */
  function expectNothing(folder: string, env: Record<string, string>): void {
    const { status, stdout, stderr } = runProgram(folder, without, env);
    for (let round = 0; round < 2; round += 1) {
      expect(runProgram(folder, validate, env)).toEqual({ status, stdout, stderr });
    }
  }
  function repository(): string {
    return plansIn(temporaryRepository().folder);
  }

  it.each([
    ['no home', () => ({ HOME: '' })],
    ['a home that is not there', () => ({ HOME: join(temporaryFolder(), 'gone') })],
    ['a place that is not absolute', () => ({ XDG_CACHE_HOME: 'cache' })],
    ['a device', () => ({ XDG_CACHE_HOME: '/dev/null' })],
  ])('%s', (_, env) => {
    const folder = repository();
    expectNothing(folder, env());
    expect(readdirSync(folder).sort()).toEqual(['.git', 'plans']);
  });

  it('a place in the repository: what is there may have come with the plans', () => {
    const folder = repository();
    const inside = join(folder, '.cache');
    expectNothing(folder, { HOME: folder });
    expectNothing(join(folder, 'plans'), { XDG_CACHE_HOME: inside });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    expectNothing(folder, { XDG_CACHE_HOME: join(link, 'deep') });
    expect(readdirSync(folder).sort()).toEqual(['.git', 'plans']);
  });

  it('a link or a file in place of the folder', () => {
    const folder = repository();
    const [base, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(elsewhere, join(base, 'actionplan'));
    expectNothing(folder, { XDG_CACHE_HOME: base });
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(join(base, 'actionplan'));
    writeFileSync(join(base, 'actionplan'), '');
    expectNothing(folder, { XDG_CACHE_HOME: base });
  });

  it('a full disk: nothing unfinished is left', () => {
    const folder = repository();
    const base = temporaryFolder();
    const { stdout } = runProgram(folder, without);
    // No file may grow beyond a block.
    const line = `ulimit -f 1; exec "$0" "$@"`;
    const run = spawnSync('sh', ['-c', line, process.execPath, PROGRAM, ...validate], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: base },
    });
    expect(run.stdout).toBe(stdout);
    expect(readdirSync(join(base, 'actionplan'))).toEqual([]);
  });

  it.skipIf(isRoot)('a folder that cannot be written to', () => {
    const base = temporaryFolder();
    chmodSync(base, 0o500);
    expectNothing(repository(), { XDG_CACHE_HOME: base });
    expect(readdirSync(base)).toEqual([]);
  });
});

it('two runs at once keep one whole store', async () => {
  const { folder } = temporaryRepository();
  const HOME = temporaryFolder();
  plansIn(folder);
  const { status, stdout, stderr } = runProgram(folder, without, { HOME });
  const both = await Promise.all([0, 1].map(() => started(folder, validate, HOME)));
  expect(both).toEqual([
    { status, stdout, stderr },
    { status, stdout, stderr },
  ]);
  expect(kept(HOME)).toHaveLength(1);
  expect(runProgram(folder, validate, { HOME })).toEqual({ status, stdout, stderr });
});

/** A run that goes on while another does. */
function started(cwd: string, argv: readonly string[], HOME: string) {
  const env = { PATH: process.env['PATH'], HOME };
  const run = spawn(process.execPath, [PROGRAM, ...argv], { cwd, env });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    run[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  }
  return new Promise((resolve) => {
    run.on('close', (status) => resolve({ status, ...texts }));
  });
}
