import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';
import { remembered } from './remembered.ts';

/**
 * A calendar day written `YYYY-MM-DD`, without clock or time zone. Days compare as text.
 * Arithmetic is on day numbers, so no time zone and no `Date` can move a day.
 */
export type Day = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days counted from 1970-01-01 (day 0), in the Gregorian calendar. */
export const dayNumber = remembered((day: Day): number => {
  const [year, month, date] = parts(day);
  // The year is taken to begin in March, so that the leap day is its last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
});

/** The day with this number: the inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return writeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

/** Days from one day to another: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The same date so many months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = (total % 12) + 1;
  return writeDay(newYear, newMonth, Math.min(date, monthLength(newYear, newMonth)));
}

/** How many days a month has. Months count from 1. */
export function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day of this year, month and date; nothing is checked. */
export function writeDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** Whether the day is in the calendar and between 1900 and 2199. */
export function isRealDay(year: number, month: number, date: number): boolean {
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= monthLength(year, month)
  );
}

/** The day as people read it: "30 June 2022". */
export function dayInWords(day: Day): string {
  const [year, month, date] = parts(day);
  return format(new UTCDateMini(year, month - 1, date), 'd MMMM yyyy');
}

function parts(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
