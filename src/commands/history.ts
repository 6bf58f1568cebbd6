import type { Command } from 'commander';
import { inOrder, logEvents } from '../changes/history.ts';
import { type Host, UsageError } from '../host.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { type History, historyJson, historyMarkdown, historyPretty } from '../render/history.ts';
import type { FileTree } from '../source/file-tree.ts';
import { findFiles } from '../source/find-files.ts';
import { load } from '../source/load.ts';
import { planHistory } from '../source/plan-history.ts';
import { lifeOf } from './action-life.ts';
import { filesNaming, plansNamedIn, refuseSparse } from './base.ts';
import {
  addWriting,
  HISTORY_FORMATS,
  type HistoryFormat,
  requireReadable,
  type WritingFlags,
  writeResult,
} from './comparison.ts';
import { onlyPlan } from './doubled-ids.ts';
import { partsOfName, unknownAction } from './find-action.ts';
import { pathsOrDefault, unknownName } from './flags.ts';
import { readingAt } from './reading.ts';
import type { Session } from './session.ts';

interface Flags extends WritingFlags<HistoryFormat> {
  readonly at?: string;
}

export function addHistory(program: Command, session: Session): void {
  const command = program
    .command('history')
    .summary("tell one action's life: from its log, and from the commits that touched it")
    .description(
      "Tells one action's life, oldest first: what its log says, and who changed what of it when, wherever its file was.",
    )
    .argument('<plan/action>', 'the action, such as hmpps-mental-health/3.1')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .option('--at <rev>', 'up to this revision of git (default: the working tree)');
  addWriting(command, HISTORY_FORMATS)
    .addHelpText('after', '\nExample:\n  $ actionplan history hmpps-mental-health/3.1')
    .action(async (name: string, paths: string[], flags: Flags) => {
      await runHistory(session, name, paths, flags);
    });
}

async function runHistory(
  session: Session,
  name: string,
  given: readonly string[],
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const { planId, id: actionId } = partsOfName(name);
  if (!planId || actionId === '') {
    throw new UsageError(
      `"${cleanText(name)}" is not the name of an action`,
      'write the ids of plan and action with a slash: hmpps-mental-health/3.1',
    );
  }
  const reading = readingAt(host, flags.at);
  const head = reading.revision ?? host.revisions.resolve('HEAD');
  const paths = pathsOrDefault(reading.tree, given);
  if (reading.revision === null) refuseSparse(host, paths);
  const now = load(reading.tree, filesOf(reading.tree, paths, planId), {
    missing: 'none',
    alone: true,
  });
  const commits = host.revisions.commits(head);
  const history = planHistory(host.revisions, commits, planId, {
    isAsked: under(host, paths),
    financialYear: now.portfolio.financialYear,
  });
  const present = onlyPlan(now.portfolio.plans.filter(({ id }) => id === planId));
  requireReadable(now, reading.revision?.rev ?? 'the working tree');
  const end = reading.revision === null ? { plan: present } : undefined;
  const life = lifeOf(history, actionId, now, end);
  const subject = life.now ?? life.last;
  if (!subject) {
    const plan = present ?? history.plan(history.last);
    if (plan) throw unknownAction(plan, actionId);
    const plans = findFiles(reading.tree, paths).files;
    throw unknownName(
      'plan',
      planId,
      plans.flatMap((file) => plansNamedIn(reading.tree, file)),
    );
  }
  const found: History = {
    plan: planId,
    recommendation: subject.recommendation.id,
    action: actionId,
    text: life.now?.action.action ?? null,
    revision: reading.revision ?? { rev: null, commit: null },
    events: inOrder([...logEvents(subject.action), ...life.events(host.today())]),
    places: life.places,
    placeOf: (event) => (event.source === 'log' ? life.placeOfEntry(event) : null),
  };
  await writeResult(session, HISTORY_FORMATS, flags, [now], (format, style) =>
    format === 'json'
      ? historyJson(found)
      : format === 'markdown'
        ? historyMarkdown(found)
        : historyPretty(found, style),
  );
  const entries = found.events.filter((event) => event.source === 'log' && event.entry).length;
  const touched = found.events.filter((event) => event.source === 'commit').length;
  const inLog = entries === 1 ? '1 progress entry' : `${entries} progress entries`;
  host.note(`${inLog}, ${counted(touched, 'change')} in files\n`);
}

/** The files that name the plan: others need not be read. */
function filesOf(tree: FileTree, paths: readonly string[], plan: string): readonly string[] {
  const holding = filesNaming(tree, paths, [plan]);
  return holding.length > 0 ? holding : paths;
}

function under({ files, revisions }: Host, paths: readonly string[]): (path: string) => boolean {
  const asked = paths.map((path) => files.absolute(path));
  return (path) => {
    const absolute = files.absolute(revisions.fromHere(path));
    return asked.some((one) => absolute === one || absolute.startsWith(`${one}/`));
  };
}
