import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runnerCommands } from '../support/runner-commands.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { tellStory } from '../support/story.ts';
import { readXml } from '../support/xml.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action: {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
} = parse(read('action.yml'));
const hooks: { id: string; entry: string; language: string; files: string }[] = parse(
  read('.pre-commit-hooks.yaml'),
);
const guide = read('docs/ci.md');
const blocks: unknown[] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) =>
  parse(text),
);

/** Everything of that name in the examples of the guide. */
function inGuide(key: string, value: unknown = blocks): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...inGuide(key, inner),
  ]);
}

/** Steps of the examples, whether in a workflow or alone. */
const steps = [...inGuide('steps'), ...blocks].filter(Array.isArray).flat() as Step[];

const plan = `plan: x
title: T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
        achievable: The team has a writer.
        realistic: Readers ask for it.
        target: 2023-06
`;
const sound = plan.replace('target', 'owner: Team\n        target');

/** The tool as the action's folder holds it, built by what the action runs. */
let built: string;
let programs: string;
let build: ReturnType<typeof shell>;
let folder: string;

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'actionplan-action-'));
  for (const path of ['bin', 'src', 'plans', 'build.js', 'package.json', '.npmrc']) {
    cpSync(join(root, path), join(built, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
  programs = join(built, 'programs');
  mkdirSync(programs);
  symlinkSync(join(built, 'bin/actionplan.js'), join(programs, 'actionplan'));
  // What the examples call beside the tool: says what it was given, and touches no network.
  for (const name of ['npm', 'gh']) {
    writeFileSync(join(programs, name), '#!/bin/sh\nprintf "%s\\n" "${0##*/}" "$@" >> calls\n', {
      mode: 0o755,
    });
  }
  build = shell(stepOf('Build actionplan').run ?? '', built, { GITHUB_ACTION_PATH: built });
});
afterAll(() => rmSync(built, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(built, 'job-'));
  mkdirSync(join(folder, 'repo/plans'), { recursive: true });
});

function put(path: string, text: string): void {
  mkdirSync(join(folder, 'repo', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'repo', path), text);
}

function stepOf(name: string): Step {
  const step = [...action.runs.steps, ...steps].find((one) => one.name === name);
  if (!step) throw new Error(`there is no step "${name}"`);
  return step;
}

/** Runs a script as GitHub does with `shell: bash`. */
function shell(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const file = join(built, 'step.sh');
  writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', file],
    { cwd, encoding: 'utf8', env: { PATH: `${programs}:${process.env['PATH'] ?? ''}`, ...env } },
  );
  return { status, stdout, stderr };
}

/** Runs the step of the action with its inputs, those not given at their defaults. */
function validateIn(repository: string, inputs: Readonly<Record<string, string>>, summary: string) {
  const { run = '', env = {} } = stepOf('Validate action plans');
  const given = Object.entries(env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input]?.default ?? 'no such input'];
  });
  return shell(run, join(repository, inputs['working-directory'] ?? '.'), {
    GITHUB_ACTION_PATH: built,
    GITHUB_WORKSPACE: repository,
    GITHUB_STEP_SUMMARY: summary,
    ...Object.fromEntries(given),
  });
}

/** The same in the folder of this test, with the summary it leaves. */
function validate(inputs: Readonly<Record<string, string>>) {
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, 'Said before.\n');
  const result = validateIn(join(folder, 'repo'), inputs, summary);
  return { ...result, summary: readFileSync(summary, 'utf8') };
}

const day = { 'as-of': '2023-05-01' };

