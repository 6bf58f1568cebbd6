import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ChangedFile, type ExitCode, type Host } from '../../src/host.ts';
import { main } from '../../src/main.ts';
import { type FileTree, memoryTree } from '../../src/source/file-tree.ts';
import type { Revisions } from '../../src/source/revisions.ts';
import { gitRevisions } from '../../src/source/revisions.ts';
import { runGit } from '../../src/source/run-git.ts';
import { workingTree } from '../../src/source/working-tree.ts';

/** What one run printed and wrote. */
export interface Run {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
  /** Files written that are not text, and what went to standard output if that was not. */
  readonly bytes: Readonly<Record<string, Uint8Array>>;
  /** Files that were read and replaced, or made. */
  readonly edited: Readonly<Record<string, string>>;
  /** Files that were removed. */
  readonly removed: readonly string[];
  /** What was added to the summary of a CI step. */
  readonly summary: string;
}

interface Options {
  readonly today?: string;
  readonly stdin?: string | Uint8Array;
  readonly columns?: number;
  readonly noteColumns?: number;
  readonly colour?: Host['terminal']['colour'];
  /** What the person at the terminal types; without it there is no terminal. */
  readonly answers?: readonly string[];
  /** Whether it runs as a step of a CI service, in this folder of its. */
  readonly repository?: string;
  readonly homepage?: string;
  /** Where results are kept from one run to the next; nowhere without it. */
  readonly results?: Host['results'];
}

/** Runs a command line over files in memory; nothing else is replaced. */
export function run(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Options = {},
): Promise<Run> {
  return runOn(memoryTree(files), noRevisions, argv, options);
}

/** Runs a command line over the files of this repository. */
export function runHere(argv: readonly string[], options: Options = {}): Promise<Run> {
  return runIn(join(import.meta.dirname, '../..'), argv, options);
}

/** Runs a command line in a folder, with its files and its git. */
export function runIn(
  folder: string,
  argv: readonly string[],
  options: Options = {},
): Promise<Run> {
  const revisions = gitRevisions(runGit(folder, process.env), realpathSync(folder));
  return runOn(workingTree(folder), revisions, argv, options);
}

/**
 * Runs command lines in a folder that stays as it is, one after another: what git once answered there it
 * is not asked again.
 */
export function runsIn(
  folder: string,
): (argv: readonly string[], options?: Options) => Promise<Run> {
  const git = runGit(folder, process.env);
  const answers = new Map<string, ReturnType<typeof git>>();
  const remembering: typeof git = (args, input) => {
    const key = JSON.stringify([args, input]);
    const answer = answers.get(key) ?? git(args, input);
    answers.set(key, answer);
    return answer;
  };
  const revisions = gitRevisions(remembering, realpathSync(folder));
  return (argv, options = {}) => runOn(workingTree(folder), revisions, argv, options);
}

/** Runs a command line in a folder, and counts how often it starts git. */
export async function countGit(
  folder: string,
  argv: readonly string[],
): Promise<Run & { runs: number }> {
  let runs = 0;
  const git = runGit(folder, process.env);
  const counting: typeof git = (...args) => {
    runs += 1;
    return git(...args);
  };
  const run = await runOn(workingTree(folder), gitRevisions(counting, folder), argv, {});
  return { ...run, runs };
}

/** Files in memory have no history: what asks for one is told so, as outside a repository. */
const noRevisions: Revisions = gitRevisions(
  () => ({ status: 128, stdout: new Uint8Array(), stderr: 'fatal: not a git repository' }),
  '/',
);

async function runOn(
  tree: FileTree,
  revisions: Revisions,
  argv: readonly string[],
  options: Options,
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  let summary = '';
  const written: Record<string, string> = {};
  const bytes: Record<string, Uint8Array> = {};
  const edited = new Map<string, Uint8Array>();
  const removed: string[] = [];
  const answers = options.answers && [...options.answers];
  const files = withEdits(tree, edited);
  const exit = await main(argv, {
    files,
    revisions,
    today: () => options.today ?? '2023-05-01',
    stdin: () => {
      const text = options.stdin ?? '';
      return Promise.resolve(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    },
    out: (content) => {
      if (typeof content === 'string') stdout += content;
      else bytes['-'] = content;
    },
    note: (text) => {
      stderr += text;
    },
    write: (path, content) => {
      if (typeof content === 'string') written[path] = content;
      else bytes[path] = content;
    },
    replace: (path, expected, content) => {
      const stands = files.kind(path) === 'file' ? files.read(path, 1e9) : null;
      const same = stands instanceof Uint8Array && expected !== null && equal(stands, expected);
      if (!same && (stands !== null || expected !== null)) throw new ChangedFile('changed', '');
      edited.set(path, content);
    },
    remove: (path, expected) => {
      const stands = files.read(path, 1e9);
      if (!(stands instanceof Uint8Array) || !equal(stands, expected)) {
        throw new ChangedFile('changed', '');
      }
      edited.delete(path);
      removed.push(path);
    },
    ask:
      answers &&
      ((question) => {
        const answer = answers.shift();
        stderr += `${question}${answer ?? ''}\n`;
        return Promise.resolve(answer);
      }),
    results: options.results,
    terminal: {
      columns: options.columns,
      noteColumns: options.noteColumns,
      colour: options.colour ?? 0,
    },
    ci:
      options.repository === undefined
        ? {}
        : {
            repository: options.repository,
            addToSummary: (markdown) => {
              summary += markdown;
            },
          },
    version: '0.0.0-test',
    homepage: options.homepage,
  });
  const texts = [...edited].map(([path, bytes]) => [
    path,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  ]);
  return {
    exit,
    stdout,
    stderr,
    written,
    bytes,
    summary,
    edited: Object.fromEntries(texts),
    removed,
  };
}

/** Files as a run leaves them for its own next look. */
function withEdits(tree: FileTree, edited: ReadonlyMap<string, Uint8Array>): FileTree {
  return {
    ...tree,
    kind: (path) => (edited.has(path) ? 'file' : tree.kind(path)),
    read: (path, limit) => edited.get(path)?.subarray(0, limit + 1) ?? tree.read(path, limit),
  };
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
