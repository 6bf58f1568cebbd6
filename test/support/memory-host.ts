import { ChangedFile, type ExitCode, type Host } from '../../src/host.ts';
import { main } from '../../src/main.ts';
import { type FileTree, memoryTree } from '../../src/source/file-tree.ts';
import { workingTree } from '../../src/source/working-tree.ts';

/** What one run printed and wrote. */
export interface Run {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
  /** Files that were read and replaced, or made. */
  readonly edited: Readonly<Record<string, string>>;
}

interface Options {
  readonly today?: string;
  readonly stdin?: string | Uint8Array;
  readonly columns?: number;
  readonly colour?: Host['terminal']['colour'];
  /** What the person at the terminal types; without it there is no terminal. */
  readonly answers?: readonly string[];
}

/** Runs a command line over files in memory; nothing else is replaced. */
export function run(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Options = {},
): Promise<Run> {
  return runOn(memoryTree(files), argv, options);
}

/** Runs a command line over the files of this repository. */
export function runHere(argv: readonly string[], options: Options = {}): Promise<Run> {
  return runOn(workingTree(new URL('../..', import.meta.url).pathname), argv, options);
}

async function runOn(tree: FileTree, argv: readonly string[], options: Options): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const written: Record<string, string> = {};
  const edited = new Map<string, Uint8Array>();
  const answers = options.answers && [...options.answers];
  const files = withEdits(tree, edited);
  const exit = await main(argv, {
    files,
    today: () => options.today ?? '2023-05-01',
    stdin: () => {
      const text = options.stdin ?? '';
      return Promise.resolve(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    },
    out: (text) => {
      stdout += text;
    },
    note: (text) => {
      stderr += text;
    },
    write: (path, text) => {
      written[path] = text;
    },
    replace: (path, expected, content) => {
      const stands = files.kind(path) === 'file' ? files.read(path, 1e9) : null;
      const same = stands instanceof Uint8Array && expected !== null && equal(stands, expected);
      if (!same && (stands !== null || expected !== null)) throw new ChangedFile('changed', '');
      edited.set(path, content);
    },
    ask:
      answers &&
      ((question) => {
        const answer = answers.shift();
        stderr += `${question}${answer ?? ''}\n`;
        return Promise.resolve(answer);
      }),
    terminal: { columns: options.columns, colour: options.colour ?? 0 },
    version: '0.0.0-test',
  });
  const texts = [...edited].map(([path, bytes]) => [
    path,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  ]);
  return { exit, stdout, stderr, written, edited: Object.fromEntries(texts) };
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
