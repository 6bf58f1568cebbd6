/**
 * A golden file: input files, a command line, and what it must print.
 *
 *   === file plan.yaml
 *   …
 *   === answers
 *   … (what is typed at a terminal, a line each)
 *   === $ actionplan validate plan.yaml
 *   === stdout
 *   …
 *   === stderr
 *   …
 *   === exit 1
 *   === edited plan.yaml
 *   … (files that were changed, as they are now)
 *
 * Without input files the command runs on the plans of this repository. Text before the first
 * mark says what the case is about.
 */
export interface Golden {
  readonly about: string;
  readonly files: Readonly<Record<string, string>>;
  readonly answers?: string | undefined;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  readonly edited?: Readonly<Record<string, string>>;
}

export function parseGolden(text: string): Golden {
  const [about = '', ...sections] = text.split(/^=== /m);
  const files: Record<string, string> = {};
  const golden = {
    about,
    files,
    answers: undefined as string | undefined,
    command: '',
    stdout: '',
    stderr: '',
    exit: 0,
  };
  for (const section of sections) {
    const newline = section.indexOf('\n');
    const head = newline < 0 ? section : section.slice(0, newline);
    const body = newline < 0 ? '' : section.slice(newline + 1);
    if (head.startsWith('file ')) files[head.slice(5)] = body;
    else if (head.startsWith('$ ')) golden.command = head.slice(2);
    else if (head === 'stdout') golden.stdout = body;
    else if (head === 'stderr') golden.stderr = body;
    else if (head === 'answers') golden.answers = body;
    else if (head.startsWith('edited ')) continue;
    else if (head.startsWith('exit ')) golden.exit = Number(head.slice(5));
    else throw new Error(`unknown mark in a golden file: === ${head}`);
  }
  return golden;
}

export function writeGolden(golden: Golden): string {
  const files = Object.entries(golden.files).map(([name, body]) => `=== file ${name}\n${body}`);
  return [
    golden.about,
    ...files,
    golden.answers === undefined ? '' : `=== answers\n${golden.answers}`,
    `=== $ ${golden.command}\n`,
    `=== stdout\n${golden.stdout}`,
    `=== stderr\n${golden.stderr}`,
    `=== exit ${golden.exit}\n`,
    ...Object.entries(golden.edited ?? {}).map(([name, body]) => `=== edited ${name}\n${body}`),
  ].join('');
}

/** Splits a command line as a shell does, as far as words and quotes go. */
export function splitCommand(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}
