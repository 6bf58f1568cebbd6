import { type Host, UsageError } from '../host.ts';
import { isFault, parseDate } from '../model/date.ts';
import type { EditValue } from '../model/edit.ts';
import { suggestForms } from '../model/loose-date.ts';
import type { FinancialYear } from '../model/target.ts';
import { cleanText } from '../render/clean-text.ts';
import { EXAMPLES, faultOf, meantBy } from './entry.ts';

/** How a text of several lines is typed; one that is pasted is taken whole. */
export const SEVERAL_LINES = 'a \\ at its end goes on in the next line';

/** One field of something new: how it is asked for, and what it may be. */
export interface Question {
  readonly field: string;
  readonly flag: string;
  readonly ask: string;
  readonly required?: boolean;
  /** A text that may have several lines. */
  readonly several?: boolean;
  readonly form?: 'date' | 'target';
  /** Who or what somebody is, which no date names. */
  readonly isName?: boolean;
  /** What an empty answer stands for; without it, the field is left out. */
  readonly empty?: string;
  readonly choices?: readonly string[];
  readonly pattern?: RegExp;
  /** Asked only where this holds of what is known so far. */
  readonly when?: (known: Readonly<Record<string, EditValue>>) => boolean;
}

/**
 * The fields of something new: those given by flags, and on a terminal the answers to the rest.
 * Without a terminal a required one that is missing is an error.
 */
export async function fill(
  host: Host,
  questions: readonly Question[],
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
  financialYear: FinancialYear,
): Promise<Record<string, EditValue>> {
  const known: Record<string, EditValue> = {};
  for (const question of questions) {
    const value = given[question.field];
    if (value === undefined || value.length === 0) continue;
    const wrong = [value]
      .flat()
      .map((one) => wordsAgainst(question, one, financialYear))
      .find(Boolean);
    if (wrong) throw new UsageError(`${question.flag}: ${wrong}`);
    known[question.field] = Array.isArray(value) && value.length === 1 ? (value[0] ?? '') : value;
  }
  const missing = questions.filter(({ field, required }) => required && !(field in known));
  if (missing.length === 0) return inOrder(questions, known);
  const { ask } = host;
  if (!ask) {
    throw new UsageError(
      `${missing.map(({ flag }) => flag).join(' and ')} must be given where there is no terminal to ask at`,
    );
  }
  for (const question of questions) {
    if (question.field in known || (question.when && !question.when(known))) continue;
    const answer = await answerTo(host, ask, question, financialYear);
    if (answer !== undefined) known[question.field] = answer;
  }
  return inOrder(questions, known);
}

/** An answer that is one text. */
export function single(value: EditValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

async function answerTo(
  host: Host,
  ask: NonNullable<Host['ask']>,
  question: Question,
  financialYear: FinancialYear,
): Promise<string | undefined> {
  const choices = question.choices ? ` (${question.choices.join(', ')})` : '';
  const hints = [
    question.form ? EXAMPLES[question.form] : '',
    question.required ? '' : `enter: ${question.empty ?? 'none'}`,
    question.several ? SEVERAL_LINES : '',
  ].filter((one) => one !== '');
  const asked = `${question.ask}${choices}${hints.length > 0 ? ` (${hints.join('; ')})` : ''}: `;
  for (;;) {
    const typed = await ask(asked, question.several === true);
    if (typed === undefined) throw new UsageError('the answers ended', 'nothing was written');
    const text = typed.trim();
    if (text === '' && !question.required) return undefined;
    const begun = question.choices?.filter((choice) => choice.startsWith(text.toLowerCase()));
    const answer = text !== '' && begun?.length === 1 ? (begun[0] ?? text) : text;
    const meant = meantBy(host, question.form, answer, financialYear);
    const wrong = wordsAgainst(question, meant, financialYear);
    if (wrong === undefined) return meant;
    host.note(`${wrong}\n`);
  }
}

/** Why a value cannot be taken; undefined where it can. */
function wordsAgainst(
  { form, isName, choices, pattern }: Question,
  text: string,
  financialYear: FinancialYear,
): string | undefined {
  if (!/[^\s\p{C}]/u.test(text)) return 'a value is needed';
  if (choices && !choices.includes(text)) return `it is one of ${choices.join(', ')}`;
  if (pattern && !pattern.test(text)) {
    return 'an id begins with a letter or digit and has only letters, digits, dots and hyphens (a plan: a-z, 0-9 and hyphens)';
  }
  if (isName && (!isFault(parseDate(text)) || suggestForms(text).length > 0)) {
    return `"${cleanText(text)}" is a date, and no name`;
  }
  const fault = form && faultOf(form, text, financialYear);
  return fault && `${cleanText(fault.message)}; ${cleanText(fault.help)}`;
}

function inOrder(
  questions: readonly Question[],
  known: Readonly<Record<string, EditValue>>,
): Record<string, EditValue> {
  return Object.fromEntries(
    questions.flatMap(({ field }) => (field in known ? [[field, known[field] ?? '']] : [])),
  );
}
