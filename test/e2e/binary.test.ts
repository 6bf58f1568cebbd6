import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modulesRun } from '../support/modules-run.ts';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/actionplan.js');
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
        achievable: Two people have the time for it.
        realistic: The last one was written within three months.
        owner: Team
        target: 2023-06
`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'actionplan-e2e-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function actionplan(
  argv: string[],
  options: { input?: string; env?: Record<string, string> } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    input: options.input ?? '',
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
  });
  return { status, stdout, stderr, all: stdout + stderr };
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return name;
}

describe('the real program', () => {
  it('validates a real file', () => {
    put('good/plan.yaml', plan);
    const run = actionplan(['validate', 'good', '--as-of', '2023-05-01']);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).toBe('1 file (1 plan) checked: 0 errors, 0 warnings\n');
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(actionplan(['--version']).stdout).toBe(`${version}\n`);
  });

  it('reads standard input in place of a file, with its neighbours', () => {
    put('stdin/owners.yaml', 'owners:\n  - id: team\n    organisation: Team\n');
    put('stdin/plan.yaml', 'not this\n');
    const run = actionplan(
      ['validate', '--stdin-filename', 'stdin/plan.yaml', '--as-of', '2023-05-01'],
      {
        input: plan.replace('owner: Team', 'owner: Taem'),
      },
    );
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('owner-known');
    expect(run.stdout).toContain('did you mean `team`?');
  });

  it('writes a report to a file and nothing else beside it', () => {
    put('out/plans/plan.yaml', plan);
    const run = actionplan([
      'report',
      'overdue',
      'out/plans',
      '--as-of',
      '2023-07-02',
      '--output',
      'out/o.json',
    ]);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder, 'out/o.json'), 'utf8')).totals.actions).toBe(1);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['o.json', 'plans']);
  });

  it('says why a file cannot be written', () => {
    put('out2/plan.yaml', plan);
    const run = actionplan(['report', 'overdue', 'out2', '--output', 'no/such/folder/o.md']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('its folder does not exist');
  });

  it('obeys NO_COLOR, FORCE_COLOR, --color and --no-color', () => {
    put('colour/plan.yaml', plan.replace('        owner: Team\n', ''));
    const escape = '\u001b[';
    const argv = ['validate', 'colour', '--as-of', '2023-05-01'];
    expect(actionplan(argv).stdout).not.toContain(escape);
    expect(actionplan(argv, { env: { FORCE_COLOR: '1' } }).stdout).toContain(escape);
    expect(actionplan(argv, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
      escape,
    );
    expect(actionplan(['--color', ...argv]).stdout).toContain(escape);
    expect(actionplan(['--no-color', ...argv], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
      escape,
    );
  });

  it('survives a reader that stops early', () => {
    put('pipe/plan.yaml', plan.replace('        owner: Team\n', ''));
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${binary}" validate pipe --format json | head -c 1`],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/EPIPE| at /);
  });
});

describe('the same answer everywhere', () => {
  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Pacific/Apia'])(
    '%s',
    (TZ) => {
      const argv = [
        'report',
        'summary',
        join(root, 'plans'),
        '--month',
        '2023-03',
        '--format',
        'json',
      ];
      const here = actionplan(argv, { env: { TZ, LANG: 'tr_TR.UTF-8' } });
      expect(here.status).toBe(0);
      expect(here.stdout).toBe(actionplan(argv, { env: { TZ: 'UTC', LANG: 'C' } }).stdout);
    },
  );
});

