import type { Command } from 'commander';
import { CHANGE_TYPES, type Change } from '../changes/change.ts';
import { diffPlans } from '../changes/diff.ts';
import { type Host, UsageError } from '../host.ts';
import { counted } from '../model/words.ts';
import { changesJson } from '../render/changes-json.ts';
import { changesMarkdown } from '../render/changes-markdown.ts';
import { changesPretty } from '../render/changes-pretty.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Style } from '../render/colours.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { Loaded } from '../source/load.ts';
import type { Revision } from '../source/resolve-revision.ts';
import { loadBefore, loadUnlike, refuseSparse, requireEither } from './base.ts';
import {
  addWriting,
  CHANGE_FORMATS,
  type ChangeFormat,
  placesOf,
  requireReadable,
  type WritingFlags,
  writeResult,
} from './comparison.ts';
import { pathsOrDefault } from './flags.ts';
import { noteAboutReading, type Reading } from './reading.ts';
import type { Session } from './session.ts';

export function addDiff(program: Command, session: Session): void {
  const command = program
    .command('diff')
    .summary('show which commitments changed between two revisions')
    .description(
      'Shows how commitments changed: matched by id, so that order, wrapping and moved files are no change.',
    )
    .argument('[base]', 'the older revision (default: HEAD)')
    .argument('[head]', 'the newer revision (default: the working tree)')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)');
  addWriting(command, CHANGE_FORMATS)
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan diff                      what is not committed yet
  $ actionplan diff main                 what differs from the branch main
  $ actionplan diff v1 v2 plans          what changed from one revision to another
  $ actionplan diff HEAD ./plans/a.yaml  in one file; \`./\` tells a path from a revision`,
    )
    .action(
      async (
        base: string | undefined,
        head: string | undefined,
        paths: string[],
        flags: WritingFlags<ChangeFormat>,
      ) => {
        const words = [base, head, ...paths].filter((word) => word !== undefined);
        await runDiff(session, words, flags);
      },
    );
}

/** The two sides of a comparison, and where to look. */
interface Asked {
  readonly base: Revision;
  readonly head: Revision | null;
  readonly paths: readonly string[];
}

async function runDiff(
  session: Session,
  words: readonly string[],
  flags: WritingFlags<ChangeFormat>,
): Promise<void> {
  const { host } = session;
  const asked = readWords(host, words);
  const before = { tree: host.revisions.tree(asked.base), revision: asked.base };
  const after: Reading =
    asked.head === null
      ? { tree: host.files, revision: null }
      : { tree: host.revisions.tree(asked.head), revision: asked.head };
  const paths = pathsOfEither([after.tree, before.tree], asked.paths);
  if (asked.head === null) refuseSparse(host, paths);
  const now = loadUnlike(after.tree, before.tree, paths);
  const old = loadBefore(host, before.tree, { tree: after.tree, paths, loaded: now });
  const plans = [old, now].flatMap(({ files, unchanged }) => [
    ...files.filter(({ kind }) => kind === 'plan' || kind === undefined),
    ...unchanged,
  ]);
  requireEither(paths, [before.tree, after.tree], plans.length);
  requireReadable(old, asked.base.rev);
  requireReadable(now, asked.head?.rev ?? 'the working tree');
  const changes = diffPlans({ before: old.portfolio, after: now.portfolio });
  const sides = [old, now] as const;
  await writeResult(session, CHANGE_FORMATS, flags, sides, (format, style) =>
    written(asked, changes, sides, format, style),
  );
  noteAboutReading(host, now);
  host.note(`${cleanText(summaryLine(sidesInWords(asked), changes))}\n`);
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

async function written(
  { base, head }: Asked,
  changes: readonly Change[],
  [old, now]: readonly [Loaded, Loaded],
  format: ChangeFormat,
  style: Style,
): Promise<string> {
  const places = placesOf([old], [now]);
  const title = `Changes ${sidesInWords({ base, head })}`;
  switch (format) {
    case 'json':
      return changesJson(base, head ?? { rev: null, commit: null }, changes, places);
    case 'markdown':
      return changesMarkdown(title, changes, places.now);
    case 'html':
      return (await import('../render/changes-html.ts')).changesHtml(title, changes, places.now);
    case 'pretty':
      return changesPretty(changes, places.now, style);
  }
}

function sidesInWords({ base, head }: Pick<Asked, 'base' | 'head'>): string {
  return `from ${base.rev} to ${head?.rev ?? 'the working tree'}`;
}

function summaryLine(sides: string, changes: readonly Change[]): string {
  if (changes.length === 0) return `no commitment changed ${sides}`;
  const totals = CHANGE_TYPES.flatMap((type) => {
    const count = changes.filter((one) => one.type === type).length;
    return count === 0 ? [] : [`${count} ${type}`];
  });
  return `${counted(changes.length, 'change')} ${sides}: ${totals.join(', ')}`;
}
