import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { resolve } from 'node:path';
import type { FileKind, FileTree, ReadFault } from './file-tree.ts';

/** The files of the machine, seen from a folder. */
export function workingTree(cwd: string): FileTree {
  const full = (path: string) => resolve(cwd, path);
  return {
    kind: (path) => kindOf(full(path)),
    list: (folder) => {
      try {
        return readdirSync(full(folder)).sort(byText);
      } catch {
        return undefined;
      }
    },
    read: (path, limit) => readUpTo(full(path), limit + 1),
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

function kindOf(path: string): FileKind {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (codeOf(error) === 'EACCES') return 'file';
    return isLink(path) ? 'broken-link' : 'missing';
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
    file = openSync(path, 'r');
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
    return { fault: reason(codeOf(error)) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function reason(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'the file cannot be opened: permission denied';
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
