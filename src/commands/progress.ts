import { type Command, Option } from 'commander';
import { ExitCode, UsageError } from '../host.ts';
import { STATUSES } from '../model/plan-file.ts';
import { cleanText } from '../render/clean-text.ts';
import { unifiedDiff } from '../render/unified-diff.ts';
import type { Loaded } from '../source/load.ts';
import { settle, tryEntry } from './add-entry.ts';
import { actionCard, askEntry } from './ask-entry.ts';
import { askAction } from './ask-which.ts';
import { withRaces } from './editing.ts';
import { checkEntry, type NewEntry } from './entry.ts';
import { findAction } from './find-action.ts';
import { listFlag, pathsOrDefault } from './flags.ts';
import { readPlans } from './read-whole.ts';
import { runRound } from './round.ts';
import type { Session } from './session.ts';

export interface ProgressFlags {
  readonly status?: string;
  readonly text?: string;
  readonly date?: string;
  readonly target?: string;
  readonly by?: readonly string[];
  readonly completed?: string;
  readonly evidence?: readonly string[];
  readonly round?: string;
  readonly owner?: readonly string[];
  readonly plan?: readonly string[];
  readonly dryRun?: boolean;
}

export function addProgress(program: Command, session: Session): void {
  program
    .command('progress')
    .summary("add an entry to an action's log of progress")
    .description(
      "Adds an entry at the end of an action's log, and changes nothing else in the file. On a terminal it asks for what is missing. An entry that would break a rule is not written.",
    )
    .argument('[action]', 'the action, as PLAN/ACTION')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .addOption(new Option('--status <status>', 'where the action stands now').choices(STATUSES))
    .option('--text <text>', 'what was done, in the words of the update')
    .option('--date <date>', 'the day of the update (default: today)')
    .option('--target <target>', 'a new target: the text must say why it moved')
    .option('--by <name>', 'who reports (may be repeated)', listFlag)
    .option('--completed <date>', 'with status complete: the day it was done, if earlier')
    .option('--evidence <title[=place]>', 'what shows it (may be repeated)', listFlag)
    .option('--round <name>', 'go through all open actions of an update round, one by one')
    .option(
      '--owner <name>',
      'with --round: only actions of this owner (may be repeated)',
      listFlag,
    )
    .option('--plan <id>', 'with --round: only this plan (may be repeated)', listFlag)
    .option('--dry-run', 'show the edit as a diff and write nothing')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan progress records/1.1                  asks for status and text
  $ actionplan progress records/1.1 --status complete --text "The guide is published."
  $ actionplan progress records/1.1 --status in-progress --target 2023-09 \\
      --text "Moved because the new record system is delivered late."
  $ actionplan progress --round "March 2023" --owner "Records team"`,
    )
    .action(async (action: string | undefined, paths: string[], flags: ProgressFlags) => {
      if (flags.round !== undefined) {
        await runRound(
          session,
          flags.round,
          action === undefined ? paths : [action, ...paths],
          flags,
        );
      } else await runProgress(session, action, paths, flags);
    });
}

async function runProgress(
  session: Session,
  given: string | undefined,
  paths: readonly string[],
  flags: ProgressFlags,
): Promise<void> {
  const { host } = session;
  const all = pathsOrDefault(host.files, paths);
  const first = readPlans(host, all);
  checkEntry(flags, first.portfolio.financialYear);
  const name = given ?? (await askAction(host, first, host.today()));
  findAction(first, name);
  const entry = await complete(session, first, name, flags);
  if (!entry) {
    host.note('nothing was written\n');
    session.exit(ExitCode.failed);
    return;
  }
  await withRaces(() => {
    const loaded = readPlans(host, all);
    const found = findAction(loaded, name);
    const outcome = tryEntry(host, all, loaded, found, entry);
    const { file, text } = outcome.opened;
    if (flags.dryRun && outcome.errors.length === 0) {
      host.out(unifiedDiff(file, text, outcome.text, session.style()));
      host.note('nothing was written (--dry-run)\n');
    } else if (settle(session, outcome)) {
      const id = `${found.plan.id}/${found.action.id}`;
      host.out(`${cleanText(file)}:${outcome.line}: entry of ${entry.date} added to ${id}\n`);
    } else session.exit(ExitCode.problems);
  });
}

/** The entry to be written; on a terminal a person is asked for what is missing. */
async function complete(
  session: Session,
  loaded: Loaded,
  name: string,
  flags: ProgressFlags,
): Promise<NewEntry | undefined> {
  const { host } = session;
  const { portfolio } = loaded;
  const { status, text, target, by, completed, evidence } = flags;
  const given = { date: flags.date ?? host.today(), status, text, target, by, completed, evidence };
  if (status !== undefined && text !== undefined) return { ...given, text };
  const { ask } = host;
  if (!ask) {
    const missing = [status === undefined ? '--status' : '', text === undefined ? '--text' : ''];
    throw new UsageError(
      `${missing.filter((one) => one !== '').join(' and ')} must be given where there is no terminal to ask at`,
      'the entry says where the action stands and what was done',
    );
  }
  host.note(actionCard(portfolio, findAction(loaded, name), host.today(), session.style()));
  const asking = {
    ask,
    note: (words: string) => host.note(words),
    financialYear: portfolio.financialYear,
  };
  const entry = await askEntry(asking, given);
  return typeof entry === 'string' ? undefined : entry;
}
