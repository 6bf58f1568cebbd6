import { type Command, Option } from 'commander';
import { CHANGE_TYPES, type Change } from '../changes/change.ts';
import { diffPlans } from '../changes/diff.ts';
import { type Host, UsageError } from '../host.ts';
import { changesJson, type Side } from '../render/changes-json.ts';
import { changesMarkdown } from '../render/changes-markdown.ts';
import { changesPretty } from '../render/changes-pretty.ts';
import { cleanText } from '../render/clean-text.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { Loaded } from '../source/load.ts';
import type { Revision } from '../source/resolve-revision.ts';
import { loadUnlike, refuseSparse, requireEither } from './base.ts';
import { placesOf, requireReadable } from './comparison.ts';
import { counted, pathsOrDefault } from './flags.ts';
import { noteAboutReading, type Reading } from './reading.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly format: 'pretty' | 'markdown' | 'json';
  readonly output?: string;
}

export function addDiff(program: Command, session: Session): void {
  program
    .command('diff')
    .summary('show which commitments changed between two revisions')
    .description(
      'Shows how commitments changed: matched by id, so that order, wrapping and moved files are no change.',
    )
    .argument('[base]', 'the older revision (default: HEAD)')
    .argument('[head]', 'the newer revision (default: the working tree)')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .addOption(
      new Option('--format <format>', 'how changes are written')
        .choices(['pretty', 'markdown', 'json'])
        .default('pretty'),
    )
    .option('--output <file>', 'write to a file')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan diff                      what is not committed yet
  $ actionplan diff main                 what differs from the branch main
  $ actionplan diff v1 v2 plans          what changed from one revision to another
  $ actionplan diff HEAD ./plans/a.yaml  in one file; \`./\` tells a path from a revision`,
    )
    .action((base: string | undefined, head: string | undefined, paths: string[], flags: Flags) => {
      const words = [base, head, ...paths].filter((word) => word !== undefined);
      runDiff(session, words, flags);
    });
}

/** The two sides of a comparison, and where to look. */
interface Asked {
  readonly base: Revision;
  readonly head: Revision | null;
  readonly paths: readonly string[];
}

function runDiff(session: Session, words: readonly string[], flags: Flags): void {
  const { host } = session;
  const asked = readWords(host, words);
  const before = { tree: host.revisions.tree(asked.base), revision: asked.base };
  const after: Reading =
    asked.head === null
      ? { tree: host.files, revision: null }
      : { tree: host.revisions.tree(asked.head), revision: asked.head };
  const paths = pathsOfEither([after.tree, before.tree], asked.paths);
  if (asked.head === null) refuseSparse(host, paths);
  const old = loadUnlike(before.tree, after.tree, paths);
  const now = loadUnlike(after.tree, before.tree, paths);
  const plans = [old, now].flatMap(({ files, unchanged }) => [
    ...files.filter(({ kind }) => kind === 'plan' || kind === undefined),
    ...unchanged,
  ]);
  requireEither(paths, [before.tree, after.tree], plans.length);
  requireReadable(old, asked.base.rev);
  requireReadable(now, asked.head?.rev ?? 'the working tree');
  const changes = diffPlans({ before: old.portfolio, after: now.portfolio });
  const text = write(session, asked, changes, [old, now], flags);
  if (flags.output === undefined) host.out(text);
  else {
    host.write(flags.output, text);
    host.note(`written to ${cleanText(flags.output)}\n`);
  }
  noteAboutReading(host, now);
  host.note(`${summaryLine(asked, changes)}\n`);
}

/**
 * The first words may be revisions, the others are paths. A word that could be both is refused: to
 * guess would answer another question than was asked.
 */
function readWords({ files, revisions }: Host, words: readonly string[]): Asked {
  const found: Revision[] = [];
  let rest = [...words];
  while (rest.length > 0 && found.length < 2) {
    const [word = ''] = rest;
    const isPath = files.kind(word) !== 'missing';
    if (/^(\.{0,2}\/|\.{1,2}$)/.test(word)) break;
    const revision = revisions.find(word);
    if (revision && isPath) {
      throw new UsageError(
        `"${cleanText(word)}" is both a revision and a path`,
        `write ./${cleanText(word)} for the path, or refs/heads/${cleanText(word)} for the branch`,
      );
    }
    // A file that is gone is named after the revision that had it.
    if (!revision && (isPath || (found.length > 0 && /\.ya?ml$/i.test(word)))) break;
    found.push(revision ?? revisions.resolve(word));
    rest = rest.slice(1);
  }
  const [base = revisions.resolve('HEAD'), head = null] = found;
  return { base, head, paths: rest };
}

function pathsOfEither(trees: readonly FileTree[], paths: readonly string[]): readonly string[] {
  const [first, second] = trees.map((tree) => pathsOrDefault(tree, paths));
  // The default is `plans` where either side has it.
  return (first?.[0] === '.' && paths.length === 0 ? second : first) ?? ['.'];
}

function write(
  session: Session,
  { base, head }: Asked,
  changes: readonly Change[],
  [old, now]: readonly [Loaded, Loaded],
  flags: Flags,
): string {
  const places = placesOf([old], [now]);
  const newSide: Side = head ?? { rev: null, commit: null };
  if (flags.format === 'json') return changesJson(base, newSide, changes, places);
  if (flags.format === 'markdown') {
    const title = `Changes from ${base.rev} to ${head?.rev ?? 'the working tree'}`;
    return changesMarkdown(title, changes, places.now);
  }
  const style = flags.output === undefined ? session.style() : { columns: undefined, colour: 0 };
  return changesPretty(changes, places.now, style as ReturnType<Session['style']>);
}

function summaryLine({ base, head }: Asked, changes: readonly Change[]): string {
  const sides = `from ${cleanText(base.rev)} to ${cleanText(head?.rev ?? 'the working tree')}`;
  if (changes.length === 0) return `no commitment changed ${sides}`;
  const totals = CHANGE_TYPES.flatMap((type) => {
    const count = changes.filter((one) => one.type === type).length;
    return count === 0 ? [] : [`${count} ${type}`];
  });
  return `${counted(changes.length, 'change')} ${sides}: ${totals.join(', ')}`;
}
