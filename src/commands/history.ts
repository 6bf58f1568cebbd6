import { type Command, Option } from 'commander';
import type { ActionSubject } from '../changes/diff-action.ts';
import {
  actionChanges,
  actionIn,
  type HistoryEvent,
  inOrder,
  logEvents,
} from '../changes/history.ts';
import { type Host, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/diagnostic.ts';
import { actionsOf, type Plan } from '../model/plan.ts';
import type { PlacesOf } from '../render/changes-json.ts';
import { cleanText } from '../render/clean-text.ts';
import { type History, historyJson, historyMarkdown, historyPretty } from '../render/history.ts';
import type { FileTree } from '../source/file-tree.ts';
import { findFiles } from '../source/find-files.ts';
import { planNames } from '../source/item-text.ts';
import { type Loaded, load } from '../source/load.ts';
import {
  type PlanCommit,
  type PlanHistory,
  planHistory,
  type Version,
} from '../source/plan-history.ts';
import type { FileRead } from '../source/read-file.ts';
import { requireReadable } from './comparison.ts';
import { counted, pathsOrDefault, unknownName } from './flags.ts';
import { readingAt } from './reading.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly at?: string;
  readonly format: 'pretty' | 'markdown' | 'json';
  readonly output?: string;
}

export function addHistory(program: Command, session: Session): void {
  program
    .command('history')
    .summary("tell one action's life: from its log, and from the commits that touched it")
    .description(
      "Tells one action's life, oldest first: what its log says, and who changed what of it when, wherever its file was.",
    )
    .argument('<plan/action>', 'the action, such as hmpps-mental-health/3.1')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .option('--at <rev>', 'up to this revision of git (default: the working tree)')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['pretty', 'markdown', 'json'])
        .default('pretty'),
    )
    .option('--output <file>', 'write to a file')
    .addHelpText('after', '\nExample:\n  $ actionplan history hmpps-mental-health/3.1')
    .action((name: string, paths: string[], flags: Flags) => {
      runHistory(session, name, paths, flags);
    });
}

function runHistory(session: Session, name: string, given: readonly string[], flags: Flags): void {
  const { host } = session;
  const [, planId = '', actionId = ''] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
  if (actionId === '') {
    throw new UsageError(
      `"${cleanText(name)}" is not the name of an action`,
      'write the ids of plan and action with a slash: hmpps-mental-health/3.1',
    );
  }
  const reading = readingAt(host, flags.at);
  const head = reading.revision ?? host.revisions.resolve('HEAD');
  const paths = pathsOrDefault(reading.tree, given);
  const now = load(reading.tree, filesOf(reading.tree, paths, planId), {
    missing: 'none',
    alone: true,
  });
  const commits = host.revisions.commits(head);
  const history = planHistory(host.revisions, commits, planId, {
    isAsked: under(host, paths),
    financialYear: now.portfolio.financialYear,
  });
  const present = now.portfolio.plans.find(({ id }) => id === planId);
  requireReadable(now, reading.revision?.rev ?? 'the working tree');
  const end = reading.revision === null ? { plan: present } : undefined;
  const life = lifeOf(history, actionId, now, end);
  const subject = life.now ?? life.last;
  if (!subject) throw unknownAction(reading.tree, paths, planId, actionId, history, present);
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
  const style =
    flags.output === undefined ? session.style() : { columns: undefined, colour: 0 as const };
  const text = {
    json: historyJson,
    markdown: historyMarkdown,
    pretty: (one: History) => historyPretty(one, style),
  }[flags.format](found);
  if (flags.output === undefined) host.out(text);
  else {
    host.write(flags.output, text);
    host.note(`written to ${cleanText(flags.output)}\n`);
  }
  const entries = found.events.filter((event) => event.source === 'log' && event.entry).length;
  const touched = found.events.filter((event) => event.source === 'commit').length;
  host.note(
    `${counted(entries, 'progress entry').replace('entrys', 'entries')}, ${counted(touched, 'change')} in files\n`,
  );
}

/** The files that name the plan: others need not be read. */
function filesOf(tree: FileTree, paths: readonly string[], plan: string): string[] {
  const { files } = findFiles(tree, paths);
  tree.prepare?.(files, MOST);
  const holding = files.filter((file) => namesIn(tree, file).includes(plan));
  return holding.length > 0 ? holding : [...paths];
}

const MOST = 1024 * 1024;

function namesIn(tree: FileTree, file: string): string[] {
  const bytes = tree.read(file, MOST);
  return 'fault' in bytes ? [] : planNames(new TextDecoder().decode(bytes));
}

function under({ files, revisions }: Host, paths: readonly string[]): (path: string) => boolean {
  const asked = paths.map((path) => files.absolute(path));
  return (path) => {
    const absolute = files.absolute(revisions.fromHere(path));
    return asked.some((one) => absolute === one || absolute.startsWith(`${one}/`));
  };
}

