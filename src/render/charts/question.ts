import { type Day, dayInWords } from '../../model/day.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { counted } from '../../model/words.ts';
import { leftOut } from '../../reports/action-row.ts';
import { narrowingInWords } from '../../reports/narrow.ts';
import type { Question } from '../../reports/report.ts';
import type { Scope } from './chart.ts';
import { idPart } from './picture.ts';

/** What is asked of plans for a picture, in the form that reports take. */
export function questionOf(asOf: Day, { narrowing = {} }: Scope): Question {
  return { asOf, period: null, by: 'owner', days: 0, narrowing, lineOf: () => 1 };
}

/** The id of a picture of a kind. */
export function idOf(kind: string, { name }: Scope): string {
  return name === undefined ? kind : `${kind}-${idPart(name)}`;
}

/** The title of a picture; what it is narrowed to, where a page has several of its kind. */
export function titleOf(title: string, portfolio: Portfolio, { name, narrowing }: Scope): string {
  const words = name === undefined ? '' : narrowingInWords(portfolio, narrowing ?? {});
  return words === '' ? title : `${title}: ${words}`;
}

/** What is not in a picture, for its description: what is not asked for, and plans of later days. */
export function leftOutInWords(portfolio: Portfolio, question: Question): string[] {
  const words = narrowingInWords(portfolio, question.narrowing);
  const only = words === '' ? [] : [`Only this is counted: ${words}.`];
  const count = leftOut(portfolio, question).length;
  if (count === 0) return only;
  return [
    ...only,
    `${counted(count, 'plan')} submitted after ${dayInWords(question.asOf)} ${count === 1 ? 'is' : 'are'} not counted.`,
  ];
}

export function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
