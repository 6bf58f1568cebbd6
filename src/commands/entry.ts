import { UsageError } from '../host.ts';
import { type FormFault, isFault, parseDate } from '../model/date.ts';
import type { EditValue } from '../model/edit.ts';
import { STATUSES, type Status } from '../model/plan-file.ts';
import { type FinancialYear, parseTarget } from '../model/target.ts';
import { cleanText } from '../render/clean-text.ts';

/** A progress entry as it is to be written, its fields in the order of the format. */
export interface NewEntry {
  readonly date: string;
  readonly status?: string | undefined;
  readonly completed?: string | undefined;
  readonly target?: string | undefined;
  readonly by?: readonly string[] | undefined;
  readonly text: string;
  readonly evidence?: readonly string[] | undefined;
}

/** As much of an entry as is given so far. */
export type PartOfEntry = { readonly [Field in keyof NewEntry]?: NewEntry[Field] | undefined };

/** What a person may type for a status: its name, or as much of it as tells it from the others. */
export function statusOf(typed: string): Status | undefined {
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (plain === '') return undefined;
  const exact = STATUSES.find((status) => status === plain);
  const begun = STATUSES.filter((status) => status.startsWith(plain));
  return exact ?? (begun.length === 1 ? begun[0] : undefined);
}

/** Why a date or target cannot be written as it is; undefined where it can. */
export function faultOf(
  kind: 'date' | 'target',
  text: string,
  financialYear: FinancialYear,
): FormFault | undefined {
  const parsed = kind === 'date' ? parseDate(text) : parseTarget(text, financialYear);
  return isFault(parsed) ? parsed : undefined;
}

/** What a date or target may look like, where it is asked for. */
export const EXAMPLES = {
  date: 'such as 2022-06-30 or 2022-06',
  target: 'such as 2022-06-30, 2022-06, 2022-Q2 or ongoing',
} as const;

/** What a person means by "March 2023", said back; the text itself where it has a form, or several meanings. */
export function meantBy(
  { note }: { readonly note: (text: string) => void },
  kind: 'date' | 'target' | undefined,
  text: string,
  financialYear: FinancialYear,
): string {
  const fix = kind && faultOf(kind, text, financialYear)?.fix;
  if (fix === undefined) return text;
  note(`read as ${cleanText(fix)}\n`);
  return fix;
}

/** Refuses what the format does not take, before anything is read or written. */
export function checkEntry(entry: PartOfEntry, financialYear: FinancialYear): void {
  const checks = [
    ['--date', 'date', entry.date],
    ['--completed', 'date', entry.completed],
    ['--target', 'target', entry.target],
  ] as const;
  for (const [flag, kind, text] of checks) {
    const fault = text === undefined ? undefined : faultOf(kind, text, financialYear);
    if (fault) throw new UsageError(`${flag}: ${fault.message}`, fault.help);
  }
  if (entry.text !== undefined && !/[^\s\p{C}]/u.test(entry.text)) {
    throw new UsageError('the text is empty', 'say in --text what was done');
  }
}

/** The entry as a value of the file. */
export function entryValue(entry: NewEntry): EditValue {
  const { date, status, completed, target, by, text, evidence } = entry;
  const [reporter] = by ?? [];
  const fields: Record<string, EditValue | undefined> = {
    date,
    status,
    completed,
    target,
    by: by && by.length > 1 ? by : reporter,
    text,
    evidence: evidence?.map(evidenceOf),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, EditValue] => field[1] !== undefined),
  );
}

/** `TITLE` or `TITLE=HREF`. */
function evidenceOf(written: string): EditValue {
  const fault = evidenceFault(written);
  if (fault) throw new UsageError(`--evidence "${written}" ${fault.message}`, fault.help);
  const { title, href } = partsOf(written);
  return href === undefined ? { title } : { title, href };
}

/** Why a text is no evidence; undefined where it is. */
export function evidenceFault(written: string): Omit<FormFault, 'fault'> | undefined {
  const { title, href } = partsOf(written);
  if (title !== '' && href !== '') return undefined;
  return {
    message: `lacks ${title === '' ? 'a title' : 'a place'}`,
    help: 'write TITLE, or TITLE=PLACE with a path or web address',
  };
}

function partsOf(written: string): { title: string; href?: string } {
  const equals = written.indexOf('=');
  if (equals < 0) return { title: written };
  return { title: written.slice(0, equals).trim(), href: written.slice(equals + 1).trim() };
}
