import { appendFileSync, readFileSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { asker } from './asking.ts';
import { type Ci, type Host, UsageError } from './host.ts';
import { keptResults } from './kept-results.ts';
import { writeDay } from './model/day.ts';
import { servePreview } from './preview.ts';
import { progressOn } from './progress.ts';
import { reasonOf, safeRemove, safeWrite, type Writer } from './safe-write.ts';
import { startSecondThread } from './second-thread.ts';
import { gitRevisions } from './source/revisions.ts';
import { runGit } from './source/run-git.ts';
import { repositoryIn, workingTree } from './source/working-tree.ts';

/** The real world, for the program run by Node. The only file that touches process and clock. */
export function nodeHost(process: NodeJS.Process): Host {
  const cwd = folderOf(process);
  const writer: Writer = {
    pid: process.pid,
    machine: hostname(),
    isAlive: (pid) => isAlive(process, pid),
    now: () => Date.now(),
  };
  const manifest = readManifest();
  return {
    files: workingTree(cwd),
    revisions: gitRevisions(runGit(cwd, process.env), realpathSync.native(cwd)),
    today: () => {
      const now = new Date();
      return writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    stdin: () => readAll(process.stdin),
    out: (content) => write(process, process.stdout, content),
    note: (text) => write(process, process.stderr, text),
    results: (askedFor) => {
      const repository = repositoryIn(cwd);
      if (repository === undefined && !askedFor) return undefined;
      const { env } = process;
      return keptResults({ cwd, repository, env, user: process.getuid?.(), now: () => Date.now() });
    },
    secondThread: (job) => startSecondThread(cwd, job),
    write: (path, content) => safeWrite(resolve(cwd, path), path, content, undefined, writer),
    replace: (path, expected, content) =>
      safeWrite(resolve(cwd, path), path, content, expected, writer),
    remove: (path, expected) => safeRemove(resolve(cwd, path), path, expected, writer),
    // On standard error, since standard output is for the result. It is asked first: to look at
    // standard input is to load all that can read from it.
    ask:
      process.stderr.isTTY && process.stdin.isTTY
        ? asker(process.stdin, process.stderr, {
            isDumb: process.env['TERM'] === 'dumb',
            atExit: (last) => process.once('exit', last),
          })
        : undefined,
    serve: (preview) => servePreview(preview, (path) => resolve(cwd, path), process),
    terminal: {
      columns: columnsOf(process.stdout),
      noteColumns: columnsOf(process.stderr),
      colour: colourLevel(process),
    },
    progress: progressOn(process.stderr, Boolean(process.env['CI']), () => performance.now()),
    ci: ciOf(process.env),
    version: manifest.version,
    homepage: manifest.homepage,
  };
}

/** The folder the program runs in; another program may have removed it meanwhile. */
function folderOf(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError(
      'the folder that this runs in is not there any more, or cannot be entered',
      'change to a folder that is there, and run the command again',
    );
  }
}

/** What GitHub Actions and GitLab CI tell their jobs. */
function ciOf(env: NodeJS.ProcessEnv): Ci {
  const summary = env['GITHUB_STEP_SUMMARY'];
  return {
    repository: env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'] || undefined,
    addToSummary: summary ? (markdown) => append(summary, markdown) : undefined,
  };
}

/** A summary may hold what other commands of the step have said: it is added to, not written over. */
function append(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      `cannot add to ${JSON.stringify(path)}: ${reasonOf(error)}`,
      'GITHUB_STEP_SUMMARY names the file; unset it to do without a summary',
    );
  }
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A reader that stops early (`| head`) is no fault. */
function write(
  process: NodeJS.Process,
  stream: NodeJS.WriteStream,
  content: string | Uint8Array,
): void {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.exitCode = 2;
      // What cannot even be said is lost; the exit code says that something is.
      if (stream !== process.stderr) {
        process.stderr.write(`error: the result could not be written: ${reasonOf(error)}\n`);
      }
    });
  }
  stream.write(content);
}

/** Signal 0 only asks whether there is such a process; one of another user counts. */
function isAlive(process: NodeJS.Process, pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function columnsOf({ isTTY, columns }: NodeJS.WriteStream): number | undefined {
  return isTTY ? columns || undefined : undefined;
}

/** NO_COLOR and FORCE_COLOR decide as their sites say; else colour goes only to terminals. */
function colourLevel(process: NodeJS.Process): 0 | 1 | 2 | 3 {
  const { env, stdout } = process;
  if (env['NO_COLOR']) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) {
    if (forced === '0' || forced === 'false') return 0;
    return forced === '2' || forced === '3' ? (Number(forced) as 2 | 3) : 1;
  }
  if (!stdout.isTTY || env['TERM'] === 'dumb') return 0;
  const depth = stdout.getColorDepth(env);
  if (depth >= 24) return 3;
  return depth >= 8 ? 2 : 1;
}

function readManifest(): { readonly version: string; readonly homepage?: string } {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
}
