import { type Host, UsageError } from '../host.ts';
import { type Diagnostic, withChanges } from '../model/diagnostic.ts';
import type { ActionInPlan } from '../model/plan.ts';
import { cleanText } from '../render/clean-text.ts';
import { prettyDiagnostics } from '../render/diagnostics-pretty.ts';
import { rules } from '../rules/index.ts';
import { overlayTree } from '../source/file-tree.ts';
import { type Loaded, load } from '../source/load.ts';
import { SourceText } from '../source/text.ts';
import { validate } from '../validate/validate.ts';
import { bytesWith, edited, type Opened, openFile, saveFile } from './editing.ts';
import { entryValue, type NewEntry } from './entry.ts';
import { noteStyle, type Session } from './session.ts';

/** What came of an entry: the file before and after, and what the rules say of it. */
export interface Outcome {
  readonly opened: Opened;
  readonly text: string;
  /** Where the entry begins. */
  readonly line: number;
  /** Findings there were not before: errors keep the entry from being written. */
  readonly errors: readonly Diagnostic[];
  readonly others: readonly Diagnostic[];
}

/** Puts an entry at the end of an action's log, and looks at what the rules find in it then. */
export function tryEntry(
  host: Host,
  paths: readonly string[],
  before: Loaded,
  { plan, action }: ActionInPlan,
  entry: NewEntry,
): Outcome {
  refuseUnread(before, plan.file);
  if (action.progress.some((one) => isSame(one, entry))) {
    throw new UsageError(
      `${cleanText(plan.id)}/${cleanText(action.id)} has this very entry already`,
      'nothing was written',
    );
  }
  const opened = openFile(host, plan.file);
  const path = [...action.path, 'progress'];
  const text = edited(opened, [{ op: 'append', path, value: entryValue(entry) }]);
  const after = load(overlayTree(host.files, plan.file, bytesWith(opened, text)), paths);
  const known = new Map<string, number>();
  for (const one of findingsOf(host, before)) count(known, one, 1);
  const news = findingsOf(host, after).filter((one) => {
    if (one.plan !== plan.id || one.item !== action.id) return false;
    const left = known.get(nameOf(one)) ?? 0;
    count(known, one, -1);
    return left <= 0;
  });
  const document = after.files.find(({ file }) => file === plan.file)?.document;
  return {
    opened,
    text,
    line: document?.locate([...path, action.progress.length]).start.line ?? 1,
    errors: mainFaults(news.filter(({ severity }) => severity === 'error')),
    others: news.filter(({ severity }) => severity !== 'error'),
  };
}

/** An entry out of its place may look like the undoing of what was said later: that is no news then. */
function mainFaults(errors: readonly Diagnostic[]): readonly Diagnostic[] {
  const misplaced = errors.filter(({ rule }) => rule === 'progress-order');
  if (misplaced.length === 0) return errors;
  const help =
    'date it on the day it is made, and name the earlier day in its text; an older log is put in by hand, oldest entry first';
  return misplaced.map((one) => withChanges(one, { help }));
}

/** Writes the entry, or says why it is not written; whether it was. */
export function settle(session: Session, outcome: Outcome): boolean {
  const { host } = session;
  const { opened, text, errors, others } = outcome;
  show(session, outcome, errors.length > 0 ? errors : others);
  if (errors.length > 0) {
    host.note('nothing was written: the entry would be a fault\n');
    return false;
  }
  saveFile(host, opened, text);
  return true;
}

function show(session: Session, { text }: Outcome, findings: readonly Diagnostic[]): void {
  if (findings.length === 0) return;
  const source = new SourceText(text);
  const style = noteStyle(session);
  session.host.note(`${prettyDiagnostics(findings, (_, line) => source.line(line), style)}\n`);
}

/** A file that could not be read whole might be edited at the wrong place. */
function refuseUnread(loaded: Loaded, file: string): void {
  const fault = loaded.diagnostics.find((one) => one.file === file);
  if (!fault) return;
  throw new UsageError(
    `${cleanText(file)} cannot be read whole: line ${fault.range.start.line}: ${cleanText(fault.message)}`,
    '`actionplan validate` shows every fault; mend them first',
  );
}

function isSame(one: ActionInPlan['action']['progress'][number], entry: NewEntry): boolean {
  return (
    one.date.written === entry.date &&
    one.status === entry.status &&
    one.target?.written === entry.target &&
    one.text.trim() === entry.text.trim()
  );
}

function findingsOf(host: Host, loaded: Loaded): readonly Diagnostic[] {
  const { diagnostics } = validate(loaded, rules, { asOf: host.today() });
  return diagnostics.filter((one) => !one.waived);
}

function nameOf({ rule, message }: Diagnostic): string {
  return `${rule} ${message}`;
}

function count(counts: Map<string, number>, one: Diagnostic, by: number): void {
  counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + by);
}
