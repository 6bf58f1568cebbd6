import { ExitCode, type Host, UsageError } from '../host.ts';
import { compareText } from '../model/diagnostic.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { Loaded } from '../source/load.ts';
import type { Revision } from '../source/resolve-revision.ts';
import type { Validation } from '../validate/validate.ts';
import { type Counted, DOUBLED_HELP, doubledFiles, type LineOf } from './doubled-ids.ts';
import { notCheckedInWords, settingsInWords } from './run-notes.ts';
import type { Session } from './session.ts';

/** Where a command reads from: a revision, or the working tree where none is asked for. */
export interface Reading {
  readonly tree: FileTree;
  readonly revision: Revision | null;
}

/** The files `--at` asks for. */
export function readingAt({ files, revisions }: Host, rev: string | undefined): Reading {
  if (rev === undefined) return { tree: files, revision: null };
  const revision = revisions.resolve(rev);
  return { tree: revisions.tree(revision), revision };
}

/** Refuses paths that a revision does not have: they may be in the working tree, or in another one. */
export function requireThere({ tree, revision }: Reading, paths: readonly string[]): void {
  if (revision === null) return;
  const missing = paths.find((path) => tree.kind(path) === 'missing');
  if (missing === undefined) return;
  const path = cleanText(missing);
  throw new UsageError(
    `${path} is not in ${cleanText(revision.rev)} (${revision.commit.slice(0, 7)})`,
    `choose another revision, or the path that it had there: \`git log --follow -- ${path}\` shows its commits`,
  );
}

/** Says what was left out of a run and why, so that nothing is skipped in silence. */
export function noteAboutReading(
  host: Host,
  loaded: Loaded,
  { leftAside = [], notChecked }: Partial<Validation> = {},
): void {
  for (const file of loaded.ignored) {
    host.note(`${cleanText(file)} is left out: settings ignore it\n`);
  }
  for (const file of [...loaded.faultyContext, ...leftAside]) {
    host.note(`${cleanText(file)}, which was not asked about, has faults of its own\n`);
  }
  if (notChecked) host.note(`${cleanText(notCheckedInWords(notChecked))}\n`);
  for (const file of loaded.unusedSettings) {
    host.note(`${cleanText(file)} is not used: ${cleanText(settingsInWords(loaded))}\n`);
  }
}

/** Paths that hold no file of ours are more likely wrong paths than a project without any. */
export function requireFiles(tree: FileTree, paths: readonly string[], loaded: Loaded): void {
  if (loaded.files.some((read) => read.kind !== 'settings')) return;
  if (loaded.files.length > 0 && paths.some((path) => tree.kind(path) === 'file')) return;
  requirePlans(paths, loaded);
}

/** A report of no plan would look like good news. */
export function requirePlans(paths: readonly string[], loaded: Loaded): void {
  if (loaded.files.some((read) => read.kind === 'plan' || read.kind === undefined)) return;
  if (loaded.diagnostics.length > 0) return;
  const where = paths.map(cleanText).join(', ');
  const ignored = loaded.ignored.length > 0 ? ' (settings ignore some files there)' : '';
  throw new UsageError(
    `no plan found in ${where}${ignored}`,
    'name the folder or file that holds the plans after the command, or begin one: actionplan new plan',
  );
}

/** The files that cannot be trusted to say all they hold, each with its first fault. */
export function faultyFiles(loaded: Loaded): ReadonlyMap<string, string> {
  const faulty = new Map<string, string>();
  for (const { file, range, rule, message, help } of loaded.diagnostics) {
    // A file that was not even opened has no lines, and `validate` would say no more of it.
    const unopened = `${message}${help === null ? '' : ` (${help})`}`;
    const reason = rule === 'file-readable' ? unopened : `line ${range.start.line}: ${message}`;
    if (!faulty.has(file)) faulty.set(file, reason);
  }
  return faulty;
}

/**
 * The files that nothing may be counted of, each with why; undefined where that stops the run. What is
 * made of half a file would look whole, and what stands twice would count twice: so either stops it,
 * unless such files may be left out.
 */
export function filesToLeaveOut(
  session: Session,
  loaded: Loaded,
  asked: { readonly counted: Counted; readonly lineOf: LineOf; readonly what: string },
  skip: boolean | undefined,
): ReadonlyMap<string, string> | undefined {
  const { host } = session;
  const faulty = faultyFiles(loaded);
  const doubled = doubledFiles(asked.counted, asked.lineOf);
  const all = new Map([...doubled, ...faulty].sort(([a], [b]) => compareText(a, b)));
  if (all.size === 0 || skip) return all;
  for (const [file, reason] of all) {
    host.note(`error: ${cleanText(file)}: ${cleanText(reason)}\n`);
  }
  const onlyDoubled = all.size - faulty.size;
  const why = [
    ...(faulty.size > 0 ? [`${counted(faulty.size, 'file')} cannot be read`] : []),
    ...(onlyDoubled > 0
      ? [
          `${counted(onlyDoubled, 'file')} ${onlyDoubled === 1 ? 'has an id that is' : 'have ids that are'} given twice`,
        ]
      : []),
  ];
  const help = [
    ...(onlyDoubled > 0 ? [DOUBLED_HELP] : ['`actionplan validate` shows every fault']),
    '--skip-invalid leaves such files out and says so',
  ];
  host.note(`${why.join(', and ')}, so there is no ${asked.what}\nhelp: ${help.join('; ')}\n`);
  session.exit(ExitCode.failed);
  return undefined;
}
