import {
  closeSync,
  constants,
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
import type { FileKind, FileTree, ReadFault } from './file-tree.ts';

/**
 * The files of the machine, seen from a folder. What is in a repository is written by others: a link
 * in it that leads out of it, or to what git keeps there, is not followed.
 */
export function workingTree(cwd: string): FileTree {
  const here = realOf(cwd);
  const own = repositoryAround(here);
  const full = (path: string) => resolve(here, path);
  const leadsOut = (path: string): boolean => {
    const root = isWithin(own, path) ? own : outermostRepository(path);
    if (root === undefined) return false;
    const real = relative(realOf(root), realOf(path));
    return isUp(real) || real.split(sep).some((step) => step.toLowerCase() === '.git');
  };
  return {
    kind: (path) => {
      const absolute = full(path);
      const kind = kindOf(absolute);
      if (!leadsOut(absolute)) return kind;
      return kind === 'file' ? 'outside-file' : 'outside';
    },
    list: (folder) => {
      const absolute = full(folder);
      if (leadsOut(absolute)) return undefined;
      try {
        return readdirSync(absolute).sort(byText);
      } catch {
        return undefined;
      }
    },
    read: (path, limit) => {
      const absolute = full(path);
      if (leadsOut(absolute)) return { fault: 'this leads out of the repository' };
      return readUpTo(absolute, limit + 1);
    },
    absolute: (path) => {
      const absolute = full(path);
      try {
        return slashes(realpathSync.native(absolute));
      } catch {
        return slashes(absolute);
      }
    },
  };
}

/** The root of the repository around a folder; the folder itself where there is none. */
export function repositoryAround(folder: string): string {
  return foldersAbove(folder).find(isRepository) ?? folder;
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
function readUpTo(path: string, most: number): Uint8Array | ReadFault {
  let file: number | undefined;
  try {
    // Of a pipe that took the place of a file neither the opening nor the reading is waited for.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
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
    if (file !== undefined) closeSync(file);
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

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
