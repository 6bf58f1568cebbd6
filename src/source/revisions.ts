import type { FileTree } from './file-tree.ts';
import { askGit, type RunGit, unexpected } from './git.ts';
import { type Commit, commitsUntil } from './git-history.ts';
import { type Content, readObjects } from './git-objects.ts';
import { gitTree } from './git-tree.ts';
import { openRepository, type Repository } from './repository.ts';
import { findRevision, type Revision, resolveRevision, UNSHALLOW } from './resolve-revision.ts';
import { RevisionError } from './revision-error.ts';

/** The history of the plans. Every method throws a {@link RevisionError} where git cannot answer. */
export interface Revisions {
  /** The commit a name stands for. */
  resolve(rev: string): Revision;
  /** The commit a name stands for; undefined where it stands for none. */
  find(rev: string): Revision | undefined;
  /** The files of a commit. */
  tree(revision: Revision): FileTree;
  /** Where two commits parted: more than one commit after criss-cross merges. */
  mergeBases(base: Revision, head: Revision): Revision[];
  /** Every commit up to a revision, ancestors first. */
  commits(revision: Revision): Commit[];
  /** The contents of many objects. */
  contents(objects: Iterable<string>, limit: number): Map<string, Content>;
  /** A path of the repository, as seen from the folder the command runs in. */
  fromHere(path: string): string;
  /** Files of the working tree that a sparse checkout leaves out, as seen from here. */
  leftOut(): string[];
}

/** The revisions of the repository around a folder. */
export function gitRevisions(git: RunGit, cwd: string): Revisions {
  let opened: Repository | undefined;
  const repository = (): Repository => {
    opened ??= openRepository(git, cwd);
    return opened;
  };
  const trees = new Map<string, FileTree>();
  const fromHere = (path: string): string => pathFrom(repository().prefix, path);
  return {
    resolve: (rev) => resolveRevision(repository(), rev),
    find: (rev) => findRevision(repository(), rev),
    tree: ({ commit }) => {
      const tree = trees.get(commit) ?? gitTree(repository(), commit);
      trees.set(commit, tree);
      return tree;
    },
    mergeBases: (base, head) => mergeBases(repository(), base, head),
    commits: (revision) => {
      if (repository().shallow) {
        throw new RevisionError(
          'this is a shallow clone: the older commits are not here',
          UNSHALLOW,
        );
      }
      return commitsUntil(repository(), revision.commit);
    },
    contents: (objects, limit) => readObjects(repository().git, objects, limit),
    fromHere,
    leftOut: () => sparseFiles(repository()).map(fromHere),
  };
}

function mergeBases(repository: Repository, base: Revision, head: Revision): Revision[] {
  const args = ['merge-base', '--all', base.commit, head.commit];
  const answer = askGit(repository.git, args);
  const commits = answer.text.split('\n').filter((line) => line !== '');
  if (commits.length > 0) return commits.map((commit) => ({ rev: base.rev, commit }));
  if (answer.stderr !== '') throw unexpected('merge-base', answer.stderr);
  const names = `${JSON.stringify(base.rev)} and ${JSON.stringify(head.rev)}`;
  if (repository.shallow) {
    throw new RevisionError(
      `where ${names} parted is not in this shallow clone, which holds only the newest commits`,
      UNSHALLOW,
    );
  }
  throw new RevisionError(
    `${names} have no commit in common, so there is no change from one to the other`,
    'check that both are branches of the same project; `diff` compares any two revisions',
  );
}

function sparseFiles({ git, root }: Repository): string[] {
  const sparse = askGit(git, ['config', '--type=bool', '--get', 'core.sparseCheckout']);
  if (sparse.text.trim() !== 'true') return [];
  const listing = askGit(git, ['-C', root, 'ls-files', '-t', '-z']);
  if (!listing.ok) throw unexpected('ls-files', listing.stderr);
  return listing.text
    .split('\0')
    .filter((line) => line.startsWith('S '))
    .map((line) => line.slice(2));
}

/** A path from the root, as seen from a folder below it. */
function pathFrom(prefix: string, path: string): string {
  const folders = prefix.split('/').slice(0, -1);
  const steps = path.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared += 1;
  return [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}
