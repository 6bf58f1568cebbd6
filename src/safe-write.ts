import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ChangedFile, UsageError } from './host.ts';

/** Who writes: what a lock says of its holder, and whether such a holder still runs. */
export interface Writer {
  readonly pid: number;
  readonly machine: string;
  isAlive(pid: number): boolean;
  /** The time in milliseconds. */
  now(): number;
}

/** What must be in the file for it to be replaced; null where there must be none yet. */
export type Expected = Uint8Array | null | undefined;

/** How long to wait for another run that is writing the same file, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 20;

/**
 * Writes a file whole or not at all, whatever happens meanwhile: to a temporary file beside it,
 * forced to the disk, then renamed. A lock keeps two runs from writing at once, and under it the
 * file is compared with what it was when it was read, so that nothing another run wrote is lost.
 * A link is followed, the mode stays, and nothing is left behind. Folders are made for a new file only.
 */
export function safeWrite(
  absolute: string,
  shown: string,
  content: Uint8Array | string,
  expected: Expected,
  writer: Writer,
): void {
  const fail = (error: unknown): never => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `cannot write ${JSON.stringify(shown)}: ${reasonOf(error)}`,
      codeOf(error) === 'ENOENT' ? 'make the folder first' : 'nothing was written',
    );
  };
  let release = (): void => {};
  try {
    if (expected === null) makeFolder(dirname(absolute));
    const target = targetOf(absolute, shown);
    const stats = statsOf(target);
    if (stats) refuseUnfit(target, stats, shown);
    // A name may be as long as the file system allows: what is put beside it has a short one.
    const short = createHash('sha256').update(basename(target)).digest('hex').slice(0, 12);
    const beside = join(dirname(target), `.${short}.actionplan`);
    release = lock(`${beside}-lock`, shown, writer);
    replaceUnderLock(target, `${beside}-new`, shown, content, expected, stats);
  } catch (error) {
    fail(error);
  } finally {
    release();
  }
}

/** Removes a file that is as expected, under the same lock; one that is gone already is no fault. */
export function safeRemove(
  absolute: string,
  shown: string,
  expected: Uint8Array,
  writer: Writer,
): void {
  let release = (): void => {};
  try {
    const short = createHash('sha256').update(basename(absolute)).digest('hex').slice(0, 12);
    release = lock(join(dirname(absolute), `.${short}.actionplan-lock`), shown, writer);
    if (!statsOf(absolute)) return;
    refuseIfChanged(absolute, shown, expected);
    rmSync(absolute);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `cannot remove ${JSON.stringify(shown)}: ${reasonOf(error)}`,
      'nothing was removed',
    );
  } finally {
    release();
  }
}

/**
 * Makes a folder and those above it. Node's own way tries for ever where the system says of a new folder
 * that there is no such one although the one above it is there, as below /proc.
 */
function makeFolder(path: string): void {
  if (statsOf(path)?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST' || !statsOf(path)?.isDirectory()) throw error;
  }
}

