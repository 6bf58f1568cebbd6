import type { Day } from './model/day.ts';
import type { Progress } from './progress.ts';
import type { FileTree } from './source/file-tree.ts';
import type { Revisions } from './source/revisions.ts';
import type { Store } from './validate/known-results.ts';
import type { StartSecondThread } from './validate/put-away.ts';

/** Pages to be looked at on this machine while their sources are worked on. */
export interface Preview {
  /** 0 takes any that is free. */
  readonly port: number;
  /** What a path holds now; undefined where there is nothing. */
  answer(path: string): { readonly type: string; readonly content: string } | undefined;
  /** The folders whose files the pages are made from. */
  folders(): readonly string[];
  /** Is told that something in them has changed. */
  changed(): Promise<void>;
  /** Is told the address once it answers. */
  ready(address: string): void;
}

export { RevisionError } from './source/revision-error.ts';
export type { Store } from './validate/known-results.ts';

/** What a terminal can show. */
export interface Terminal {
  /** Its width in columns; undefined where output does not go to a terminal. */
  readonly columns: number | undefined;
  /** The same of the terminal that shows what is said about the run. */
  readonly noteColumns?: number | undefined;
  /** Chalk's level of colour, after NO_COLOR, FORCE_COLOR and the terminal: 0 is none. */
  readonly colour: 0 | 1 | 2 | 3;
}

/** A CI service, as far as results depend on it. */
export interface Ci {
  /** The folder of the repository, to which it takes paths as relative. */
  readonly repository?: string | undefined;
  /** Adds Markdown to the page that sums up a step. */
  readonly addToSummary?: ((markdown: string) => void) | undefined;
}

export type Ask = (question: string, several?: boolean) => Promise<string | undefined>;

/** All that the outside world is to the program: files, clock, output. */
export interface Host {
  readonly files: FileTree;
  /** The history of the files: git. */
  readonly revisions: Revisions;
  /** Today by the local clock: the default of `--as-of`, and the only use of a clock. */
  today(): Day;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  /** The result: standard output. */
  out(content: string | Uint8Array): void;
  /** What is said about the run: standard error. */
  note(text: string): void;
  /**
   * Where results are kept between runs, in the user's own files. Only in a repository unless it is
   * asked for; undefined where there is no place.
   */
  readonly results?: ((askedFor: boolean) => Store | undefined) | undefined;
  /** Starts a second thread that checks files beside this one, where there is a core for it. */
  readonly secondThread?: StartSecondThread | undefined;
  /** Writes a file whole or not at all; a {@link UsageError} says why it could not. */
  write(path: string, content: string | Uint8Array): void;
  /**
   * Replaces a file that was read, or makes one where `expected` is null; a {@link ChangedFile}
   * where it is not as expected any more.
   */
  replace(path: string, expected: Uint8Array | null, content: Uint8Array): void;
  /** Removes a file that was read; a {@link ChangedFile} where it is not as expected any more. */
  remove(path: string, expected: Uint8Array): void;
  /**
   * Asks the person at the terminal, where `several` for a text that may have several lines;
   * undefined at the end of input. Absent without a terminal.
   */
  readonly ask?: Ask | undefined;
  /** Serves a preview until the person ends it. */
  readonly serve?: ((preview: Preview) => Promise<void>) | undefined;
  readonly terminal: Terminal;
  /** Shows how far long work has come; undefined where nobody looks on. */
  readonly progress?: Progress | undefined;
  /** What a CI service says of the run it is part of; nothing elsewhere. */
  readonly ci: Ci;
  /** The version of the package. */
  readonly version: string;
  /** Where the project is at home, if its package says so: for links to its documentation. */
  readonly homepage: string | undefined;
}

export const ExitCode = {
  /** Done; nothing at error level. */
  ok: 0,
  /** Problems found. */
  problems: 1,
  /** Could not be done: usage, unreadable input or settings, nothing found. */
  failed: 2,
  /** A fault of this program. */
  fault: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The request cannot be carried out as given: exit code 2, with the way out. */
export class UsageError extends Error {
  readonly help: string | undefined;
  /** What the message speaks of, each on a line of its own below it. */
  readonly details: readonly string[];
  constructor(message: string, help?: string, details: readonly string[] = []) {
    super(message);
    this.name = 'UsageError';
    this.help = help;
    this.details = details;
  }
}

/** A file is not as it was when it was read: what someone else wrote must not be lost. */
export class ChangedFile extends UsageError {
  constructor(message: string, help: string) {
    super(message, help);
    this.name = 'ChangedFile';
  }
}
