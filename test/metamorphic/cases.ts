import { long } from '../support/long.ts';

/** How many generated portfolios each property is tried on: in the gate, and in `npm run test:long`. */
export const CASES = {
  order: [20, 300],
  layout: [10, 100],
  days: [6, 150],
  passing: [6, 150],
  month: [6, 150],
  formats: [3, 40],
  parts: [10, 200],
  differences: [50, 1_500],
  'differences-back': [15, 500],
  alone: [8, 300],
} as const satisfies Readonly<Record<string, readonly [gate: number, long: number]>>;

/** How often `fast-check` tries a property in this run. */
export function casesOf(property: keyof typeof CASES): { numRuns: number } {
  return { numRuns: CASES[property][long ? 1 : 0] };
}