/** What became of an action over commits, and how it stands at the end. */
interface Life {
  readonly events: (today: Day) => HistoryEvent[];
  /** The action as it is; null where it is no longer there. */
  readonly now: ActionSubject | null;
  /** The action as it last was. */
  readonly last: ActionSubject | null;
  readonly places: PlacesOf;
  readonly placeOfEntry: (event: LogEvent) => { file: string; line: number } | null;
}

type LogEvent = Extract<HistoryEvent, { source: 'log' }>;

function lifeOf(
  history: PlanHistory,
  id: string,
  loaded: Loaded,
  /** The plan as the working tree has it, where that is the end. */
  end: { readonly plan: Plan | undefined } | undefined,
): Life {
  const owners = { before: loaded.portfolio, after: loaded.portfolio };
  let last: ActionSubject | null = null;
  const events: HistoryEvent[] = [];
  for (const commit of history.commits) {
    const event = commitEvent(history, commit, id, owners, last);
    if (event) events.push(event);
    last = actionIn(history.plan(commit.after), id) ?? last;
  }
  const committed = actionIn(history.plan(history.last), id);
  const now = end ? actionIn(end.plan, id) : committed;
  const pending = actionChanges(committed, now, owners);
  const documents = new Map<Plan, FileRead['document']>();
  for (const { plan, document } of loaded.files) if (plan) documents.set(plan, document);
  const documentOf = (plan: Plan) => documents.get(plan) ?? history.documentOf(plan);
  const lineIn = (plan: Plan | undefined, { file, path, part }: Place) => ({
    file,
    line: (plan && documentOf(plan)?.locate(path, part).start.line) ?? 1,
  });
  return {
    events: (date) =>
      pending.length === 0
        ? events
        : [...events, { source: 'commit', date, commit: null, changes: pending, fault: null }],
    now,
    last: now ?? last,
    places: {
      now: ({ at, after, before }) => lineIn((after ?? before)?.plan, at),
      before: ({ was, before }) => was && lineIn(before?.plan, was),
    },
    placeOfEntry: ({ action, entry }) => now && lineIn(now.plan, (entry ?? action).at()),
  };
}

/** What a commit did to an action; undefined where it did nothing, as most do. */
function commitEvent(
  history: PlanHistory,
  commit: PlanCommit,
  id: string,
  owners: { before: Loaded['portfolio']; after: Loaded['portfolio'] },
  last: ActionSubject | null,
): HistoryEvent | undefined {
  const { after } = commit;
  const before = commit.before.length === 0 ? [undefined] : commit.before;
  const isSame = (version: Version | undefined) => {
    const text = history.textOf(after, id);
    return text !== undefined && history.textOf(version, id) === text;
  };
  if (before.some(isSame)) return undefined;
  const fault = after && faultOf(history, after);
  const { author, date, subject } = commit;
  const facts = { commit: commit.commit, author, date, subject };
  const event = { source: 'commit' as const, date, commit: facts };
  if (after && !history.plan(after)) {
    return { ...event, changes: [], fault: `${fault}, so what changed is not known` };
  }
  const now = actionIn(history.plan(after), id);
  const lists = before.map((version) => {
    const unread = version !== undefined && !history.plan(version);
    return actionChanges(unread ? last : actionIn(history.plan(version), id), now, owners);
  });
  // A merge that has what one of its parents had changed nothing itself.
  const [changes = []] = lists;
  return lists.some((list) => list.length === 0)
    ? undefined
    : { ...event, changes, fault: fault ?? null };
}

function faultOf(history: PlanHistory, version: Version): string | null {
  const [first] = history.read(version).diagnostics;
  if (!first) return null;
  return `the file could not be read in full in this commit (line ${first.range.start.line}: ${first.message})`;
}

function unknownAction(
  tree: FileTree,
  paths: readonly string[],
  planId: string,
  id: string,
  history: PlanHistory,
  present: Plan | undefined,
): UsageError {
  const plan = present ?? history.plan(history.last);
  if (!plan) {
    const plans = findFiles(tree, paths).files.flatMap((file) => namesIn(tree, file));
    return unknownName('plan', planId, plans);
  }
  const recommendation = plan.recommendations.find((one) => one.id === id);
  if (recommendation && recommendation.actions.length > 0) {
    const ids = recommendation.actions.map((action) => action.id).join(', ');
    return new UsageError(
      `${cleanText(id)} is a ${cleanText(plan.item)}, and actions have histories`,
      `its actions: ${cleanText(ids)}`,
    );
  }
  const ids = [...actionsOf(plan)].map(({ action }) => action.id);
  const known = ids.map((one) => `${planId}/${one}`);
  return unknownName('action', `${planId}/${id}`, known);
}
