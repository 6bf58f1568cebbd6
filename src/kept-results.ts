import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Store } from './host.ts';

/** More than ten thousand plans come to is not from this program. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * A file among the user's own, one for each folder that commands run in and each build of the
 * program: never in the repository, since what comes with plans must not be believed about them.
 */
export function keptResults(cwd: string, env: NodeJS.ProcessEnv, user?: number): Store | undefined {
  const base = env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'));
  if (!base || !isAbsolute(base)) return undefined;
  const folder = join(base, 'actionplan');
  const file = () => {
    const program = readFileSync(new URL(import.meta.url));
    return join(folder, `${digest(program, realpathSync.native(cwd))}.results`);
  };
  return {
    digest,
    read: () => attempt(() => (isOwn(file(), user) ? readFileSync(file(), 'utf8') : undefined)),
    write: (text) => {
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // A temporary file and a rename: of two runs at a time, one is the last.
        const temporary = `${file()}.${randomUUID()}`;
        try {
          writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' });
          renameSync(temporary, file());
        } finally {
          rmSync(temporary, { force: true });
        }
      });
    },
  };
}

/** Whether a file is one that nobody else could have written. */
function isOwn(path: string, user: number | undefined): boolean {
  const { uid, mode, size } = statSync(path);
  return (user ?? uid) === uid && (mode & 0o022) === 0 && size <= MOST_BYTES;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // A cache that cannot be read or written is none; the results are the same.
    return undefined;
  }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) {
    // With their lengths: "ab" and "c" are not "a" and "bc".
    sum.update(`${part.length}:`).update(part);
  }
  return sum.digest('base64url').slice(0, 32);
}
