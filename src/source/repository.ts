import { askGit, type RunGit, unexpected } from './git.ts';
import { RevisionError } from './revision-error.ts';

/** The repository a command runs in. */
export interface Repository {
  readonly git: RunGit;
  /** Where its files are checked out; for a bare one, the folder the command runs in. */
  readonly root: string;
  /** The folder the command runs in, from the root: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Whether older commits were left out when it was cloned. */
  readonly shallow: boolean;
}

/** Finds the repository around a folder, or says why there is none to read. */
export function openRepository(git: RunGit, cwd: string): Repository {
  const flags = ['--is-shallow-repository', '--is-bare-repository', '--show-prefix'];
  const answer = askGit(git, ['rev-parse', ...flags]);
  if (!answer.ok) throw noRepository(answer.stderr);
  const [shallow, bare, prefix = ''] = answer.text.split('\n');
  // Below the root, so many folders up is the root.
  const depth = bare === 'true' ? 0 : prefix.split('/').length - 1;
  const steps = cwd.split('/');
  const root = steps.slice(0, steps.length - depth).join('/') || '/';
  return { git, root, prefix, shallow: shallow === 'true' };
}

function noRepository(stderr: string): RevisionError {
  if (/not a git repository/.test(stderr)) {
    return new RevisionError(
      'there is no git repository here, so there are no revisions',
      'run the command in the repository that holds the plans; without one, leave out --at and --base',
    );
  }
  if (/safe\.bareRepository/.test(stderr)) {
    return new RevisionError(
      'this is a bare repository, which git reads only where it is named',
      'set GIT_DIR to it (`GIT_DIR=. actionplan …`) and use --at, or run the command in a clone of it',
    );
  }
  if (/dubious ownership/.test(stderr)) {
    return new RevisionError(
      'the repository belongs to another user, so git does not read it',
      'if you trust it: `git config --global --add safe.directory "$PWD"` in its root folder',
    );
  }
  return unexpected('rev-parse', stderr);
}
