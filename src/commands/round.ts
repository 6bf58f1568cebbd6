import { ExitCode, UsageError } from '../host.ts';
import { isFault, type PlanDate, parseDate } from '../model/date.ts';
import { suggestForms } from '../model/loose-date.ts';
import { type ActionInPlan, actionsOf, type Plan } from '../model/plan.ts';
import { stateOn } from '../model/state.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { isAskedFor } from '../reports/narrow.ts';
import { load } from '../source/load.ts';
import { settle, tryEntry } from './add-entry.ts';
import { actionCard, askEntry } from './ask-entry.ts';
import { withRaces } from './editing.ts';
import { checkEntry } from './entry.ts';
import { findAction } from './find-action.ts';
import { pathsOrDefault } from './flags.ts';
import type { ProgressFlags } from './progress.ts';
import { requirePlans } from './reading.ts';
import type { Session } from './session.ts';
import { requireKnown } from './unknown-narrowing.ts';

interface Due {
  readonly name: string;
  /** The date its entry gets: that of the round, else that of the update. */
  readonly date: string;
}

/** Walks through the open actions of an update round, and saves each entry before the next. */
export async function runRound(
  session: Session,
  round: string,
  paths: readonly string[],
  flags: ProgressFlags,
): Promise<void> {
  const { host } = session;
  refuseOneActionsFlags(flags);
  const { ask } = host;
  if (!ask) {
    throw new UsageError(
      '--round asks questions, and there is no terminal to ask at',
      'give each entry by itself: actionplan progress PLAN/ACTION --status … --text …',
    );
  }
  const all = pathsOrDefault(host.files, paths);
  const first = load(host.files, all);
  requirePlans(all, first);
  const { portfolio } = first;
  const asking = {
    ask,
    note: (words: string) => host.note(words),
    financialYear: portfolio.financialYear,
  };
  checkEntry(flags, portfolio.financialYear);
  const narrowing = { owner: flags.owner, plan: flags.plan };
  requireKnown(portfolio, narrowing);
  const isAsked = (one: ActionInPlan) => isAskedFor(portfolio, narrowing, one);
  const due = portfolio.plans.flatMap((plan) => dueIn(session, plan, round, flags.date, isAsked));
  let saved = 0;
  for (const [index, { name, date }] of due.entries()) {
    host.note(`\n${index + 1} of ${due.length}, entry of ${date}\n`);
    const card = findAction(load(host.files, all), name);
    host.note(actionCard(portfolio, card, host.today(), session.style()));
    const done = await askUntilSaved();
    if (done === 'quit') break;
    if (done === 'saved') saved += 1;

    async function askUntilSaved(): Promise<'saved' | 'skip' | 'quit'> {
      for (;;) {
        const entry = await askEntry(asking, { date, by: flags.by });
        if (typeof entry === 'string') return entry;
        const written = await withRaces(() => {
          const loaded = load(host.files, all);
          return settle(session, tryEntry(host, all, loaded, findAction(loaded, name), entry));
        });
        if (written) return 'saved';
      }
    }
  }
  const left = due.length - saved;
  host.note(
    `\n${counted(saved, 'entry').replace(/entrys$/, 'entries')} saved, ${counted(left, 'open action')} without one${left > 0 ? '; run the same command to go on' : ''}\n`,
  );
  session.exit(ExitCode.ok);
}

function refuseOneActionsFlags(flags: ProgressFlags): void {
  const given = (['status', 'text', 'target', 'completed', 'evidence', 'dryRun'] as const).find(
    (flag) => flags[flag] !== undefined,
  );
  if (given === undefined) return;
  throw new UsageError(
    `--${given === 'dryRun' ? 'dry-run' : given} is said of one action, and --round goes through many`,
    'leave it out: it is asked for each action',
  );
}

/** The open actions of a plan that have no entry in the round yet. */
function dueIn(
  session: Session,
  plan: Plan,
  name: string,
  given: string | undefined,
  isAsked: (one: ActionInPlan) => boolean,
): Due[] {
  const { host } = session;
  const today = host.today();
  const round = plan.rounds.find((one) => isNamed(one, name));
  const date = given ?? (round && round.date.first <= today ? round.date.written : today);
  const day = parseDate(date);
  if (isFault(day)) return [];
  const due = [...actionsOf(plan)].filter(
    (one) => isAsked(one) && isDue(one, round?.date ?? day, day),
  );
  if (!round && due.length > 0) {
    host.note(
      `${cleanText(plan.id)} lists no round "${cleanText(name)}"; add it under \`rounds:\` and \`round-covered\` will say what is missing from it\n`,
    );
  }
  return due.map(({ action }) => ({ name: `${plan.id}/${action.id}`, date }));
}

function isNamed(round: Plan['rounds'][number], name: string): boolean {
  const { written } = round.date;
  const title = round.title?.trim().toLowerCase();
  const plain = name.trim().toLowerCase();
  if (title === plain || written === plain) return true;
  return suggestForms(plain).some((form) => written.startsWith(form));
}

function isDue({ action }: ActionInPlan, round: PlanDate, day: PlanDate): boolean {
  if (!stateOn(action, day.day)?.open) return false;
  return !action.progress.some(({ date }) => date.first <= round.day && date.day >= round.first);
}
