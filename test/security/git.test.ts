import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundPlan } from '../support/hostile.ts';
import { runIn } from '../support/memory-host.ts';
import { runProgram } from '../support/program.ts';
import { openTestRepository, temporaryFolder, temporaryRepository } from '../support/repository.ts';

const BEFORE = soundPlan('Keep records.');
const AFTER = soundPlan('Keep good records.');

function twoCommits() {
  const repository = temporaryRepository();
  repository.write('plans/sound.yaml', BEFORE);
  repository.commit('First', '2022-03-04');
  repository.write('plans/sound.yaml', AFTER);
  repository.commit('Second', '2023-01-10');
  return repository;
}

const QUESTIONS = [
  ['validate', '--base', 'HEAD~1'],
  ['report', 'overdue', '--at', 'HEAD~1', '--as-of', '2023-05-01', '--format', 'json'],
  ['diff', 'HEAD~1', '--format', 'json'],
  ['history', 'sound/1.1', '--format', 'json'],
];

async function answers(folder: string): Promise<unknown[]> {
  const given: unknown[] = [];
  for (const argv of QUESTIONS) {
    const { exit, stdout, stderr } = await runIn(folder, argv);
    given.push([argv, exit, stdout, stderr]);
  }
  return given;
}

describe('a repository as somebody hands it over', () => {
  it('grafts give no commit other parents', async () => {
    const { folder, git } = twoCommits();
    const whole = await answers(folder);
    mkdirSync(join(folder, '.git/info'), { recursive: true });
    writeFileSync(join(folder, '.git/info/grafts'), `${git('rev-parse', 'HEAD')}\n`);
    expect(await answers(folder)).toEqual(whole);
  });

  it('objects borrowed from another repository are what their names say', async () => {
    const origin = twoCommits();
    const folder = temporaryFolder();
    origin.git('clone', '-q', '--shared', origin.folder, folder);
    const whole = await answers(origin.folder);
    expect(await answers(folder)).toEqual(whole);
    // A place that holds no objects lends none, and starts nothing.
    const sprung = join(folder, 'sprung');
    openTestRepository(folder).git('config', 'core.alternateRefsCommand', `touch ${sprung}`);
    appendFileSync(join(folder, '.git/objects/info/alternates'), `/etc\n${folder}/nowhere\n`);
    expect(await answers(folder)).toEqual(whole);
    expect(existsSync(sprung)).toBe(false);
  });

  it('a repository that says its files are elsewhere is read where it is', async () => {
    const { folder, git } = twoCommits();
    const elsewhere = temporaryFolder();
    mkdirSync(join(elsewhere, 'plans'));
    writeFileSync(join(elsewhere, 'plans/other.yaml'), soundPlan('From elsewhere.'));
    git('config', 'core.worktree', elsewhere);
    for (const answer of await answers(folder)) {
      expect(JSON.stringify(answer)).not.toMatch(/elsewhere/i);
    }
  });

  it('attributes change nothing of what is read', async () => {
    const { folder, git, write, commit } = twoCommits();
    const whole = await answers(folder);
    write('plans/.gitattributes', '*.yaml text eol=crlf ident export-subst -diff\n');
    git('config', 'core.autocrlf', 'true');
    expect(await answers(folder)).toEqual(whole);
    commit('Attributes');
    const [, exit, stdout] = (await answers(folder))[1] as unknown[];
    expect([exit, JSON.parse(String(stdout)).rows.length]).toEqual([0, 1]);
  });

  it.each(['.', '', 'bin'])('git is not taken from the repository: %j in the path', (place) => {
    const { folder } = twoCommits();
    const sprung = join(folder, 'sprung');
    const trap = `#!/bin/sh\ntouch ${JSON.stringify(sprung)}\n`;
    for (const at of ['git', 'bin/git', 'node_modules/.bin/git']) {
      mkdirSync(join(folder, at, '..'), { recursive: true });
      writeFileSync(join(folder, at), trap, { mode: 0o755 });
    }
    const PATH = `${place}:${join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
    const run = runProgram(folder, ['diff', 'HEAD~1', 'HEAD'], { PATH });
    expect([run.status, run.stdout]).toEqual([0, expect.stringContaining('Keep good records')]);
    expect(existsSync(sprung)).toBe(false);
  });
});
