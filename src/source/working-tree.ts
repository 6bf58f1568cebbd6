import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Entry, FileKind, FileTree, ReadFault, Stamp } from './file-tree.ts';

/**
 * The files of the machine, seen from a folder. What is in a repository is written by others: a link
 * in it that leads out of it, or to what git keeps there, is not followed.
 */
export function workingTree(cwd: string): FileTree {
  const here = realOf(cwd);
  const own = repositoryAround(here);
  const full = (path: string) => resolve(here, path);
  const anyLeadsOut = (path: string): boolean => {
    const root = isWithin(own, path) ? own : outermostRepository(path);
    if (root === undefined) return false;
    const real = relative(realOf(root), realOf(path));
    return isUp(real) || real.split(sep).some((step) => step.toLowerCase() === '.git');
  };
  const listed = new ListedNames((folder) =>
    isWithin(own, folder) ? anyLeadsOut(folder) : undefined,
  );
  const leadsOut = (path: string): boolean => listed.leadsOut(path) ?? anyLeadsOut(path);
  const entriesOf = (folder: string): readonly Entry[] | undefined => {
    const absolute = full(folder);
    if (leadsOut(absolute)) return undefined;
    try {
      const entries = readdirSync(absolute, { withFileTypes: true });
      listed.add(absolute, entries);
      // Texts by themselves are sorted by code unit, several times as fast as with a comparison.
      const byName = new Map(entries.map((one) => [one.name, one]));
      return [...byName.keys()].sort().flatMap((name) => byName.get(name) ?? []);
    } catch {
      return undefined;
    }
  };
  return {
    kind: (path) => {
      const absolute = full(path);
      const kind = kindOf(absolute);
      if (!leadsOut(absolute)) return kind;
      return kind === 'file' ? 'outside-file' : 'outside';
    },
    list: (folder) => entriesOf(folder)?.map(({ name }) => name),
    entries: entriesOf,
    // Resolving is for the paths that need it: this is asked of each of thousands.
    stamp: (path) => stampOf(/^\/|\.\./.test(path) ? full(path) : `${here}/${path}`),
    read: (path, limit) => {
      const absolute = full(path);
      if (leadsOut(absolute)) return { fault: 'this leads out of the repository' };
      return readUpTo(absolute, limit + 1, listed.has(absolute) ? NO_LINK : 0);
    },
    absolute: (path) => {
      const absolute = full(path);
      try {
        return slashes(listed.realOf(absolute) ?? realpathSync.native(absolute));
      } catch {
        return slashes(absolute);
      }
    },
  };
}

/** Opening a pipe does not wait for whoever writes to it. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** Opening a file fails where it has become a link; not so on Windows, which makes none without leave. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * Files and folders that a listing showed to be no links: where they really are follows from their
 * folder, so that thousands of files in a folder need not be looked up one by one.
 */
class ListedNames {
  readonly #entries = new Map<string, readonly Dirent[]>();
  /** The names in a folder, made when the first of them is asked about. */
  readonly #names = new Map<string, ReadonlySet<string>>();
  readonly #folders = new Map<string, { real: string; leadsOut: boolean | undefined }>();
  readonly #folderLeadsOut: (folder: string) => boolean | undefined;

  /** `folderLeadsOut` is undefined of folders where it is not enough to know it of the folder. */
  constructor(folderLeadsOut: (folder: string) => boolean | undefined) {
    this.#folderLeadsOut = folderLeadsOut;
  }

  add(folder: string, entries: readonly Dirent[]): void {
    this.#entries.set(folder, entries);
    this.#names.delete(folder);
  }

  has(path: string): boolean {
    const folder = dirname(path);
    const known = this.#names.get(folder);
    if (known) return known.has(basename(path));
    const entries = this.#entries.get(folder);
    if (!entries) return false;
    const plain = entries.filter((one) => one.isFile() || one.isDirectory());
    this.#names.set(folder, new Set(plain.map(({ name }) => name)));
    return this.has(path);
  }

