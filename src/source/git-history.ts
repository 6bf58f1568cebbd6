import { demandGit } from './git.ts';
import type { Repository } from './repository.ts';

/** One file that a commit changed, against its first parent. */
export interface FileChange {
  readonly path: string;
  /** Its new content; null where the file is no longer there. */
  readonly object: string | null;
}

/** A commit with what it changed. */
export interface Commit {
  readonly commit: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** The day on which it was written, where its author was. */
  readonly date: string;
  readonly subject: string;
  readonly files: readonly FileChange[];
}

const DAY = /^\d{4}-\d\d-\d\d$/;
/** What git shows for a time that it cannot read; for one before it, it shows nothing. */
const NO_DAY = '1970-01-01';

const HEADER = ['%x01%H', '%P', '%an', '%ad', '%s', ''].join('%x00');

/** Every commit up to a revision, ancestors first, with the files it changed. */
export function commitsUntil({ git }: Repository, commit: string): Commit[] {
  const list = demandGit(git, ['rev-list', '--topo-order', '--reverse', commit, '--']).text;
  const flags = ['--stdin', '--root', '-r', '--raw', '-z', '--no-renames', '--no-abbrev'];
  const merges = '--diff-merges=first-parent';
  const format = ['--always', '--encoding=UTF-8', '--date=short', `--format=format:${HEADER}`];
  const { text } = demandGit(git, ['diff-tree', ...flags, merges, ...format], list);
  return parseCommits(text.split('\0'));
}

function parseCommits(tokens: readonly string[]): Commit[] {
  const commits: Commit[] = [];
  let files: FileChange[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = (tokens[at] ?? '').replace(/^\n/, '');
    if (token.startsWith('\u0001')) {
      const [parents = '', author = '', date = '', subject = ''] = tokens.slice(at + 1, at + 5);
      files = [];
      commits.push({
        commit: token.slice(1),
        parents: parents.split(' ').filter((one) => one !== ''),
        author,
        date: DAY.test(date) ? date : NO_DAY,
        subject,
        files,
      });
      at += 4;
    } else if (token.startsWith(':')) {
      files.push(fileChange(token, tokens[at + 1] ?? ''));
      at += 1;
    }
  }
  return commits;
}

/** Reads `:MODE MODE OBJECT OBJECT STATUS`. */
function fileChange(raw: string, path: string): FileChange {
  const [, mode = '', , object = ''] = raw.split(' ');
  return { path, object: mode.startsWith('100') ? object : null };
}
