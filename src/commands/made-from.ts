import { type Host, RevisionError } from '../host.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { Reading } from './reading.ts';

/** So many digits tell one commit from another. */
const COMMIT_DIGITS = 12;

/**
 * The commit that files are of: `+` after it where any of the sources differs from it, null where
 * none of the plans is in one.
 */
export function revisionOf(
  { files, revisions }: Host,
  { revision }: Reading,
  plans: readonly string[],
  sources: readonly string[],
): string | null {
  if (revision) return revision.commit.slice(0, COMMIT_DIGITS);
  try {
    const head = revisions.find('HEAD');
    if (head === undefined) return null;
    const committed = revisions.tree(head);
    if (plans.every((file) => committed.kind(file) !== 'file')) return null;
    committed.prepare?.(sources, MOST_BYTES);
    const changed = sources.some((file) => !isSame(files, committed, file));
    return `${head.commit.slice(0, COMMIT_DIGITS)}${changed ? '+' : ''}`;
  } catch (error) {
    if (error instanceof RevisionError) return null;
    throw error;
  }
}

/** No source is larger. */
const MOST_BYTES = 32 * 1024 * 1024;

function isSame(a: FileTree, b: FileTree, file: string): boolean {
  const [one, other] = [a.read(file, MOST_BYTES), b.read(file, MOST_BYTES)];
  return !('fault' in one) && !('fault' in other) && Buffer.from(one).equals(other);
}
