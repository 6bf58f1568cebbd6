import type { Command } from 'commander';
import { EditError } from '../edit/edit-error.ts';
import { formatText } from '../edit/format.ts';
import { resolveLog } from '../edit/resolve-log.ts';
import { ExitCode, UsageError } from '../host.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { unifiedDiff } from '../render/unified-diff.ts';
import { load } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { openFile, saveFile } from './editing.ts';
import { pathsOrDefault } from './flags.ts';
import { noteAboutReading, requirePlans } from './reading.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly resolveLog?: boolean;
}

export function addFmt(program: Command, session: Session): void {
  program
    .command('fmt')
    .summary('lay out files in the one way, keeping what they say and every comment')
    .description(
      'Lays out plans, owners, standards and settings: fields in the order of the format, two spaces a level, long texts wrapped at 100 columns, quotes only where they are needed. What a file says, and its comments, stay as they are.',
    )
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .option('--check', 'write nothing; name the files that would change, and exit with 1')
    .option('--diff', 'write nothing; show what would change')
    .option(
      '--resolve-log',
      'merge the two sides of a git conflict that both added progress entries',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan fmt                    lay out the folder plans
  $ actionplan fmt --check            in CI: fail where a file is laid out otherwise
  $ actionplan fmt --diff plans/a.yaml
  $ actionplan fmt --resolve-log plans/a.yaml   after a merge: keep the entries of both sides`,
    )
    .action((paths: string[], flags: Flags) =>
      flags.resolveLog ? runResolveLog(session, paths, flags) : runFmt(session, paths, flags),
    );
}

function runFmt(session: Session, paths: readonly string[], flags: Flags): void {
  const { host } = session;
  const all = pathsOrDefault(host.files, paths);
  const loaded = load(host.files, all);
  if (loaded.files.length === 0) requirePlans(all, loaded);
  noteAboutReading(host, loaded);
  let changed = 0;
  let failed = 0;
  for (const read of loaded.files) {
    const result = formatOne(session, read, flags);
    if (result === 'changed') changed += 1;
    if (result === 'failed') failed += 1;
  }
  for (const { file, message, rule } of loaded.diagnostics) {
    if (rule !== 'file-readable') continue;
    host.note(`error: ${cleanText(file)}: ${cleanText(message)}\n`);
    failed += 1;
  }
  const dry = flags.check || flags.diff;
  const kept = loaded.files.length - changed - failed;
  host.note(
    `${counted(changed, 'file')} ${dry ? 'would be laid out anew' : 'laid out anew'}, ${kept} as they should be${failed > 0 ? `, ${failed} not laid out` : ''}\n`,
  );
  if (failed > 0) session.exit(ExitCode.failed);
  else if (flags.check && changed > 0) session.exit(ExitCode.problems);
}

function formatOne(session: Session, read: FileRead, flags: Flags): 'changed' | 'same' | 'failed' {
  const { host } = session;
  const file = cleanText(read.file);
  const fault = read.diagnostics.find(({ rule }) => rule !== 'schema');
  if (read.kind === undefined) {
    host.note(`error: ${file}: ${cleanText(fault?.message ?? 'it cannot be read')}\n`);
    return 'failed';
  }
  try {
    const opened = openFile(host, read.file);
    const text = formatText(opened.text, read.kind);
    if (text === opened.text) return 'same';
    if (flags.diff) host.out(unifiedDiff(read.file, opened.text, text, session.style()));
    else if (flags.check) host.out(`${file}\n`);
    else {
      saveFile(host, opened, text);
      host.out(`${file}\n`);
    }
    return 'changed';
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    host.note(`error: ${file}: ${cleanText(error.message)}\nhelp: ${error.help ?? ''}\n`);
    return 'failed';
  }
}

/** Merges the logs of files that git left in conflict. */
function runResolveLog(session: Session, paths: readonly string[], flags: Flags): void {
  const { host } = session;
  if (paths.length === 0) {
    throw new UsageError('name the file that is in conflict', '`git status` lists such files');
  }
  let changed = 0;
  for (const path of paths) {
    const opened = openFile(host, path);
    try {
      const { text, added } = resolveLog(opened.text);
      changed += 1;
      const file = cleanText(path);
      if (flags.diff || flags.check) {
        host.out(unifiedDiff(path, opened.text, text, session.style()));
      } else saveFile(host, opened, text);
      const entries = `${added} progress ${added === 1 ? 'entry' : 'entries'}`;
      host.note(`${file}: ${entries} of the other side merged; look at the result, then git add\n`);
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      throw new UsageError(`${cleanText(path)}: ${cleanText(error.message)}`, error.help);
    }
  }
  if (flags.check && changed > 0) session.exit(ExitCode.problems);
}
