import { demandGit } from './git.ts';
import type { Repository } from './repository.ts';

/** One file that a commit changed. Empty objects stand for a file that is not there. */
export interface FileChange {
  readonly path: string;
  /** The content before, in each parent: one of a plain commit, several of a merge. */
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

/** A commit with what it changed. A merge lists only what differs from all of its parents. */
export interface Commit {
  readonly commit: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** The day on which it was written, where its author was. */
  readonly date: string;
  readonly subject: string;
  readonly files: readonly FileChange[];
}

const HEADER = ['%x01%H', '%P', '%an', '%ad', '%s', ''].join('%x00');

/** Every commit up to a revision, ancestors first, with the files it changed. */
export function commitsUntil({ git }: Repository, commit: string): Commit[] {
  const list = demandGit(git, ['rev-list', '--topo-order', '--reverse', commit, '--']).text;
  const flags = ['--stdin', '--root', '-r', '-c', '--raw', '-z', '--no-renames', '--no-abbrev'];
  const format = ['--always', '--encoding=UTF-8', '--date=short', `--format=format:${HEADER}`];
  const { text } = demandGit(git, ['diff-tree', ...flags, ...format], list);
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
        date,
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

/** Reads `:MODE MODE OBJECT OBJECT STATUS`; with as many colons and old values as parents. */
function fileChange(raw: string, path: string): FileChange {
  const parents = /^:+/.exec(raw)?.[0].length ?? 1;
  const fields = raw.slice(parents).split(' ');
  const modes = fields.slice(0, parents + 1);
  const objects = fields.slice(parents + 1, 2 * parents + 2);
  const contents = objects.map((object, index) => (isFile(modes[index]) ? object : null));
  return { path, before: contents.slice(0, parents), after: contents[parents] ?? null };
}

function isFile(mode: string | undefined): boolean {
  return mode?.startsWith('100') ?? false;
}
