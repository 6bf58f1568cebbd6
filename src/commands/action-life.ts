import type { ActionSubject } from '../changes/diff-action.ts';
import { actionChanges, actionIn, type HistoryEvent } from '../changes/history.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { PlacesOf } from '../render/changes-json.ts';
import type { Loaded } from '../source/load.ts';
import type { PlanCommit, PlanHistory, Version } from '../source/plan-history.ts';
import type { FileRead } from '../source/read-file.ts';

/** What became of an action over commits, and how it stands at the end. */
export interface Life {
  readonly events: (today: Day) => HistoryEvent[];
  /** The action as it is; null where it is no longer there. */
  readonly now: ActionSubject | null;
  /** The action as it last was. */
  readonly last: ActionSubject | null;
  readonly places: PlacesOf;
  readonly placeOfEntry: (event: LogEvent) => { file: string; line: number } | null;
}

type LogEvent = Extract<HistoryEvent, { source: 'log' }>;

/** Follows an action through the commits that changed the file of its plan. */
export function lifeOf(
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
