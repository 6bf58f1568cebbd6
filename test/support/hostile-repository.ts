import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultyPlan, soundPlan } from './hostile.ts';
import { makeRepository, openTestRepository, type TestRepository } from './repository.ts';

/** A repository in which all that a stranger can write says one thing. */
export interface HostileRepository extends TestRepository {
  /** The names that git took for branches: one of its own, and the hostile one where it can be one. */
  readonly branches: readonly string[];
  readonly discard: () => void;
}

/** What every such repository begins with, made once. */
let template: string | undefined;

function begun(): TestRepository {
  if (template === undefined) {
    const first = makeRepository('--template=');
    first.write('plans/sound.yaml', soundPlan('Keep records.'));
    first.commit('Start', '2022-03-04');
    first.git('branch', 'start');
    template = first.folder;
    process.on('exit', () => rmSync(first.folder, { recursive: true, force: true }));
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'actionplan-git-')));
  cpSync(template, folder, { recursive: true });
  return openTestRepository(folder);
}

/**
 * Texts, ids, the names of files, folders and branches, the author and the subject of the commit are
 * the hostile text, as far as file system and git let them.
 */
export function hostileRepository(text: string): HostileRepository {
  const repository = begun();
  const { folder, git, write } = repository;

  write('plans/sound.yaml', soundPlan(text));
  const name = text
    .replace(/[/\0\p{Cs}]/gu, '')
    .slice(0, 60)
    .replace(/\p{Cs}/gu, '');
  write(`plans/${name}x.yaml`, faultyPlan(text));
  write(`plans/${name}d/${name}y.yaml`, `${JSON.stringify(text)}: ${JSON.stringify(text)}\n`);
  git('add', '-A');
  const author = text.replace(/[<>\n\0\p{Cs}]/gu, '').trim();
  const written = ['-m', text.replace(/[\0\p{Cs}]/gu, ''), `--author=a ${author} <a@b.example>`];
  git('commit', '-q', '--cleanup=verbatim', '--allow-empty-message', ...written);
  const branches = ['start'];
  try {
    git('update-ref', `refs/heads/${text}`, 'start');
    branches.push(`refs/heads/${text}`);
  } catch {
    // Git itself refuses such a name.
  }
  return {
    ...repository,
    branches,
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