describe('the action', () => {
  it('builds the tool in its own folder', () => {
    expect(build).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(built, 'calls'), 'utf8')).toMatch(/^npm\nci\n--ignore-scripts\n/);
  });

  it('shows findings beside their lines, sums them up and fails', () => {
    put('plans/x.yaml', plan);
    const run = validate(day);
    expect(run.status).toBe(1);
    expect(runnerCommands(run.stdout)).toMatchObject([
      { name: 'error', properties: { file: 'plans/x.yaml', line: '10' } },
    ]);
    expect(run.summary).toMatch(/^Said before\.\n## Action plans: 1 error, 0 warnings\n/);
  });

  it('passes where nothing is found', () => {
    put('plans/x.yaml', sound);
    const run = validate(day);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.summary).toContain('no errors, no warnings');
  });

  it('counts warnings when strict, and writes no summary unless wanted', () => {
    put('plans/x.yaml', sound);
    const late = { 'as-of': '2023-08-01' };
    expect(validate(late).status).toBe(0);
    const run = validate({ ...late, strict: 'true', summary: 'false' });
    expect([run.status, run.summary]).toEqual([1, 'Said before.\n']);
  });

  it('takes paths and files to write one a line, and names files from the repository', () => {
    put('sub/a b.yaml', plan);
    put('sub/deep/c.yaml', sound);
    const run = validate({
      ...day,
      'working-directory': 'sub',
      paths: 'a b.yaml\ndeep\n',
      output: 'sarif:out put.sarif\njunit:tests.xml\n',
    });
    expect(run.status).toBe(1);
    expect(runnerCommands(run.stdout)[0]?.properties['file']).toBe('sub/a b.yaml');
    const log = JSON.parse(readFileSync(join(folder, 'repo/sub/out put.sarif'), 'utf8'));
    expect(sarifFaults(log)).toEqual([]);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'sub/a%20b.yaml',
    );
    const tests = readXml(readFileSync(join(folder, 'repo/sub/tests.xml'), 'utf8'));
    expect(tests.children.map(({ attributes }) => attributes['name'])).toEqual([
      'sub/a b.yaml',
      'sub/deep/c.yaml',
    ]);
    expect(readdirSync(join(folder, 'repo/sub')).sort()).toEqual([
      'a b.yaml',
      'deep',
      'out put.sarif',
      'tests.xml',
    ]);
  });

  it('judges the change of a pull request, and never passes without its history', () => {
    const story = tellStory();
    const day = { 'as-of': '2023-05-01', base: story.git('rev-parse', 'main') };
    const here = (inputs: Record<string, string>, name: string) => {
      const summary = join(folder, 'summary.md');
      writeFileSync(summary, '');
      return { ...validateIn(name, inputs, summary), summary: readFileSync(summary, 'utf8') };
    };
    const run = here(day, story.folder);
    expect(run.status).toBe(1);
    expect(runnerCommands(run.stdout).map(({ properties }) => properties['title'])).toContain(
      'change-action-kept (records/2.2)',
    );
    expect(run.summary).toContain('target moved from December 2022 to 31 May 2023 (+151 days)');

    // What actions/checkout does unless told to fetch all.
    const shallow = join(folder, 'shallow');
    execFileSync('git', [
      'clone',
      '-q',
      '--depth',
      '1',
      '-b',
      'round',
      `file://${story.folder}`,
      shallow,
    ]);
    const without = here(day, shallow);
    expect([without.status, without.stdout, without.summary]).toEqual([2, '', '']);
    expect(without.stderr).toMatch(/shallow|fetch/);
    rmSync(story.folder, { recursive: true });
  });

  const INJECTIONS = ['$(touch pwned)', '"; touch pwned; "', "' && touch pwned '", '-x', '*'];

  it.each(INJECTIONS)('runs nothing of an input: %s', (text) => {
    put('plans/x.yaml', sound);
    for (const input of Object.keys(action.inputs).filter((name) => name !== 'working-directory')) {
      const run = validate({ ...day, [input]: text });
      // Only that can be done which is plainly meant: a file of that name.
      if (input !== 'output') expect([input, run.status]).toEqual([input, 2]);
      expect(run.stderr).not.toMatch(/not found|syntax error|fault in actionplan/);
    }
    expect(readdirSync(join(folder, 'repo')).filter((name) => name !== text)).toEqual(['plans']);
  });

  it('hands every input over as a variable, word for word', () => {
    const { env = {}, run = '' } = stepOf('Validate action plans');
    const handed = Object.keys(action.inputs).filter((name) => name !== 'working-directory');
    expect(Object.values(env)).toEqual(handed.map((name) => `\${{ inputs.${name} }}`));
    for (const name of Object.keys(env)) expect(run).toContain(`$${name}`);
  });

  it('documents every input, in the guide too', () => {
    for (const input of Object.values(action.inputs)) {
      expect(input.description.length).toBeGreaterThan(20);
    }
    const table = /^\| input [\s\S]*?\n\n/m.exec(guide)?.[0] ?? '';
    expect([...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name)).toEqual(
      Object.keys(action.inputs),
    );
  });

  it('fails if the summary cannot be written', () => {
    put('plans/x.yaml', sound);
    const run = validateIn(join(folder, 'repo'), day, join(folder, 'no/such/summary'));
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('GITHUB_STEP_SUMMARY names the file');
  });
});

