import { appendFileSync, readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Ci, type Host, UsageError } from './host.ts';
import { keptResults } from './kept-results.ts';
import { writeDay } from './model/day.ts';
import { progressOn } from './progress.ts';
import { startSecondThread } from './second-thread.ts';
import { gitRevisions } from './source/revisions.ts';
import { runGit } from './source/run-git.ts';
import { workingTree } from './source/working-tree.ts';

/** The real world, for the program run by Node. The only file that touches process and clock. */
export function nodeHost(process: NodeJS.Process): Host {
  const cwd = process.cwd();
  const manifest = readManifest();
  return {
    files: workingTree(cwd),
    revisions: gitRevisions(runGit(cwd, process.env), realpathSync.native(cwd)),
    today: () => {
      const now = new Date();
      return writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    stdin: () => readAll(process.stdin),
    out: (text) => write(process, process.stdout, text),
    note: (text) => write(process, process.stderr, text),
    results: () => keptResults(cwd, process.env, process.getuid?.()),
    secondThread: (job) => startSecondThread(cwd, job),
    write: (path, text) => writeWhole(resolve(cwd, path), path, text),
    terminal: {
      columns: process.stdout.isTTY ? process.stdout.columns || undefined : undefined,
      colour: colourLevel(process),
    },
    progress: progressOn(process.stderr, Boolean(process.env['CI']), () => performance.now()),
    ci: ciOf(process.env),
    version: manifest.version,
    homepage: manifest.homepage,
  };
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
      `cannot add to ${JSON.stringify(path)}: ${reason(error)}`,
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
function write(process: NodeJS.Process, stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = 2;
    });
  }
  stream.write(text);
}

/** Writes to a temporary file in the same folder and renames it, so that no reader sees half. */
function writeWhole(absolute: string, path: string, text: string): void {
  try {
    writeFileAtomic.sync(absolute, text);
  } catch (error) {
    throw new UsageError(
      `cannot write ${JSON.stringify(path)}: ${reason(error)}`,
      'nothing was written; choose another place with --output',
    );
  }
}

/** Why a file could not be written. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'its folder does not exist',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  };
  return reasons[code] ?? (code || 'unknown error');
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
