import { diffPlans } from '../changes/diff.ts';
import type { Host } from '../host.ts';
import type { Comparison } from '../publish/site/input.ts';
import { loadBefore, loadUnlike, refuseSparse } from './base.ts';
import { placesOf, requireReadable } from './comparison.ts';
import type { Reading } from './reading.ts';

/** What changed in plans since a revision, as `diff` tells it. */
export function changesSince(
  host: Host,
  { tree, revision }: Reading,
  rev: string,
  paths: readonly string[],
): Comparison {
  const base = host.revisions.resolve(rev);
  const before = host.revisions.tree(base);
  if (revision === null) refuseSparse(host, paths);
  const now = loadUnlike(tree, before, paths);
  const old = loadBefore(host, before, { tree, paths, loaded: now });
  requireReadable(old, base.rev);
  requireReadable(now, revision?.rev ?? 'the working tree');
  const changes = diffPlans({ before: old.portfolio, after: now.portfolio });
  return { base, changes, placeOf: placesOf([old], [now]).now };
}
