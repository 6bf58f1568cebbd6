import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundPlan } from '../support/hostile.ts';
import { runIn } from '../support/memory-host.ts';
import { runProgram } from '../support/program.ts';
import { temporaryFolder, temporaryRepository } from '../support/repository.ts';

const SECRET = 'secret-of-the-machine';

/** A repository with one plan, and a folder beside it with what is not to be read or written. */
function withOutside() {
  const repository = temporaryRepository();
  repository.write('plans/sound.yaml', soundPlan('Keep records.'));
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'secret.yaml'), `${SECRET}: ${SECRET}\n`);
  writeFileSync(
    join(outside, 'owners.yaml'),
    `owners:\n  - {id: ${SECRET}, organisation: ${SECRET}}\n`,
  );
  writeFileSync(join(outside, 'actionplan.yaml'), `rules: {"${SECRET}": "off"}\n`);
  writeFileSync(join(outside, 'standards.yaml'), `standards: ${SECRET}\n`);
  const link = (to: string, at: string) => symlinkSync(to, join(repository.folder, at));
  return { ...repository, outside, link };
}

const COMMANDS = [
  ['validate'],
  ['validate', '--show-waived', '--format', 'json'],
  ['report', 'owners'],
  ['report', 'standards', '--skip-invalid'],
  ['diff'],
  ['history', 'sound/1.1'],
  ['validate', '--base', 'HEAD'],
];

describe('links that a stranger put into a repository', () => {
  it.each(['secret.yaml', 'owners.yaml', 'standards.yaml', 'actionplan.yaml', ''])(
    'a link out of the repository is not followed: %s',
    async (name) => {
      const { folder, outside, link, commit } = withOutside();
      link(join(outside, name), `plans/${name || 'folder'}`);
      commit('Start');
      for (const argv of COMMANDS) {
        const { exit, stdout, stderr } = await runIn(folder, argv);
        expect([argv, stdout + stderr]).toEqual([argv, expect.not.stringContaining(SECRET)]);
        // A link in place of settings is none; any other is named.
        if (name !== 'actionplan.yaml' && argv[0] === 'validate') {
          expect([argv, exit]).toEqual([argv, 2]);
          expect(stdout + stderr).toContain('this leads out of the repository');
        }
      }
    },
  );

  it('nor one in place of the folder that is named', async () => {
    const { folder, outside, link } = withOutside();
    link(outside, 'others');
    for (const path of ['others', 'others/secret.yaml', join(folder, 'others')]) {
      const { exit, stdout, stderr } = await runIn(folder, ['validate', path]);
      expect([path, exit]).toEqual([path, 2]);
      expect(stdout).toContain('this leads out of the repository');
      expect(stdout + stderr).not.toContain(SECRET);
    }
  });

  it('nor one that hides behind another repository', async () => {
    const { folder, outside, link } = withOutside();
    mkdirSync(join(outside, '.git'));
    link('/', 'plans/all');
    const { stdout, stderr } = await runIn(folder, [
      'validate',
      `plans/all${realpathSync(outside)}/secret.yaml`,
    ]);
    expect(stdout).toContain('this leads out of the repository');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it('a link to what git keeps is not followed', async () => {
    const { folder, git, link } = withOutside();
    git('config', 'http.extraHeader', SECRET);
    link('../.git/config', 'plans/config.yaml');
    const { exit, stdout, stderr } = await runIn(folder, ['validate', 'plans']);
    expect(exit).toBe(2);
    expect(stdout).toContain('plans/config.yaml');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it('links within the repository are followed, and other files may lead anywhere', async () => {
    const { folder, outside, link, write } = withOutside();
    write('shared/owners.yaml', 'owners:\n  - {id: team, organisation: Team}\n');
    link('../shared/owners.yaml', 'plans/owners.yaml');
    link(join(outside, 'secret.yaml'), 'plans/readme.txt');
    const { exit, stderr } = await runIn(folder, ['validate', 'plans', '--rule', 'owner-known']);
    expect(exit).not.toBe(2);
    expect(stderr).toContain('2 files (1 plan) checked');
  });

  it('a person may name what is elsewhere', async () => {
    const { folder, outside } = withOutside();
    writeFileSync(join(outside, 'plan.yaml'), soundPlan('Keep records.'));
    const { stderr } = await runIn(folder, ['validate', join(outside, 'plan.yaml')]);
    expect(stderr).toContain('(1 plan) checked');
  });
});

describe('what is written', () => {
  const outputs: [string, (outside: string, folder: string) => string][] = [
    ['to a file outside', (outside) => join(outside, 'secret.yaml')],
    ['to a folder outside', (outside) => outside],
    ['to what git keeps', () => '.git/config'],
    ['to the folder of git', () => '.git'],
  ];
  it.each(outputs)('a link is not written through: %s', async (_, target) => {
    const { folder, outside, link } = withOutside();
    const config = readFileSync(join(folder, '.git/config'), 'utf8');
    link(target(outside, folder), 'out');
    for (const file of ['out', 'out/comment.md']) {
      for (const argv of [['validate'], ['report', 'owners'], ['diff', '--format', 'markdown']]) {
        const run = runProgram(folder, [...argv, '--output', 'ok.md', '--output', file]);
        expect([argv, run.status]).toEqual([argv, 2]);
      }
    }
    // Nor is the other file written, which would look like success.
    expect(existsSync(join(folder, 'ok.md'))).toBe(false);
    expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe(`${SECRET}: ${SECRET}\n`);
    expect(readFileSync(join(folder, '.git/config'), 'utf8')).toBe(config);
    expect(readdirSync(outside)).toHaveLength(4);
  });

  it('refuses to write over what it read', () => {
    const { folder, link } = withOutside();
    const before = readFileSync(join(folder, 'plans/sound.yaml'), 'utf8');
    link('plans/sound.yaml', 'out.md');
    for (const file of ['out.md', 'plans/sound.yaml', 'plans/../plans/sound.yaml']) {
      expect([file, runProgram(folder, ['validate', '--output', file]).status]).toEqual([file, 2]);
    }
    expect(readFileSync(join(folder, 'plans/sound.yaml'), 'utf8')).toBe(before);
  });

  it('a temporary file does not follow a link that waits for it', () => {
    const { folder, outside, link } = withOutside();
    link(join(outside, 'secret.yaml'), 'comment.md.123456789');
    const run = runProgram(folder, ['validate', '--output', 'comment.md']);
    expect(run.status).not.toBe(2);
    expect(existsSync(join(folder, 'comment.md'))).toBe(true);
    expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe(`${SECRET}: ${SECRET}\n`);
  });

  it('a file named by .. is written where it says, when a person says so', () => {
    const { folder, write } = withOutside();
    write('deep/plans/a.yaml', soundPlan('Keep records.'));
    const inside = join(folder, 'deep/plans');
    expect(runProgram(inside, ['validate', 'a.yaml', '--output', '../out.md']).status).not.toBe(2);
    expect(existsSync(join(folder, 'deep/out.md'))).toBe(true);
  });
});
