import { delimiter, isAbsolute } from 'node:path';
import { RevisionError } from './revision-error.ts';

/** What one run of git gave, or why it did not run. */
export type GitRun =
  | { readonly status: number | null; readonly stdout: Uint8Array; readonly stderr: string }
  | { readonly fault: string };

/** Runs git with arguments and input, and waits for it. */
export type RunGit = (args: readonly string[], input?: string) => GitRun;

/**
 * A repository is as untrusted as what is in it. These switch off everything in its configuration
 * that would start a program while we read: monitors, hooks, signature checks; and repositories
 * that lie about inside another one.
 */
export const GIT_OPTIONS: readonly string[] = [
  '--no-pager',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'safe.bareRepository=explicit',
    'log.showSignature=false',
    'core.quotePath=false',
    // That grafts are left out (below) is no news.
    'advice.graftFileDeprecated=false',
  ].flatMap((setting) => ['-c', setting]),
];

const ENVIRONMENT: Readonly<Record<string, string>> = {
  // Paths are names, not patterns.
  GIT_LITERAL_PATHSPECS: '1',
  // Reading writes nothing.
  GIT_OPTIONAL_LOCKS: '0',
  // A partial clone fetches what it lacks, over any protocol its configuration names: not here.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  // Objects are what they were when their names were made.
  GIT_NO_REPLACE_OBJECTS: '1',
  // And commits have the parents that they were made with.
  GIT_GRAFT_FILE: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  // Messages that are recognised below.
  LC_ALL: 'C',
  LANGUAGE: 'C',
};

/** Settings of the environment that git refuses together with literal paths. */
const DROPPED = ['GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'];

/**
 * The environment git runs in: that of the person, and our limits. Git itself is never taken from
 * the repository, which may have a program of that name where a person looks for programs.
 */
export function gitEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  isInRepository: (folder: string) => boolean,
): Record<string, string | undefined> {
  const kept = Object.entries(environment).filter(([name]) => !DROPPED.includes(name));
  const path = environment['PATH'];
  const folders = path?.split(delimiter).filter((one) => isAbsolute(one) && !isInRepository(one));
  return {
    ...Object.fromEntries(kept),
    ...ENVIRONMENT,
    ...(folders && { PATH: folders.join(delimiter) }),
  };
}

/** An answer of git, whatever its exit code. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly stderr: string;
}

/** Asks git; that there is no git, or that it broke down, is an error with its way out. */
export function askGit(run: RunGit, args: readonly string[], input?: string): GitAnswer {
  const answer = run(args, input);
  if ('fault' in answer) throw notRunning(answer.fault);
  const { status, stdout, stderr } = answer;
  if (status === null) {
    throw new RevisionError('git was stopped before it answered', 'run the command again');
  }
  return {
    ok: status === 0,
    bytes: stdout,
    get text() {
      return new TextDecoder().decode(stdout);
    },
    stderr,
  };
}

/** As {@link askGit}, where an exit code other than 0 means that the question cannot be answered. */
export function demandGit(run: RunGit, args: readonly string[], input?: string): GitAnswer {
  const answer = askGit(run, args, input);
  if (!answer.ok) throw unexpected(args[0] ?? '', answer.stderr);
  return answer;
}

/** An answer that none of the messages here foresees: git's own words are the best there are. */
export function unexpected(command: string, stderr: string): RevisionError {
  const [line = ''] = stderr
    .split('\n')
    .filter((one) => /^(fatal|error):/.test(one))
    .slice(-1);
  const words = line.replace(/^(fatal|error): /, '');
  if (/promisor|lazy fetch|transport '.*' not allowed/.test(stderr)) return partialClone();
  return new RevisionError(
    `\`git ${command}\` could not answer${words === '' ? '' : `: ${words}`}`,
    '`git fsck` tells whether the repository is sound',
  );
}

/** What to say where a partial clone lacks an object. */
export function partialClone(): RevisionError {
  return new RevisionError('this is a partial clone that lacks the files asked for', PARTIAL_HELP);
}

export const PARTIAL_HELP =
  'fetch them with `git fetch --refetch --no-filter`, or clone without --filter';

function notRunning(code: string): RevisionError {
  if (code === 'ENOENT') {
    return new RevisionError(
      'git was not found, and revisions are read with it',
      'install git, or leave out the options that name a revision',
    );
  }
  if (code === 'ENOBUFS') {
    return new RevisionError(
      'git gave more than can be read at once',
      'name the folder that holds the plans after the command',
    );
  }
  return new RevisionError(
    `git could not be started (${code})`,
    'check that `git --version` works',
  );
}