function replaceUnderLock(
  target: string,
  temporary: string,
  shown: string,
  content: Uint8Array | string,
  expected: Expected,
  stats: Stats | undefined,
): void {
  try {
    // Left by a run that was killed; nobody else writes here while the lock is held.
    rmSync(temporary, { force: true });
    writeDurably(temporary, content, stats);
    refuseIfChanged(target, shown, expected);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  try {
    syncFolder(dirname(target));
  } catch (error) {
    throw new UsageError(
      `${JSON.stringify(shown)} is written, but the disk did not confirm it: ${reasonOf(error)}`,
      'check the disk, and the file',
    );
  }
}

/** The file a path leads to, through links. */
function targetOf(absolute: string, shown: string): string {
  try {
    return realpathSync(absolute);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    if (lstatSync(absolute, { throwIfNoEntry: false })) {
      throw new UsageError(
        `cannot write ${JSON.stringify(shown)}: it is a link that points at nothing`,
        'mend or remove the link',
      );
    }
    return join(realpathSync(dirname(absolute)), basename(absolute));
  }
}

function statsOf(target: string): Stats | undefined {
  return statSync(target, { throwIfNoEntry: false });
}

function refuseUnfit(target: string, stats: Stats, shown: string): void {
  const refuse = (reason: string, help: string): never => {
    throw new UsageError(`cannot write ${JSON.stringify(shown)}: ${reason}`, help);
  };
  if (stats.isDirectory()) refuse('it is a folder', 'name a file');
  if (!stats.isFile()) refuse('it is no ordinary file', 'name a file');
  // Renaming would replace even a file that may not be written.
  if ((stats.mode & 0o222) === 0 || !isWritable(target)) {
    refuse('it is read-only', 'allow writing to it, or write to another file');
  }
  if (stats.nlink > 1) {
    refuse(
      'it has a second name (a hard link), which would keep the old text',
      'remove the other name, or make it a symbolic link',
    );
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function writeDurably(path: string, content: Uint8Array | string, stats: Stats | undefined): void {
  const file = openSync(path, 'wx', 0o666);
  try {
    writeFileSync(file, content);
    if (stats) {
      keepOwner(file, stats);
      fchmodSync(file, stats.mode & 0o7777);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only the administrator can give a file away; for others it becomes their own. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EINVAL') throw error;
  }
}

function refuseIfChanged(target: string, shown: string, expected: Expected): void {
  if (expected === undefined) return;
  const stands = statsOf(target) ? readFileSync(target) : null;
  if (expected === null ? stands === null : stands !== null && stands.equals(expected)) return;
  throw new ChangedFile(
    expected === null
      ? `${JSON.stringify(shown)} exists already`
      : `${JSON.stringify(shown)} was changed by someone else meanwhile`,
    expected === null
      ? 'choose another name'
      : 'nothing was written; run the command again on the file as it is now',
  );
}

/** Makes sure that a rename survives a power cut, where the system can do that for a folder. */
function syncFolder(path: string): void {
  let folder: number;
  try {
    folder = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(folder);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    closeSync(folder);
  }
}

/** Takes the lock, waiting for a run that holds it; one left by a dead run is taken over. */
function lock(path: string, shown: string, writer: Writer): () => void {
  const own = `${writer.pid} ${writer.machine}`;
  for (let waited = 0; ; waited += PAUSE) {
    if (create(path, own)) return () => rmSync(path, { force: true });
    const holder = readHolder(path);
    if (holder !== undefined && isDead(holder, path, writer)) takeAway(path, holder, own);
    else if (waited >= PATIENCE) {
      throw new UsageError(
        `cannot write ${JSON.stringify(shown)}: another run is writing it (process ${Number.parseInt(holder ?? '', 10) || 'unknown'})`,
        `wait for it to end; if there is none, remove ${JSON.stringify(path)}`,
      );
    } else sleep(PAUSE);
  }
}

function create(path: string, text: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    try {
      try {
        writeFileSync(file, text);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A run killed between making the lock and signing it leaves it empty. */
function isDead(holder: string, path: string, writer: Writer): boolean {
  if (holder === '') {
    const stats = statsOf(path);
    return stats !== undefined && writer.now() - stats.mtimeMs > PATIENCE / 2;
  }
  const [pid = '', machine = ''] = holder.split(' ');
  return machine === writer.machine && !writer.isAlive(Number(pid));
}

/** Two runs may find the same dead lock: what is taken away must be the one that was judged. */
function takeAway(path: string, holder: string, own: string): void {
  const aside = `${path}-${own.split(' ')[0]}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readHolder(aside) !== holder) {
    try {
      linkSync(aside, path);
    } catch {
      // A third run has taken the lock meanwhile; the compare before the rename still holds.
    }
  }
  rmSync(aside, { force: true });
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

/** Why a file could not be written, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? (code || 'unknown error');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
