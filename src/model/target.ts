import { type FormFault, isFault, parseDate, unreal } from './date.ts';
import { addDays, addMonths, type Day, isRealDay, monthLength, writeDay } from './day.ts';
import { monthOfUnreal, suggestForms } from './loose-date.ts';
import { remembered } from './remembered.ts';

/** The month and day on which a financial year begins: 1 April unless settings say otherwise. */
export interface FinancialYear {
  readonly month: number;
  readonly date: number;
}

export const UK_FINANCIAL_YEAR: FinancialYear = { month: 4, date: 1 };

/** When an action is to be done, in one of the forms of FORMAT. */
export interface Target {
  /** As written in the file: `2022-06`, `FY2022-Q1`, `ongoing`. */
  readonly written: string;
  /** `dated` has a last day; the others have none and want a `review`. */
  readonly kind: 'dated' | 'from' | 'ongoing' | 'when';
  /** The first day it can mean, or on which it begins; null for `ongoing` and `when`. */
  readonly first: Day | null;
  /** The last day: after it the action is overdue. Null where there is none. */
  readonly due: Day | null;
}

/** How the targets of a plan are read, for a financial year; one that is met again is known. */
export function targetsIn(financialYear: FinancialYear): (text: string) => Target | FormFault {
  const known = byYear.get(financialYear);
  if (known) return known;
  const parse = remembered((text: string) => parseTarget(text, financialYear));
  byYear.set(financialYear, parse);
  return parse;
}

const byYear = new WeakMap<FinancialYear, (text: string) => Target | FormFault>();

type Span = readonly [first: Day, last: Day];

/** Seasons as months: winter runs into the next year. */
const SEASONS: Readonly<Record<string, readonly [from: number, months: number]>> = {
  spring: [3, 3],
  summer: [6, 3],
  autumn: [9, 3],
  winter: [12, 3],
};

const EXAMPLES =
  'write a day (2022-06-30), month (2022-06), quarter (2022-Q2, FY2022-Q1), season (2022-summer), year (2022, FY2022), `from 2022-04`, `ongoing` or "when: …"';

/**
 * Reads a target. `financialYear` decides the days of `FY…` forms.
 * Returns why not, and what to write, where the text has none of the forms.
 */
export function parseTarget(
  text: string,
  financialYear: FinancialYear = UK_FINANCIAL_YEAR,
): Target | FormFault {
  if (text === 'ongoing') return { written: text, kind: 'ongoing', first: null, due: null };
  if (/^when: +\S/.test(text)) return { written: text, kind: 'when', first: null, due: null };
  const from = /^from (\S.*)$/.exec(text);
  const dated = parseSpan(from?.[1] ?? text, financialYear);
  if (!dated) return unknownForm(text, financialYear);
  if ('fault' in dated) return dated;
  const [first, last] = dated;
  return from
    ? { written: text, kind: 'from', first, due: null }
    : { written: text, kind: 'dated', first, due: last };
}

function parseSpan(text: string, financialYear: FinancialYear): Span | FormFault | undefined {
  const match =
    /^(?:(?<fy>FY)?(?<year>\d{4})(?:-(?:Q(?<quarter>[1-4])|(?<season>[a-z]+)|(?<month>\d{2})(?:-(?<date>\d{2}))?))?)$/.exec(
      text,
    );
  const groups = match?.groups;
  if (!groups) return undefined;
  const year = Number(groups['year']);
  if (!isRealDay(year, 1, 1)) return unreal(text, year, undefined);
  const quarter = groups['quarter'] === undefined ? undefined : Number(groups['quarter']);
  if (groups['fy']) {
    if (groups['season'] || groups['month']) return undefined;
    const start = writeDay(year, financialYear.month, financialYear.date);
    return quarter === undefined
      ? months(start, 12)
      : months(addMonths(start, 3 * (quarter - 1)), 3);
  }
  if (quarter !== undefined) return months(writeDay(year, 3 * quarter - 2, 1), 3);
  if (groups['season'] !== undefined) {
    const season = Object.hasOwn(SEASONS, groups['season']) ? SEASONS[groups['season']] : undefined;
    return season && months(writeDay(year, season[0], 1), season[1]);
  }
  const date = parseDate(text);
  return isFault(date) ? date : [date.first, date.day];
}

function months(first: Day, count: number): Span {
  return [first, addDays(addMonths(first, count), -1)];
}

function unknownForm(text: string, financialYear: FinancialYear): FormFault {
  const message = `"${text}" is not a target this tool can read`;
  const forms = suggestTargets(text, financialYear);
  const [only] = forms;
  if (only !== undefined && forms.length === 1) {
    return { fault: 'form', message, help: `write ${quoted(only)}`, fix: only };
  }
  if (forms.length > 1) {
    return {
      fault: 'form',
      message: `${message}: it can mean ${forms.length} different dates`,
      help: `write ${forms.join(' or ')}, whichever is meant`,
    };
  }
  if (isWhenDated(text)) {
    return {
      fault: 'form',
      message,
      help: 'write the last day on which it can be done, such as 2022-06-30; `"when: …"` is for what has no date',
    };
  }
  const month = monthOfUnreal(text);
  if (month) return unreal(`"${text}"`, month.year, month.month);
  return { fault: 'form', message, help: EXAMPLES };
}

/** "After June 2023", "once the pilot of 2023 is over": when, and a date that would be lost in a `when:`. */
function isWhenDated(text: string): boolean {
  const what = WHEN.exec(text.trim())?.[2];
  return what !== undefined && (suggestForms(what).length > 0 || /\d{4}/.test(what));
}

const WHEN = /^(when|once|after|upon)[: ]+(\S.*)$/i;

function suggestTargets(text: string, financialYear: FinancialYear): string[] {
  const plain = text.toLowerCase().trim();
  if (/^on-?going\.?$|^continuous(ly)?$|^continuing$/.test(plain)) return ['ongoing'];
  const begins =
    /^(?:from|commencing|starting|beginning)(?: from| in)? (.+)$|^(.+?) onwards?$/.exec(plain);
  if (begins) return suggestForms(begins[1] ?? begins[2] ?? '').map((form) => `from ${form}`);
  if (isWhenDated(text)) return [];
  const [, word = '', what] = WHEN.exec(text.trim()) ?? [];
  if (what !== undefined) {
    // "When" says what "once" does, but not what "after" does.
    const isWhen = /^(?:when|once)$/i.test(word);
    return [isWhen ? `when: ${what}` : `when: ${word.toLowerCase()} ${what}`];
  }
  const before = /^before (?!(?:the )?end )(.+)$/.exec(plain);
  if (before)
    return suggestForms(before[1] ?? '').flatMap((form) => endsBefore(form, financialYear));
  const both = /^(\d{4})-(\d{2})-(\d{2})T/.exec(text);
  if (both) return [`${both[1]}-${both[2]}-${both[3]}`];
  return suggestForms(text);
}

/** "Before June 2022" ends with May; many mean by the end of June. */
function endsBefore(form: string, financialYear: FinancialYear): string[] {
  const span = parseSpan(form, financialYear);
  return span && !('fault' in span) ? [addDays(span[0], -1), form] : [];
}

function quoted(form: string): string {
  return form.startsWith('when:') ? `"${form}"` : form;
}

/** The last day of a month `YYYY-MM`, and its first: the period of `--month`. */
export function monthSpan(year: number, month: number): Span {
  return [writeDay(year, month, 1), writeDay(year, month, monthLength(year, month))];
}
