import type { PlanDate } from '../model/date.ts';
import type { Day } from '../model/day.ts';
import type { Target } from '../model/target.ts';
import type { Words } from './words.ts';

/** A date as it is known: "27 March 2023", "March 2023" or "2023". */
export function dateInWords({ written }: PlanDate, words: Words): string {
  const [year = '', month, date] = written.split('-');
  const name = month === undefined ? undefined : words.months[Number(month) - 1];
  return [date === undefined ? undefined : String(Number(date)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

export function dayInWords(day: Day, words: Words): string {
  return dateInWords({ written: day, first: day, day }, words);
}

/** A target as people read it: "June 2022", "Second quarter of 2022 (30 June 2022)", "Ongoing". */
export function targetInWords({ written, due, first }: Target, words: Words): string {
  if (written === 'ongoing') return words.ongoing;
  const when = /^when: +(.*)$/.exec(written)?.[1];
  if (when !== undefined) return `${words.when} ${when}`;
  const begins = /^from (.*)$/.exec(written)?.[1];
  if (begins !== undefined) {
    const span = spanInWords(begins, first, null, words);
    // Of these only months keep their capital within a sentence.
    const isMonth = /^\d{4}(?:-\d\d){0,2}$/.test(begins);
    return `${words.from} ${isMonth ? span : span.charAt(0).toLowerCase() + span.slice(1)}`;
  }
  return spanInWords(written, first, due, words);
}

/** One of the forms of FORMAT that has days; the last day is said where it is not plain. */
function spanInWords(written: string, first: Day | null, due: Day | null, words: Words): string {
  const last = due === null ? '' : ` (${dayInWords(due, words)})`;
  const fiscal = /^FY(\d{4})(?:-Q([1-4]))?$/.exec(written);
  if (fiscal) {
    const [, year = '', quarter] = fiscal;
    const years = first?.endsWith('-01-01') ? year : `${year}-${nextYear(year)}`;
    const part = quarter === undefined ? '' : `${words.quarter[Number(quarter) - 1]} `;
    return `${part === '' ? words.financialYear : part.trim()} ${years}${last}`;
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(written);
  if (quarter) return `${words.quarter[Number(quarter[2]) - 1]} ${quarter[1]}${last}`;
  const season = /^(\d{4})-([a-z]+)$/.exec(written);
  if (season) return `${words.seasons[season[2] ?? ''] ?? season[2]} ${season[1]}`;
  return dateInWords({ written, first: written, day: written }, words);
}

function nextYear(year: string): string {
  return String((Number(year) + 1) % 100).padStart(2, '0');
}
