import { suggest } from '../model/suggest.ts';
import { askGit } from './git.ts';
import type { Repository } from './repository.ts';
import { RevisionError } from './revision-error.ts';

/** A commit, and the name it was asked for by. */
export interface Revision {
  readonly rev: string;
  readonly commit: string;
}

/** The commit a name stands for. An error says why there is none, and names that are near. */
export function resolveRevision(repository: Repository, rev: string): Revision {
  const found = findRevision(repository, rev);
  if (found === undefined) throw missing(repository, rev);
  return found;
}

/** The commit a name stands for; undefined where it stands for none. */
export function findRevision({ git }: Repository, rev: string): Revision | undefined {
  if (rev.trim() === '' || /\p{Cc}/u.test(rev)) return undefined;
  const named = askGit(git, ['rev-parse', '--verify', '--end-of-options', rev]);
  if (/only goes back to|only has \d+ entries/.test(named.stderr)) throw reflogTooShort(rev);
  const [object = '', ...more] = named.text.trim().split('\n');
  if (/\.\./.test(rev) && (more.length > 0 || !named.ok)) throw notOne(rev);
  if (/is ambiguous$/m.test(named.stderr) && !named.ok) throw ambiguous(rev);
  if (!named.ok || !/^[0-9a-f]{40,64}$/.test(object)) return undefined;
  // Whatever it names, a tag or a commit that is not here, only a commit will do.
  const commit = askGit(git, ['rev-parse', '--verify', '--end-of-options', `${object}^{commit}`]);
  return commit.ok ? { rev, commit: commit.text.trim() } : undefined;
}

function missing(repository: Repository, rev: string): RevisionError {
  const quoted = JSON.stringify(rev);
  if (rev === '') return new RevisionError('no revision is named', 'name one, such as HEAD');
  const { git, shallow } = repository;
  if (!askGit(git, ['rev-parse', '--verify', '--quiet', 'HEAD']).ok && /^(HEAD|@)\b/.test(rev)) {
    return new RevisionError(
      `there is no commit yet, so ${quoted} names none`,
      'commit the plans first: `git add` and `git commit`',
    );
  }
  const names = refNames(repository);
  const remote = names.find((name) => name.split('/').slice(1).join('/') === rev);
  if (remote !== undefined) {
    return new RevisionError(
      `there is no revision ${quoted} here`,
      `did you mean \`${remote}\`, the branch of that name on the server?`,
    );
  }
  const near = suggest(rev, names);
  if (near !== undefined) {
    return new RevisionError(`there is no revision ${quoted} here`, `did you mean \`${near}\`?`);
  }
  if (shallow) {
    return new RevisionError(
      `there is no revision ${quoted} in this shallow clone, which holds only the newest commits`,
      UNSHALLOW,
    );
  }
  return new RevisionError(
    `there is no revision ${quoted} here`,
    'give a branch, a tag or a commit; if the server has it, `git fetch origin` gets it first',
  );
}

/** How to mend a shallow clone, by hand and in CI. */
export const UNSHALLOW =
  'get the others with `git fetch --unshallow`; in GitHub Actions give actions/checkout `fetch-depth: 0`, in GitLab CI set GIT_DEPTH to 0';

function refNames({ git }: Repository): string[] {
  const kinds = ['refs/heads', 'refs/tags', 'refs/remotes'];
  const refs = askGit(git, ['for-each-ref', '--format=%(refname:short)', ...kinds]);
  return refs.text.split('\n').filter((name) => name !== '');
}

function notOne(rev: string): RevisionError {
  return new RevisionError(
    `${JSON.stringify(rev)} names a range of commits, not one`,
    'give its two ends as two revisions',
  );
}

function ambiguous(rev: string): RevisionError {
  return new RevisionError(
    `${JSON.stringify(rev)} stands for more than one object`,
    'give more of its digits',
  );
}

/** Git would take the oldest entry instead, which is not what was asked for. */
function reflogTooShort(rev: string): RevisionError {
  return new RevisionError(
    `${JSON.stringify(rev)} goes further back than what this clone remembers of its branches`,
    'find the commit of a day with `git rev-list -1 --before=2023-05-01 main`, and name that',
  );
}