  realOf(path: string): string | undefined {
    return this.has(path) ? join(this.#folderOf(path).real, basename(path)) : undefined;
  }

  leadsOut(path: string): boolean | undefined {
    const folder = this.has(path) ? this.#folderOf(path).leadsOut : undefined;
    return folder === false ? basename(path).toLowerCase() === '.git' : folder;
  }

  #folderOf(path: string) {
    const folder = dirname(path);
    const known = this.#folders.get(folder);
    if (known) return known;
    const found = { real: realOf(folder), leadsOut: this.#folderLeadsOut(folder) };
    this.#folders.set(folder, found);
    return found;
  }
}

/** The root of the repository around a folder; the folder itself where there is none. */
export function repositoryAround(folder: string): string {
  return foldersAbove(folder).find(isRepository) ?? folder;
}

/** The root of the repository that a folder is in, with all links followed. */
export function repositoryIn(folder: string): string | undefined {
  return foldersAbove(realOf(folder)).find(isRepository);
}

/**
 * The root of a repository elsewhere that a person names a path in. The outermost one: another one
 * further in may be reached through a link that is in it.
 */
function outermostRepository(path: string): string | undefined {
  return foldersAbove(path).findLast(isRepository);
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** A folder and those above it. */
function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

/** Whether a path is a folder or in it, by its name. */
export function isWithin(folder: string, path: string): boolean {
  return !isUp(relative(folder, path));
}

/** Whether a relative path leads upwards (or, on Windows, to another drive). */
function isUp(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

/** A path with all links followed, as far as it exists. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realOf(folder), basename(path));
  }
}

function kindOf(path: string): FileKind {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))) return 'unreadable';
    if (isLink(path)) return 'broken-link';
    return basename(path).includes(NO_UTF8) && mayHoldPlans(path) ? 'unreadable' : 'missing';
  }
}

/** What bytes that are no UTF-8 are in the name of a file, by which it can then not be found. */
const NO_UTF8 = '\ufffd';

/** Whether what was listed under a name that cannot be said is a folder, or may be one, or is YAML. */
function mayHoldPlans(path: string): boolean {
  try {
    return readdirSync(dirname(path), { withFileTypes: true }).some(
      (entry) => entry.name === basename(path) && (!entry.isFile() || /\.ya?ml$/i.test(entry.name)),
    );
  } catch {
    return false;
  }
}

/** A link has none: it may lead to another file without having been touched itself. */
function stampOf(path: string): Stamp | undefined {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile()) return undefined;
    return [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, stats.dev, stats.mode];
  } catch {
    return undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** What is read arrives here first; a new buffer for each file would be as much again to clear away. */
const scratch = Buffer.allocUnsafe(262_144);

/** Reads at most so many bytes: a huge file is refused by its size, not by running out of memory. */
function readUpTo(path: string, most: number, flags: number): Uint8Array | ReadFault {
  let file: number | undefined;
  try {
    // Of a pipe that took the place of a file neither the opening nor the reading is waited for.
    file = openSync(path, constants.O_RDONLY | NO_WAIT | flags);
    const stats = fstatSync(file);
    if (!stats.isFile()) {
      return {
        fault: stats.isDirectory()
          ? 'this is a folder, not a file'
          : 'this is neither a file nor a folder',
      };
    }
    const chunks: Buffer[] = [];
    let total = 0;
    while (total < most) {
      const count = readSync(file, scratch, 0, Math.min(most - total, scratch.length), null);
      if (count === 0) break;
      chunks.push(Buffer.from(scratch.subarray(0, count)));
      total += count;
    }
    const [only] = chunks;
    return only && chunks.length === 1 ? only : Buffer.concat(chunks);
  } catch (error) {
    return { fault: reason(codeOf(error), path) };
  } finally {
    if (file !== undefined) closeRead(file);
  }
}

/** What has been read is not lost where closing fails. */
function closeRead(file: number): void {
  try {
    closeSync(file);
  } catch {
    // The system has let go of it all the same.
  }
}

function reason(code: string, path: string): string {
  switch (code) {
    case 'ENOENT':
      return basename(path).includes(NO_UTF8)
        ? 'this cannot be opened under its name'
        : 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'the file cannot be opened: permission denied';
    case 'ENAMETOOLONG':
      return 'this cannot be opened: its path is longer than the system allows';
    case 'EISDIR':
      return 'this is a folder, not a file';
    default:
      return `the file cannot be read (${code || 'unknown error'})`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Elsewhere than on Windows a backslash is a letter of a name like any other. */
function slashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
