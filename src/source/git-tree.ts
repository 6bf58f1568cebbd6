import type { FileKind, FileTree, ReadFault } from './file-tree.ts';
import { PARTIAL_HELP } from './git.ts';
import { type Content, listTree, readObjects, type TreeEntry } from './git-objects.ts';
import type { Repository } from './repository.ts';

/** As many links one after another as other systems follow. */
const MOST_LINKS = 40;
/** No path is longer. */
const LONGEST_LINK = 4096;

/** What a path leads to in a revision, after following links. */
type Found =
  | { readonly kind: 'file'; readonly path: string; readonly object: string }
  | { readonly kind: Exclude<FileKind, 'file'>; readonly path: string };

/**
 * The files of a revision. Its list of files is read once; contents are read when first asked for,
 * and many at a time where the reader says what it will want ({@link FileTree.prepare}).
 */
export function gitTree(repository: Repository, commit: string): FileTree {
  const { git, root, prefix } = repository;
  const entries = listTree(git, commit);
  const folders = foldersOf(entries);
  const contents = new Map<string, Content>();
  const fetch = (objects: readonly string[], limit: number): void => {
    const wanted = objects.filter((object) => !contents.has(object));
    if (wanted.length === 0) return;
    for (const [object, content] of readObjects(git, wanted, limit)) contents.set(object, content);
  };

  const linkTarget = (object: string): string | undefined => {
    fetch([object], LONGEST_LINK);
    const content = contents.get(object);
    return content instanceof Uint8Array ? new TextDecoder().decode(content) : undefined;
  };

  /** Walks a path from the root, following links; those that lead out of the repository end there. */
  const find = (path: string): Found => {
    let ahead = stepsFromRoot(path, root, prefix);
    let links = 0;
    const done: string[] = [];
    while (ahead.length > 0) {
      const [step = '', ...rest] = ahead;
      ahead = rest;
      if (step === '' || step === '.') continue;
      if (step === '..') {
        if (done.pop() === undefined) return { kind: 'outside', path };
        continue;
      }
      const here = [...done, step].join('/');
      const entry = entries.get(here);
      if (entry === undefined) {
        // The root of a repository is known by its `.git`.
        if (here === '.git') return { kind: 'folder', path: here };
        if (!folders.has(here)) return { kind: 'missing', path: [here, ...rest].join('/') };
        done.push(step);
      } else if (entry.mode === '120000') {
        const target = linkTarget(entry.object);
        links += 1;
        if (target === undefined || links > MOST_LINKS) return { kind: 'broken-link', path: here };
        if (target.startsWith('/')) return { kind: 'outside', path: here };
        ahead = [...target.split('/'), ...rest];
      } else if (entry.mode === '160000') {
        return { kind: 'submodule', path: here };
      } else {
        const { object } = entry;
        if (rest.length === 0) return { kind: 'file', path: here, object };
        return { kind: 'missing', path: [here, ...rest].join('/') };
      }
    }
    return { kind: 'folder', path: done.join('/') };
  };
  const cached = new Map<string, Found>();
  const resolve = (path: string): Found => {
    const known = cached.get(path) ?? find(path);
    cached.set(path, known);
    return known;
  };

  return {
    kind: (path) => {
      const { kind } = resolve(path);
      // A link that stands there but leads to nothing is not simply missing.
      return kind === 'missing' && isLink(path, entries, root, prefix) ? 'broken-link' : kind;
    },
    list: (folder) => {
      const { kind, path } = resolve(folder);
      return kind === 'folder' ? folders.get(path) : undefined;
    },
    read: (path, limit) => {
      const found = resolve(path);
      if (found.kind !== 'file') return { fault: 'there is no such file' };
      fetch([found.object], limit);
      return contentOf(contents.get(found.object), limit);
    },
    prepare: (paths, limit) => {
      const objects = paths.flatMap((path) => {
        const found = resolve(path);
        return found.kind === 'file' ? [found.object] : [];
      });
      fetch(objects, limit);
    },
    absolute: (path) => {
      const { path: found } = resolve(path);
      if (found.startsWith('/')) return found;
      return found === '' ? root : `${root === '/' ? '' : root}/${found}`;
    },
  };
}

function contentOf(content: Content | undefined, limit: number): Uint8Array | ReadFault {
  if (content === undefined || content === 'missing') {
    return { fault: 'this clone of the repository lacks the file', help: PARTIAL_HELP };
  }
  // Of a file over the limit only its length counts.
  return content instanceof Uint8Array ? content.subarray(0, limit + 1) : new Uint8Array(limit + 1);
}

/** The steps to a path from the root of the repository; `..` first where it lies outside. */
function stepsFromRoot(path: string, root: string, prefix: string): string[] {
  if (!path.startsWith('/')) return [...prefix.split('/'), ...path.split('/')];
  const inside = root === '/' ? '/' : `${root}/`;
  if (path === root) return [];
  return path.startsWith(inside) ? path.slice(inside.length).split('/') : ['..'];
}

function isLink(
  path: string,
  entries: ReadonlyMap<string, TreeEntry>,
  root: string,
  prefix: string,
): boolean {
  const steps = stepsFromRoot(path, root, prefix).filter((step) => step !== '' && step !== '.');
  return entries.get(steps.join('/'))?.mode === '120000';
}

/** The names in every folder, sorted by code unit. */
function foldersOf(entries: ReadonlyMap<string, TreeEntry>): Map<string, readonly string[]> {
  const names = new Map<string, Set<string>>([['', new Set()]]);
  for (const path of entries.keys()) {
    let rest = path;
    for (;;) {
      const slash = rest.lastIndexOf('/');
      const folder = slash < 0 ? '' : rest.slice(0, slash);
      const known = names.get(folder);
      if (known) {
        known.add(rest.slice(slash + 1));
        break;
      }
      names.set(folder, new Set([rest.slice(slash + 1)]));
      if (slash < 0) break;
      rest = folder;
    }
  }
  return new Map([...names].map(([folder, set]) => [folder, [...set].sort()]));
}
