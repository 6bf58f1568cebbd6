import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundPlan } from '../support/hostile.ts';
import { PROGRAM, runProgram } from '../support/program.ts';
import { temporaryFolder, temporaryRepository } from '../support/repository.ts';
import {
  type Call,
  callsIn,
  canTrace,
  isIn,
  isWriting,
  mayRead,
  stracing,
} from '../support/trace.ts';

/** A plan that names places: as evidence, in references and in its words. */
const PLACES = soundPlan('Keep records.')
  .replace(/href: "[^"]*"/, 'href: "/etc/hostname"')
  .replace(
    /evidence: \[/,
    'evidence: [{title: A, href: "../../../etc/hostname"}, {title: B, href: "file:///etc/hostname"}, {title: C, href: "http://a.example/x"}, ',
  )
  .replace(/see: \[[^\]]*\]/, 'see: ["../../etc/hostname"]')
  .replace(/standards: \[[^\]]*\]/, 'standards: ["../../../etc/hostname"]');

function repository() {
  const made = temporaryRepository();
  made.write('plans/sound.yaml', soundPlan('Keep good records.'));
  made.commit('First');
  made.write('plans/sound.yaml', PLACES);
  made.write('plans/actionplan.yaml', 'ignore: ["../../../etc/**", "/etc/**"]\n');
  made.commit('Second');
  return made;
}

const COMMANDS = [
  [
    'validate',
    '--format',
    'github',
    '--output',
    'markdown:comment.md',
    '--output',
    'sarif:out.sarif',
  ],
  ['validate', '--base', 'HEAD~1', '--format', 'sarif'],
  ['report', 'overdue', '--format', 'csv'],
  ['report', 'standards', '--at', 'HEAD~1'],
  ['report', 'summary', '--format', 'markdown', '--as-of', '2023-05-01'],
  ['diff', 'HEAD~1'],
  ['history', 'sound/1.1'],
  ['explain', 'schema'],
  ['schema', 'plan'],
  ['site', 'out', '--since', 'HEAD~1'],
  ['site', 'out', '--since', 'HEAD~1', '--check'],
  [],
];

function traced(folder: string, argv: readonly string[]): Call[] {
  const log = join(temporaryFolder(), 'trace');
  const { status } = spawnSync('strace', [...stracing(log), process.execPath, PROGRAM, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  });
  expect([argv, status]).toEqual([
    argv,
    expect.toSatisfy((code: number) => code === 0 || code === 1),
  ]);
  return callsIn(log, folder);
}

describe('a run touches nothing but what it is for', () => {
  it.skipIf(!canTrace)(
    'starts only itself and git, speaks to no network, opens nothing else',
    () => {
      const { folder } = repository();
      const programs = new Set<string>();
      for (const argv of COMMANDS) {
        const calls = traced(folder, argv);
        expect(calls.length).toBeGreaterThan(3);
        for (const { name, words, path } of calls) {
          const what = [argv, name, words];
          if (name.startsWith('execve')) programs.add(realpathSync(path).split('/').at(-1) ?? '');
          // Node's own threads and children speak over pairs of sockets, which have no address.
          else if (name === 'connect' || name === 'bind' || name === 'socket')
            expect(what).toEqual([argv, name, 'none of these']);
          else if (isWriting(name, words))
            expect([...what, isIn(folder, path) || path === '/dev/null']).toEqual([...what, true]);
          else expect([...what, mayRead(folder, path)]).toEqual([...what, true]);
        }
      }
      expect([...programs].sort()).toEqual(['git', 'node']);
    },
  );

  it('no program beside git is looked for in the path', () => {
    const { folder } = repository();
    const traps = temporaryFolder();
    const sprung = join(traps, 'sprung');
    const names = [
      'sh',
      'bash',
      'ssh',
      'less',
      'more',
      'pager',
      'vi',
      'editor',
      'gpg',
      'curl',
      'wget',
      'npm',
      'npx',
      'git-lfs',
      'python3',
      'xdg-open',
      'which',
      'env',
      'cat',
    ];
    for (const name of names) {
      writeFileSync(
        join(traps, name),
        `#!${process.execPath}\nrequire('fs').appendFileSync(${JSON.stringify(sprung)}, ${JSON.stringify(name)})\n`,
        { mode: 0o755 },
      );
    }
    const PATH = [traps, process.env['PATH'] ?? ''].join(delimiter);
    for (const argv of COMMANDS) {
      const { status } = runProgram(folder, argv, {
        PATH,
        PAGER: 'less',
        GIT_PAGER: 'less',
        EDITOR: 'vi',
      });
      expect([argv, status === 0 || status === 1]).toEqual([argv, true]);
    }
    expect(existsSync(sprung)).toBe(false);
  });

  it('the files by which a step speaks to GitHub stay as they are, but for the summary', () => {
    const { folder } = repository();
    const runner = temporaryFolder();
    mkdirSync(join(runner, 'files'));
    const names = [
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'GITHUB_PATH',
      'GITHUB_STATE',
      'GITHUB_STEP_SUMMARY',
    ];
    const env = Object.fromEntries(names.map((name) => [name, join(runner, 'files', name)]));
    for (const file of Object.values(env)) writeFileSync(file, '');
    for (const argv of COMMANDS) runProgram(folder, argv, env);
    const left = names.filter((name) => readFileSync(env[name] ?? '', 'utf8') !== '');
    expect(left).toEqual(['GITHUB_STEP_SUMMARY']);
    expect(readFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', 'utf8')).toMatch(/^## Action plans: /);
  });
});
