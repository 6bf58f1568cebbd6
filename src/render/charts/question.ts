import { type Day, dayInWords } from '../../model/day.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { counted } from '../../model/words.ts';
import { leftOut } from '../../reports/action-row.ts';
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

/** That plans are not in a picture, for its description. */
export function leftOutInWords(portfolio: Portfolio, question: Question): string[] {
  const count = leftOut(portfolio, question).length;
  if (count === 0) return [];
  return [
    `${counted(count, 'plan')} submitted after ${dayInWords(question.asOf)} ${count === 1 ? 'is' : 'are'} not counted.`,
  ];
}

export function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
