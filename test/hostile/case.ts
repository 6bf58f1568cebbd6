/** Something that is neither a text nor bytes and stands where a file could. */
export type Special =
  | { readonly link: string }
  /** A second name of a file made before. */
  | { readonly same: string }
  | { readonly pipe: true }
  | { readonly socket: true }
  /** A file of so many bytes of which none is on the disk. */
  | { readonly hole: number }
  | { readonly folder: true; readonly mode?: number }
  | { readonly text: string; readonly mode: number };

/** What stands in a file; what is large is made when it is needed. */
export type Content = string | Uint8Array | Special | (() => string);

/** The folders of one case. Beside the one it runs in lie a home and a folder that is nobody's business. */
export interface Place {
  readonly root: string;
  readonly here: string;
  readonly home: string;
  readonly outside: string;
}

/** What a run left: its result, and what it cost. */
export interface Done {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Bytes that went to standard output and are no text. */
  readonly bytes: Uint8Array | undefined;
  /** The time in which it worked: a busy machine is no fault of the program. */
  readonly milliseconds: number;
  /** The time that went by. */
  readonly passed: number;
  /** The most memory held at a time, in MiB. */
  readonly mebibytes: number;
}

/**
 * One attack, or one accident: what is made, what is run, what is right, what would be a failure. What
 * every case is held to beside that stands in `judge.ts`.
 */
export interface Case {
  readonly id: string;
  readonly files?: Readonly<Record<string, Content>>;
  /** What no list of files can say: a repository, names that are no text. */
  readonly make?: (place: Place) => void;
  readonly argv: readonly string[];
  /** Added to an environment that has a path, a home and nothing else; null takes one of these out. */
  readonly env?: Readonly<Record<string, string | null>>;
  readonly stdin?: string;
  /** Run by this command line, of which the program and its words are the last part. */
  readonly by?: readonly string[] | ((place: Place) => readonly string[]);
  /** Run as somebody who is not root, whom modes bind. */
  readonly asNobody?: boolean;
  /** A program that not every machine has, or lets everybody use. */
  readonly needs?: 'unshare' | 'script';
  /** The right exit code; one of several where another program decides by its pace. */
  readonly exit: 0 | 1 | 2 | readonly (0 | 1 | 2)[];
  /** What the person is told, each somewhere in both outputs. */
  readonly says: readonly (string | RegExp)[];
  /** What would be a failure, in words. */
  readonly wrong: string;
  /** What must be in neither output. */
  readonly never?: readonly (string | RegExp)[];
  /** Files it may make or change, from the root of the case. */
  readonly writes?: readonly string[];
  /** What of the result is wrong, beyond what a search in the outputs can tell. */
  readonly check?: (done: Done, place: Place) => readonly string[] | Promise<readonly string[]>;
  /** Only in the long run: it takes seconds to make. */
  readonly long?: boolean;
  /** What it may take where that is more than every case may: a person raised the limit by a flag. */
  readonly most?: { readonly milliseconds?: number; readonly mebibytes?: number };
}

/** The cases of a class, and how they are run. */
export interface CaseClass {
  readonly name: string;
  readonly cases: readonly Case[];
}

export const AS_OF = ['--as-of', '2023-05-01'] as const;
export const VALIDATE = ['validate', '.', '--format', 'compact', ...AS_OF] as const;
