import { spawnSync } from 'node:child_process';
import { PROGRAM } from '../support/program.ts';
import type { Case } from './case.ts';
import { NOBODY } from './run.ts';

const known = new Map<string, boolean>();

function can(command: string, words: readonly string[], user?: number): boolean {
  const key = JSON.stringify([command, words, user]);
  const answer =
    known.get(key) ??
    spawnSync(command, words, user === undefined ? {} : { uid: user, gid: user, cwd: '/' })
      .status === 0;
  known.set(key, answer);
  return answer;
}

/** Whether this machine has, and allows, what a case needs beside the program. */
export function isPossible({ needs, asNobody }: Case): boolean {
  // Whoever is not root is bound by modes as it is.
  if (
    asNobody &&
    process.getuid?.() === 0 &&
    !can(process.execPath, [PROGRAM, '--version'], NOBODY)
  ) {
    return false;
  }
  if (needs === 'unshare') return can('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return needs === undefined || can(needs, ['-qec', 'true', '/dev/null']);
}
