import type { Ask } from '../host.ts';
import type { Day } from '../model/day.ts';
import { dayInWords } from '../model/day.ts';
import { ownerLabel } from '../model/owner.ts';
import type { ActionInPlan } from '../model/plan.ts';
import { STATUSES, type Status } from '../model/plan-file.ts';
import { nameOwner, type Portfolio } from '../model/portfolio.ts';
import { stateOn } from '../model/state.ts';
import { valueOfWord } from '../model/table-words.ts';
import type { FinancialYear } from '../model/target.ts';
import { cleanText } from '../render/clean-text.ts';
import { coloursFor, type Style } from '../render/colours.ts';
import {
  EXAMPLES,
  evidenceFault,
  faultOf,
  meantBy,
  type NewEntry,
  type PartOfEntry,
  statusOf,
} from './entry.ts';
import { SEVERAL_LINES } from './fill.ts';

/** What is closed has no new target. */
const CLOSING: ReadonlySet<string> = new Set<Status>(['complete', 'superseded', 'withdrawn']);

/** How a person leaves a question: to the next action, or for good. */
export type Leaving = 'skip' | 'quit';

/** What is asked, to whom, and where what is said about answers goes. */
export interface Asking {
  readonly ask: Ask;
  readonly note: (text: string) => void;
  readonly financialYear: FinancialYear;
}

/** What an action is and where it stands, for the person who reports on it. */
export function actionCard(
  portfolio: Portfolio,
  { plan, action }: ActionInPlan,
  day: Day,
  style: Style,
): string {
  const chalk = coloursFor(style);
  const state = stateOn(action, day);
  const last = action.progress.at(-1);
  const owners = action.owner.map((written) => ownerLabel(nameOwner(portfolio, written)));
  const due = state?.due ? ` (${dayInWords(state.due)}${state.overdue ? ', overdue' : ''})` : '';
  const rows: readonly (readonly [string, string])[] = [
    ['Action', action.action],
    ['Owner', owners.join('; ') || 'none'],
    ['Target', state?.target ? `${state.target.written}${due}` : 'none'],
    ['Status', state?.status ?? 'not raised yet'],
    ['Last entry', last ? `${last.date.written}: ${last.text}` : 'none'],
  ];
  const lines = rows.map(([label, text]) => `${label.padEnd(12)}${cleanText(text)}`);
  return `${chalk.bold(`${cleanText(plan.id)}/${cleanText(action.id)}`)}\n${lines.join('\n')}\n`;
}

/** Asks for what an entry still lacks. */
export async function askEntry(
  asking: Asking,
  given: PartOfEntry & { readonly date: string },
): Promise<NewEntry | Leaving> {
  const status = given.status ?? (await askStatus(asking));
  if (status === 'skip' || status === 'quit') return status;
  const text = given.text ?? (await askText(asking));
  if (text === undefined) return 'quit';
  const target =
    given.target ??
    (CLOSING.has(status)
      ? undefined
      : await askForm(asking, 'target', `New target (${EXAMPLES.target}; enter: as it is)`));
  if (target === null) return 'quit';
  const completed =
    given.completed ??
    (status === 'complete'
      ? await askForm(
          asking,
          'date',
          `Done on, if known and earlier (${EXAMPLES.date}; enter: not known)`,
        )
      : undefined);
  if (completed === null) return 'quit';
  const evidence =
    given.evidence ?? (status === 'complete' ? await askEvidence(asking) : undefined);
  if (evidence === null) return 'quit';
  return { ...given, status: status || undefined, completed, target, text, evidence };
}

async function askStatus({ ask, note }: Asking): Promise<string> {
  for (;;) {
    const typed = await ask(`Status (${STATUSES.join(', ')}; enter: as it is; skip, quit): `);
    if (typed === undefined || /^\s*q(?:uit)?\s*$/i.test(typed)) return 'quit';
    if (/^\s*skip\s*$/i.test(typed)) return 'skip';
    if (typed.trim() === '') return '';
    const status = statusOf(typed);
    if (status) return status;
    const meant = valueOfWord(typed, STATUSES);
    const help =
      meant === undefined ? 'the first letters of one are enough' : `did you mean ${meant}?`;
    note(`"${cleanText(typed.trim())}" is no status; ${help}\n`);
  }
}

async function askText({ ask, note }: Asking): Promise<string | undefined> {
  for (;;) {
    const typed = await ask(`What was done (${SEVERAL_LINES}): `, true);
    if (typed === undefined) return undefined;
    if (/[^\s\p{C}]/u.test(typed)) return typed.trim();
    note('an entry needs a text\n');
  }
}

/** Asks what shows that an action is complete; null at the end of input. */
async function askEvidence({ ask, note }: Asking): Promise<string[] | null | undefined> {
  for (;;) {
    const typed = await ask('Evidence, as TITLE or TITLE=PLACE (enter: none): ');
    if (typed === undefined) return null;
    const text = typed.trim();
    if (text === '') return undefined;
    const fault = evidenceFault(text);
    if (!fault) return [text];
    note(`it ${fault.message}; ${fault.help}\n`);
  }
}

/** Asks for a date or target until it has a form that can be read; null at the end of input. */
async function askForm(
  { ask, note, financialYear }: Asking,
  kind: 'date' | 'target',
  question: string,
): Promise<string | null | undefined> {
  for (;;) {
    const typed = await ask(`${question}: `);
    if (typed === undefined) return null;
    const text = typed.trim();
    if (text === '') return undefined;
    const meant = meantBy({ note }, kind, text, financialYear);
    const fault = faultOf(kind, meant, financialYear);
    if (!fault) return meant;
    note(`${cleanText(fault.message)}; ${cleanText(fault.help)}\n`);
  }
}
