import fc from 'fast-check';
import { type Day, dayFromNumber, dayNumber } from '../../src/model/day.ts';

/** Any day this tool takes that leaves room for arithmetic at both ends. */
export function anyDay(from: Day = '1940-01-01', to: Day = '2150-12-31'): fc.Arbitrary<Day> {
  return fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dayFromNumber);
}
