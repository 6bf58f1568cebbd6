import { createHash, hash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Store } from './host.ts';

const MEGABYTE = 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;

/** More than ten thousand plans come to is not from this program. */
const MOST_BYTES = 200 * MEGABYTE;
/** All stores together, and for how long one is kept that no run had a use for. */
const MOST_IN_ALL = 256 * MEGABYTE;
const LONGEST = 30 * DAY;

/** What a store is called; while it is written, more follows. */
const NAME = /^[\w-]{32}\.results(?<unfinished>\..*)?$/;

/** Where results are kept, and for whom. */
export interface KeptPlace {
  readonly cwd: string;
  /** The root of the repository around that, if there is one. */
  readonly repository: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly user?: number | undefined;
  /** The clock, in milliseconds. */
  readonly now: () => number;
}

/**
 * Files among the user's own, one for each folder that commands run in, each build of the program
 * and what was asked of it: never in the repository, since what comes with plans must not be
 * believed about them.
 */
export function keptResults({ cwd, repository, env, user, now }: KeptPlace): Store | undefined {
  // A home that is not there is not made: some users of a system are to have none.
  const home = env['HOME'] && existsSync(env['HOME']) ? env['HOME'] : undefined;
  const base = env['XDG_CACHE_HOME'] || (home && join(home, '.cache'));
  if (!base || !isAbsolute(base) || (repository && isIn(repository, base))) return undefined;
  const folder = join(base, 'actionplan');
  const fileOf = (conditions: string): string => {
    const program = readFileSync(new URL(import.meta.url));
    return join(folder, `${nameOf(program, realpathSync.native(cwd), conditions)}.results`);
  };
  const isOurs = ({ uid, mode }: Stats): boolean => (user ?? uid) === uid && (mode & 0o022) === 0;
  return {
    began: now(),
    digest: digestOf,
    read: (conditions) =>
      attempt(() => {
        if (!isOursWhole(folder, isOurs)) return undefined;
        return readOwn(fileOf(conditions), isOurs, now());
      }),
    write: (conditions, bytes) => {
      attempt(() => {
        for (const one of [base, folder]) makeFolder(one);
        if (!isOursWhole(folder, isOurs)) return;
        clear(folder, now());
        const file = fileOf(conditions);
        // A temporary file and a rename: of two runs at a time, one is the last.
        const temporary = `${file}.${randomUUID()}`;
        try {
          writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' });
          renameSync(temporary, file);
        } finally {
          rmSync(temporary, { force: true });
        }
      });
    },
  };
}

/** The digest by which the content of a file is known. */
export function digestOf(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(hash('sha256', bytes, 'buffer'));
}

/** Whether a folder is in another, with all links followed as far as there is anything. */
function isIn(folder: string, path: string): boolean {
  const real = (one: string): string => {
    try {
      return realpathSync.native(one);
    } catch {
      const above = join(one, '..');
      return above === one ? one : join(real(above), one.slice(above.length));
    }
  };
  return `${real(path)}/`.startsWith(`${real(folder)}/`);
}

/** Makes a folder where there is none; those above it are for others to make. */
function makeFolder(path: string): void {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}

/** Whether the folder is one in which nobody else can put a file. */
function isOursWhole(folder: string, isOurs: (stats: Stats) => boolean): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && isOurs(stats);
}

/** The bytes of a file that nobody else could have written. */
function readOwn(
  path: string,
  isOurs: (stats: Stats) => boolean,
  now: number,
): Uint8Array | undefined {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || !isOurs(stats) || stats.size > MOST_BYTES) return undefined;
    // Its time is that of its last use, by which old ones are cleared away.
    if (now - stats.mtimeMs > DAY) futimesSync(file, now / 1000, now / 1000);
    // A buffer of its own, which begins where numbers of any size may begin.
    const bytes = new Uint8Array(stats.size);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(file, bytes, length, bytes.length - length, null);
    }
    return length === bytes.length ? bytes : undefined;
  } finally {
    closeSync(file);
  }
}

/** Removes stores that no run has had a use for, and what runs left that did not come to an end. */
function clear(folder: string, now: number): void {
  const stores = readdirSync(folder).flatMap((name) => {
    const match = NAME.exec(name);
    if (!match) return [];
    const path = join(folder, name);
    const { mtimeMs, size } = lstatSync(path);
    return [{ path, size, age: now - mtimeMs, unfinished: match.groups?.['unfinished'] }];
  });
  let total = 0;
  for (const { path, size, age, unfinished } of stores.sort((a, b) => a.age - b.age)) {
    total += size;
    const tooOld = age > (unfinished === undefined ? LONGEST : DAY);
    if (tooOld || total > MOST_IN_ALL) rmSync(path, { force: true });
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // A cache that cannot be read or written is none; the results are the same.
    return undefined;
  }
}

function nameOf(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) {
    // With their lengths: "ab" and "c" are not "a" and "bc".
    sum.update(`${part.length}:`).update(part);
  }
  return sum.digest('base64url').slice(0, 32);
}