describe('scripts in YAML', () => {
  const scripts = [...action.runs.steps, ...steps]
    .flatMap(({ run }) => (run === undefined ? [] : [run]))
    .concat([...inGuide('script'), ...inGuide('before_script')].flat() as string[]);

  it('there are some', () => expect(scripts.length).toBeGreaterThan(5));

  it.each(scripts)('is sound, and no expression is put into it: %s', (script) => {
    expect(script).not.toContain('${{');
    expect(spawnSync('bash', ['-n', '-c', script], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('every use of the action gives inputs that it has', () => {
    const uses = steps.filter((step) => step.uses?.startsWith('OWNER/actionplan@'));
    expect(uses).toHaveLength(1);
    for (const step of uses) {
      expect(Object.keys(action.inputs)).toEqual(
        expect.arrayContaining(Object.keys(step.with ?? {})),
      );
    }
  });

  it('a check of the change has the history that it needs', () => {
    expect(inGuide('fetch-depth')).toEqual([0]);
    expect(inGuide('GIT_DEPTH')).toEqual([0]);
  });
});

describe('the examples of the guide, run', () => {
  it('GitLab CI', () => {
    put('plans/x.yaml', plan.replace('2023', '2150'));
    const [job] = inGuide('action-plans') as Record<string, string[]>[];
    const script = [...(job?.['before_script'] ?? []), ...(job?.['script'] ?? [])].join('\n');
    const repo = join(folder, 'repo');
    const run = shell(script, repo, { ACTIONPLAN: 'from here', CI_PROJECT_DIR: repo });
    expect(readFileSync(join(repo, 'calls'), 'utf8')).toBe(
      'npm\ninstall\n--prefix\n/opt/actionplan\nfrom here\n',
    );
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('error[owner-required]');
    const reports = inGuide('reports') as { codequality: string; junit: string }[];
    const quality = JSON.parse(readFileSync(join(repo, reports[0]?.codequality ?? ''), 'utf8'));
    expect(quality).toMatchObject([{ check_name: 'owner-required', severity: 'major' }]);
    const tests = readXml(readFileSync(join(repo, reports[0]?.junit ?? ''), 'utf8'));
    expect(tests.attributes).toMatchObject({ tests: '1', failures: '1' });

    const story = tellStory();
    const merge = { CI_MERGE_REQUEST_DIFF_BASE_SHA: story.git('rev-parse', 'main') };
    const judged = shell(script, story.folder, { ...merge, CI_PROJECT_DIR: story.folder });
    expect([judged.status, judged.stdout]).toEqual([
      1,
      expect.stringContaining('change-first-target'),
    ]);
    rmSync(story.folder, { recursive: true });
  });

  it('the summary of each month', () => {
    put('plans/x.yaml', sound);
    const repo = join(folder, 'repo');
    const { run = '' } = stepOf('Open an issue with the note');
    expect(shell(run, repo, {})).toMatchObject({ status: 0 });
    const [program, ...argv] = readFileSync(join(repo, 'calls'), 'utf8').trimEnd().split('\n');
    const month = execFileSync('date', ['--date', '-0 month', '+%Y-%m'], {
      encoding: 'utf8',
    }).trim();
    const title = /^Action plans in (\d{4})-(\d{2})$/.exec(argv[3] ?? '');
    const [year = 0, number = 0] = month.split('-').map(Number);
    expect([program, ...argv.slice(0, 3)]).toEqual(['gh', 'issue', 'create', '--title']);
    expect(argv.slice(4)).toEqual(['--body-file', 'summary.md']);
    expect(Number(title?.[1]) * 12 + Number(title?.[2])).toBe(year * 12 + number - 1);
    expect(readFileSync(join(repo, 'summary.md'), 'utf8')).toMatch(/^## Summary/);
  });

  it('the comment', () => {
    const repo = join(folder, 'repo');
    const { run = '', env = {} } = stepOf('Comment');
    expect(Object.keys(env)).toEqual(['GH_TOKEN', 'NUMBER']);
    expect(shell(run, repo, { NUMBER: '$(touch pwned)' })).toMatchObject({ status: 0 });
    expect(readFileSync(join(repo, 'calls'), 'utf8')).toMatch(
      /^gh\npr\ncomment\n\$\(touch pwned\)\n--body-file\ncomment\.md\n/,
    );
    expect(readdirSync(repo).sort()).toEqual(['calls', 'plans']);
  });

  it('pre-commit gets the name of the package, and nothing else, from npm pack', () => {
    const { status, stdout } = spawnSync('npm', ['pack'], { cwd: built, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^actionplan-[\d.]+\.tgz\n$/)]);
  });

  it('the hook', () => {
    const [config] = blocks.filter(
      (one): one is { repos: { hooks: { id: string; args: string[] }[] }[] } =>
        inGuide('hooks', one).length > 0,
    );
    const [used] = config?.repos[0]?.hooks ?? [];
    const hook = hooks.find(({ id }) => id === used?.id);
    expect(hook?.language).toBe('node');
    expect('plans/x.yaml').toMatch(new RegExp(hook?.files ?? '^$'));
    put('plans/x.yaml', plan);
    put('.github/workflows/other.yaml', 'on: push\n');
    const command = `${hook?.entry} ${used?.args.join(' ')}`;
    expect(shell(command, join(folder, 'repo'), {})).toMatchObject({ status: 1 });
    put('plans/x.yaml', sound);
    expect(shell(`${command} --as-of 2023-05-01`, join(folder, 'repo'), {})).toMatchObject({
      status: 0,
    });
  });
});
