import { addMonths, type Day, daysBetween } from '../../model/day.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

interface TimeTick {
  readonly day: Day;
  readonly label: string;
}

/** The beginnings of months or years between two days, evenly spaced: at most so many. */
export function timeTicks(from: Day, to: Day, most: number): TimeTick[] {
  const all = monthsBetween(from, to);
  const step = STEPS.find((one) => all.filter((day) => isAt(day, one)).length <= most) ?? 600;
  return all
    .filter((day) => isAt(day, step))
    .map((day) => ({ day, label: step >= 12 ? day.slice(0, 4) : shortMonth(day) }));
}

/** "Mar 2022" */
export function shortMonth(day: Day): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

function isAt(day: Day, step: number): boolean {
  return (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) % step === 0;
}

/** The first days of the months between two days, both included. */
export function monthsBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  const first = firstOfMonth(from);
  for (let day = first < from ? addMonths(first, 1) : first; day <= to; day = addMonths(day, 1)) {
    days.push(day);
  }
  return days;
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** Where a day stands between two others, from 0 to 1. */
export function shareOf(day: Day, from: Day, to: Day): number {
  return daysBetween(from, day) / Math.max(1, daysBetween(from, to));
}
