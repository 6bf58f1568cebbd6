import { type Host, UsageError } from '../host.ts';
import { cleanText } from '../render/clean-text.ts';
import { MAX_BYTES } from '../source/decode.ts';
import type { FileTree } from '../source/file-tree.ts';
import { findFiles } from '../source/find-files.ts';
import { planNames } from '../source/item-text.ts';
import { type Loaded, load } from '../source/load.ts';
import type { Revision } from '../source/resolve-revision.ts';
import { settingsText } from '../source/settings.ts';
import type { Base } from '../validate/against.ts';
import type { Reading } from './reading.ts';

/** A revision to compare with, and the commits where it and the head parted. */
export interface BaseRevision extends Revision {
  readonly parted: readonly string[];
}

/** A path that is on neither side, or plans on neither, is more likely a mistake than no change. */
export function requireEither(
  paths: readonly string[],
  trees: readonly FileTree[],
  plans: number,
): void {
  const missing = paths.find((path) => trees.every((tree) => tree.kind(path) === 'missing'));
  if (missing !== undefined) {
    throw new UsageError(
      `there is no ${cleanText(missing)}, neither now nor in the base`,
      'check the path',
    );
  }
  if (plans > 0) return;
  throw new UsageError(
    `no plan found in ${paths.map(cleanText).join(', ')}, neither now nor in the base`,
    'name the folder or file that holds the plans after the command',
  );
}

/**
 * Files that a sparse checkout leaves out are not in the working tree, and yet not removed: with them
 * missing it cannot be compared with anything.
 */
export function refuseSparse({ files, revisions }: Host, paths: readonly string[]): void {
  const asked = paths.map((path) => files.absolute(path));
  const isAsked = (file: string) => {
    const absolute = files.absolute(file);
    return asked.some((path) => absolute === path || absolute.startsWith(`${path}/`));
  };
  const left = revisions
    .leftOut()
    .filter((file) => /\.ya?ml$/i.test(file) && isAsked(file) && files.kind(file) === 'missing');
  const [first] = left;
  if (first === undefined) return;
  throw new UsageError(
    `this sparse checkout leaves out ${left.length === 1 ? '' : `${left.length} files, one of them `}${cleanText(first)}, so what changed cannot be told`,
    'get all files with `git sparse-checkout disable`, or compare with a commit instead: HEAD',
  );
}

/** Where the plans parted from a revision: their changes are those since then. */
export function baseOf({ revisions }: Host, rev: string, { revision }: Reading): BaseRevision {
  const base = revisions.resolve(rev);
  const head = revision ?? revisions.resolve('HEAD');
  const parted = revisions.mergeBases(base, head).map(({ commit }) => commit);
  return { ...base, parted };
}

/** What was read, and where. */
export interface Read {
  readonly tree: FileTree;
  readonly paths: readonly string[];
  readonly loaded: Loaded;
}

/** Reads the old plans, as far as they are not the same as the new ones. */
export function loadBase(host: Host, base: BaseRevision, head: Read): Base {
  const read = (commit: string) =>
    loadBefore(host, host.revisions.tree({ rev: base.rev, commit }), head);
  return {
    rev: base.rev,
    parted: base.parted.map(read),
    tip: base.parted.length > 1 ? read(base.commit) : undefined,
  };
}

/**
 * Reads the older side of a comparison. A plan that seems to be new may have been anywhere in the
 * repository before: it is looked for, or an edit would pass for an addition.
 */
export function loadBefore({ revisions }: Host, tree: FileTree, after: Read): Loaded {
  const { paths, loaded } = after;
  const old = loadUnlike(tree, after.tree, paths);
  const had = new Set([...old.portfolio.plans, ...old.portfolio.context].map(({ id }) => id));
  const added = loaded.portfolio.plans
    .filter(({ id, file }) => !had.has(id) && !old.unchanged.has(after.tree.absolute(file)))
    .map(({ id }) => id);
  if (added.length === 0) return old;
  const elsewhere = filesNaming(tree, [revisions.fromHere('') || '.'], added);
  if (elsewhere.length === 0) return old;
  return loadUnlike(tree, after.tree, [...paths, ...elsewhere]);
}

/** The files under paths that name one of these plans; they are not read for more than that. */
export function filesNaming(
  tree: FileTree,
  paths: readonly string[],
  plans: readonly string[],
): string[] {
  const { files } = findFiles(tree, paths);
  tree.prepare?.(files, MAX_BYTES);
  return files.filter((file) => plansNamedIn(tree, file).some((id) => plans.includes(id)));
}

/** The plans a file names. */
export function plansNamedIn(tree: FileTree, file: string): string[] {
  const bytes = tree.read(file, MAX_BYTES);
  return 'fault' in bytes ? [] : planNames(new TextDecoder().decode(bytes));
}

/** Reads one side of a comparison: plans that are the same on the other need no second look. */
export function loadUnlike(tree: FileTree, other: FileTree, paths: readonly string[]): Loaded {
  const [first = '.'] = paths;
  // What settings ignore is not the same on both sides where settings are not.
  const alike = settingsText(tree, first) === settingsText(other, first);
  return load(tree, paths, { missing: 'none', unlike: alike ? other : undefined });
}
