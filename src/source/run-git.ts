import { spawnSync } from 'node:child_process';
import { GIT_OPTIONS, type GitRun, gitEnvironment, type RunGit } from './git.ts';
import { isWithin, repositoryAround } from './working-tree.ts';

/** More than this is no answer to a question about plans. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Runs the real git in a folder: never a shell, never a pager, never a question. */
export function runGit(cwd: string, environment: Readonly<NodeJS.ProcessEnv>): RunGit {
  const root = repositoryAround(cwd);
  const env = gitEnvironment(environment, (folder) => isWithin(root, folder));
  return (args, input): GitRun => {
    const { status, stdout, stderr, error } = spawnSync('git', [...GIT_OPTIONS, ...args], {
      cwd,
      env,
      maxBuffer: MOST_BYTES,
      windowsHide: true,
      // Without input git gets none, rather than that of the terminal.
      input: input ?? '',
    });
    if (error) return { fault: 'code' in error ? String(error.code) : error.message };
    return { status, stdout, stderr: stderr.toString('utf8') };
  };
}
