import { UsageError } from '../host.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { cleanText } from '../render/clean-text.ts';
import { type Narrowing, type UnknownValue, unknownValue } from '../reports/narrow.ts';
import { nameWith } from './flags.ts';

/** More names than this are no help. */
const MOST_NAMES = 12;

/** Refuses a value to narrow by that no plan has: a report of nothing would look like good news. */
export function requireKnown(portfolio: Portfolio, narrowing: Narrowing): void {
  const wrong = unknownValue(portfolio, narrowing);
  if (!wrong) return;
  throw new UsageError(
    `no plan here has the ${wrong.option} "${cleanText(wrong.value)}"`,
    wayOut(wrong),
  );
}

/** What was meant most likely, else where to find what an option can be. */
function wayOut({ option, value, known, near, organisation }: UnknownValue): string {
  if (organisation !== undefined) {
    return `it is an organisation: --organisation "${cleanText(organisation)}"`;
  }
  if (near !== undefined) return `did you mean "${cleanText(near)}"?`;
  const named = nameWith(value, known);
  if (named !== undefined) return named;
  if (option === 'owner') return '`actionplan report owners` lists the owners';
  if (option === 'organisation') {
    return '`actionplan report owners --by organisation` lists the organisations';
  }
  const names = [...new Set(known)];
  if (names.length === 0) return `no plan here has a ${option}`;
  const more = names.length > MOST_NAMES ? ', …' : '';
  return `it is one of ${names.slice(0, MOST_NAMES).map(cleanText).join(', ')}${more}`;
}
