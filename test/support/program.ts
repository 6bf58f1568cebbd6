import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const PROGRAM = join(import.meta.dirname, '../../bin/actionplan.js');

/** Runs the built program in a folder, with no more of an environment than is given. */
export function runProgram(
  folder: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
  });
  return { status, stdout, stderr };
}
