import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real git repository in a temporary folder. */
export interface TestRepository {
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Commits everything there is, on a day, and gives the commit. */
  readonly commit: (subject: string, day?: string) => string;
}

/** A repository for one test, removed after it. Its commits have the same names on every machine. */
export function temporaryRepository(...init: string[]): TestRepository {
  const repository = makeRepository(...init);
  onTestFinished(() => rmSync(repository.folder, { recursive: true, force: true }));
  return repository;
}

/** An empty folder for one test, removed after it. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'actionplan-git-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A repository that the caller removes. */
export function makeRepository(...init: string[]): TestRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'actionplan-git-')));
  const repository = openTestRepository(folder);
  repository.git('init', '-q', '-b', 'main', ...init);
  return repository;
}

/** A repository that is there already, such as a clone. */
export function openTestRepository(folder: string): TestRepository {
  const git = (args: readonly string[], day = '2023-01-01'): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Plan keeper',
        GIT_AUTHOR_EMAIL: 'plans@example.org',
        GIT_COMMITTER_NAME: 'Plan keeper',
        GIT_COMMITTER_EMAIL: 'plans@example.org',
        GIT_AUTHOR_DATE: `${day}T12:00:00+0000`,
        GIT_COMMITTER_DATE: `${day}T12:00:00+0000`,
      },
    }).trim();
  return {
    folder,
    git: (...args) => git(args),
    write: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    commit: (subject, day) => {
      git(['add', '-A'], day);
      git(['commit', '-q', '--allow-empty', '-m', subject], day);
      return git(['rev-parse', 'HEAD']);
    },
  };
}