describe('bad input', () => {
  const cases: [string, () => string, number, RegExp][] = [
    ['a missing path', () => 'nowhere.yaml', 2, /there is no such file or folder/],
    ['an empty file', () => put('bad/empty/a.yaml', ''), 1, /the file is empty/],
    ['a binary file', () => put('bad/nul.yaml', 'plan: x\0\n'), 1, /NUL/],
    [
      'bytes that are no UTF-8',
      () => put('bad/latin.yaml', new Uint8Array([0x70, 0xe9, 0x0a])),
      1,
      /UTF-8/,
    ],
    ['UTF-16', () => put('bad/wide.yaml', new Uint8Array([0xff, 0xfe, 0x70, 0x00])), 1, /UTF-16/],
    [
      'a file too large',
      () => put('bad/large.yaml', '#'.repeat(1024 * 1024 + 1)),
      1,
      /limit of 1 MiB/,
    ],
    ['deep nesting', () => put('bad/deep.yaml', '['.repeat(5000)), 1, /64 levels/],
    ['very many parts', () => put('bad/many.yaml', `a: [${'1,'.repeat(200_000)}]`), 1, /250,000/],
    [
      '20,000 keys',
      () => put('bad/keys.yaml', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('')),
      1,
      /not a plan/,
    ],
    ['nested complex keys', () => put('bad/complex.yaml', '? '.repeat(40)), 1, /yaml-/],
    [
      'a prototype as key',
      () => put('bad/proto.yaml', `${plan}__proto__: x\n`),
      1,
      /unknown field `__proto__`/,
    ],
    [
      'a folder named like a file',
      () => (put('bad/dir/x.yaml/plan.yaml', plan), 'bad/dir'),
      2,
      /a folder with the name of a plan file/,
    ],
    [
      'a pipe',
      () => (execFileSync('mkfifo', [join(folder, 'pipe.yaml')]), 'pipe.yaml'),
      2,
      /neither a file nor a folder/,
    ],
    [
      'a broken link',
      () => (symlinkSync('nothing', join(folder, 'link.yaml')), 'link.yaml'),
      2,
      /points at nothing/,
    ],
    [
      'no plan at all',
      () => (mkdirSync(join(folder, 'none'), { recursive: true }), 'none'),
      2,
      /no plan found/,
    ],
  ];

  it.each(cases)('%s: a clear message and the right exit code', (_, make, status, words) => {
    const path = make();
    const run = actionplan(['validate', path, '--as-of', '2023-05-01']);
    expect(run.all).toMatch(words);
    expect(run.status).toBe(status);
    expect(run.all).not.toMatch(/\n\s+at .*\(|node:internal|undefined|\[object/);
    if (status === 2) return;
    // A report of it fails, and names it.
    const report = actionplan(['report', 'overdue', path]);
    expect(report.status).toBe(2);
    expect(report.stderr).toContain(path);
  });

  it('a link that leads round in a circle is walked once', () => {
    put('circle/plan.yaml', plan);
    symlinkSync('.', join(folder, 'circle/again'));
    expect(actionplan(['validate', 'circle', '--as-of', '2023-05-01']).stderr).toContain(
      '1 file (1 plan)',
    );
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission', () => {
    const path = put('bad/secret.yaml', plan);
    chmodSync(join(folder, path), 0o000);
    const run = actionplan(['validate', path]);
    expect(run.status).toBe(2);
    expect(run.all).toMatch(/permission denied/);
  });

  it('control characters and commands for CI never reach the terminal raw', () => {
    const hostile = '\u001b[31mred\u0007\u009b2J\u202egnp.exe\u200b';
    const path = put(
      'hostile/plan.yaml',
      plan
        .replace('owner: Team', `owner: "=cmd|' /C calc'!A0 ${hostile}"`)
        .replace(
          'Publish a guide.',
          `"::error::x <script>alert(1)</script> [a](javascript:x) ${hostile}"`,
        )
        .replace('2023-06', '2023-04'),
    );
    for (const argv of [
      ['validate', path],
      ['validate', path, '--format', 'compact'],
      ['validate', path, '--format', 'json'],
      ...['table', 'markdown', 'csv', 'json'].map((format) => [
        'report',
        'overdue',
        path,
        '--format',
        format,
      ]),
      ['report', 'overdue', path, '--owner', hostile],
      [`--${hostile}`],
      [hostile],
      ['validate', hostile],
      ['explain', hostile],
    ]) {
      const { all } = actionplan([...argv, ...(argv.length > 1 ? [] : [])]);
      expect(all).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u200b]/,
      );
      expect(all).not.toMatch(/^::/m);
    }
    const csv = actionplan(['report', 'owners', path, '--format', 'csv']).stdout;
    expect(csv).not.toMatch(/(^|,|")=/m);
    expect(csv).toContain("'=cmd");
    expect(
      actionplan(['report', 'overdue', path, '--format', 'markdown', '--as-of', '2023-06-01'])
        .stdout,
    ).not.toMatch(/<script|[^\\]\[a\]/);
  });
});

describe('published documents', () => {
  const argv = (ending: string) => [
    'publish',
    join(root, 'plans/hmpps-mental-health.yaml'),
    '--as-of',
    '2023-05-01',
    '--output',
    `published.${ending}`,
  ];

  it.each(['html', 'docx', 'md'])('are the same bytes everywhere: %s', (ending) => {
    const places = [
      { TZ: 'UTC', LANG: 'C' },
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
      { TZ: 'Pacific/Pago_Pago', LANG: 'cy_GB.UTF-8' },
      { TZ: 'America/Sao_Paulo', LANG: 'de_DE.UTF-8' },
    ];
    const made = places.map((env) => {
      expect(actionplan(argv(ending), { env }).status).toBe(0);
      return readFileSync(join(folder, `published.${ending}`));
    });
    for (const one of made) expect(one.equals(made[0] ?? one)).toBe(true);
    const check = actionplan([...argv(ending), '--check'], { env: { TZ: 'Asia/Tokyo' } });
    expect(check).toMatchObject({ status: 0, stdout: '' });
  });

  it('go to standard output as they are', () => {
    const run = spawnSync(
      process.execPath,
      [binary, ...argv('docx').slice(0, 4), '--format', 'docx'],
      {
        cwd: folder,
      },
    );
    expect(run.stdout.equals(readFileSync(join(folder, 'published.docx')))).toBe(true);
  });
});

describe('the compiled form beside the program', () => {
  const compiled = join(root, 'dist/actionplan.cjs.cache');

  it.each([
    ['there is none', undefined],
    ['it is empty', ''],
    ['it is of another program', 'x'.repeat(5_000)],
  ])('is not needed: %s', (_, content) => {
    const sandbox = mkdtempSync(join(tmpdir(), 'actionplan-start-'));
    for (const path of ['bin', 'dist', 'package.json']) {
      cpSync(join(root, path), join(sandbox, path), { recursive: true });
    }
    const copy = join(sandbox, 'dist/actionplan.cjs.cache');
    if (content === undefined) rmSync(copy);
    else writeFileSync(copy, content);
    const run = spawnSync(process.execPath, [join(sandbox, 'bin/actionplan.js'), 'rules'], {
      encoding: 'utf8',
    });
    rmSync(sandbox, { recursive: true });
    expect([run.status, run.stdout]).toStrictEqual([0, actionplan(['rules']).stdout]);
  });

  it('is left by the build', () => {
    expect(readFileSync(compiled).length).toBeGreaterThan(100_000);
  });
});

describe('a run loads no more than it needs', () => {
  const reader = 'src/source/yaml.ts';
  const schemas = 'src/model/plan-schema.ts';
  const tables = 'src/render/report-table.ts';
  const layout = 'src/edit/layout.ts';
  const writer = 'src/safe-write.ts';
  const lazy = [reader, schemas, tables, layout, writer];

  it.each([
    ['--version', '', []],
    ['validate plans', '', []],
    ['report overdue plans', '', [tables]],
    ['schema plan', '', [schemas]],
    ['fmt --check plans', '', [schemas, layout]],
    ['validate --stdin-filename a.yaml', 'plan: {a: b}\n', [reader, schemas]],
  ])('%s', (command, input, needed) => {
    const modules = modulesRun(command.split(' '), input);
    expect(lazy.filter((name) => !modules.has(name))).toEqual([]);
    expect(lazy.filter((name) => modules.get(name))).toEqual(needed);
  });
});
