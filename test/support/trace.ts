import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PROGRAM } from './program.ts';

const installation = resolve(dirname(PROGRAM), '..');

export const canTrace = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0;

const CALLS =
  'execve,execveat,connect,bind,socket,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,symlink,link';

/** How strace is called to write all calls that start, reach or change something to a file. */
export function stracing(log: string): string[] {
  return ['-f', '-qq', '-s', '4096', '-e', `trace=${CALLS}`, '-o', log];
}

/** One call of the system, as strace writes it. */
export interface Call {
  readonly name: string;
  readonly words: string;
  readonly path: string;
}

/** The calls of a trace that succeeded; what was looked for and is not there has not been read. */
export function callsIn(log: string, folder: string): Call[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', words = ''] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
      const path = /"((?:[^"\\]|\\.)*)"/.exec(words)?.[1] ?? '';
      return name === '' || / = -1 E/.test(words)
        ? []
        : [{ name, words, path: resolve(folder, path) }];
    });
}

export function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

export function isWriting(name: string, words: string): boolean {
  return !name.startsWith('open') || /O_WRONLY|O_RDWR|O_CREAT/.test(words);
}

/** The repository, the installation, and what Node and git themselves are made of. */
export function mayRead(folder: string, path: string): boolean {
  const system = [
    '/lib',
    '/lib64',
    '/usr/lib',
    '/usr/lib64',
    '/usr/share',
    '/usr/local',
    '/proc',
    '/sys',
    '/dev',
  ];
  const files =
    /^\/etc\/(ld\.so\.[\w.]+|gitconfig|localtime|timezone|nsswitch\.conf|passwd|ssl\/openssl\.cnf|locale\.alias)$/;
  const node = dirname(dirname(realpathSync(process.execPath)));
  return (
    [folder, installation, realpathSync(join(installation, 'node_modules')), node, ...system].some(
      (one) => isIn(one, path),
    ) ||
    files.test(path) ||
    // Git looks for a repository in the folders above; it opens them, and nothing in them.
    isIn(path, folder)
  );
}
