import { askGit, demandGit, type RunGit } from './git.ts';

/** One file of a revision. */
export interface TreeEntry {
  /** `100644` and `100755` are files, `120000` links, `160000` submodules. */
  readonly mode: string;
  readonly object: string;
}

/** Objects are fetched in portions of about this size, so that memory is bounded. */
const PORTION = 32 * 1024 * 1024;

/** Every file of a commit by its path from the root. */
export function listTree(git: RunGit, commit: string): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  const listing = demandGit(git, ['ls-tree', '-r', '-z', '--full-tree', commit]).text;
  for (const line of listing.split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const [mode = '', , object = ''] = line.slice(0, tab).split(' ');
    entries.set(line.slice(tab + 1), { mode, object });
  }
  return entries;
}

/** The content of an object; `missing` where the clone lacks it, its size where that is over the limit. */
export type Content = Uint8Array | 'missing' | { readonly size: number };

/** Reads many objects in few runs of git; none larger than the limit. */
export function readObjects(
  git: RunGit,
  objects: Iterable<string>,
  limit: number,
): Map<string, Content> {
  const contents = new Map<string, Content>();
  let portion: string[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (portion.length === 0) return;
    readPortion(git, portion, contents);
    portion = [];
    bytes = 0;
  };
  for (const [object, size] of sizesOf(git, [...new Set(objects)])) {
    if (size === undefined) contents.set(object, 'missing');
    else if (size > limit) contents.set(object, { size });
    else {
      if (bytes + size > PORTION) flush();
      portion.push(object);
      bytes += size;
    }
  }
  flush();
  return contents;
}

function sizesOf(git: RunGit, objects: readonly string[]): [string, number | undefined][] {
  if (objects.length === 0) return [];
  const format = '--batch-check=%(objecttype) %(objectsize)';
  const answer = askGit(git, ['cat-file', format], `${objects.join('\n')}\n`);
  const lines = answer.text.split('\n');
  return objects.map((object, index) => {
    const size = /^blob (\d+)$/.exec(lines[index] ?? '')?.[1];
    return [object, size === undefined ? undefined : Number(size)];
  });
}

/** Reads `OBJECT blob SIZE`, the content and a line break, as often as asked. */
function readPortion(
  git: RunGit,
  objects: readonly string[],
  contents: Map<string, Content>,
): void {
  const { bytes } = demandGit(git, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  let at = 0;
  for (const object of objects) {
    const newline = bytes.indexOf(0x0a, at);
    const head = new TextDecoder().decode(bytes.subarray(at, newline));
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1];
    if (size === undefined) {
      contents.set(object, 'missing');
      at = newline + 1;
      continue;
    }
    const start = newline + 1;
    contents.set(object, bytes.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
}
