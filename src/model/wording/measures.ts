import type { Word } from './words.ts';

export type MeasureKind = 'number' | 'frequency' | 'coverage';

export interface MeasureFound {
  readonly kind: MeasureKind;
  readonly from: number;
  readonly to: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** How often a thing is done: it can be checked for any interval that has passed. */
const FREQUENCIES = set(
  'daily weekly fortnightly monthly bimonthly bi-monthly quarterly yearly annually annual biannual biannually bi-annual bi-annually six-monthly three-monthly twice-yearly half-yearly termly',
);

const PERIODS = set(
  'day days week weeks month months quarter quarters year years shift shifts term working fortnight',
);

/** Words that say how much of a known whole: any one left out can be pointed at. */
const COVERAGE = set('all each every everyone everybody nationwide nationally');

/** Wholes that say nothing by themselves: "all this", "all the time". */
const NO_WHOLE = set(
  'of this that these those time it them at along possible appropriate necessary',
);

const NUMBER_WORDS = set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred',
);

const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** Words whose number is a name: "section 47", "recommendation 4", "level 2". */
const NUMBERED = set(
  'section sections s para paragraph paragraphs recommendation recommendations rec level levels part parts chapter article page version v phase stage tier category code codes wing band grade year annex appendix q standard procedure table figure concern core plus act regulation rule item no number id class and & 1983 £',
);

const BACKGROUND_UNIT = set(
  'day days week weeks month months year years hour hours minutes monthly am pm',
);

/** What can be counted or checked among these words, leaving out dates, titles and section numbers. */
export function measuresIn(words: readonly Word[], from: number, to: number): MeasureFound[] {
  const found: MeasureFound[] = [];
  for (let at = from; at < to; at += 1) {
    const one = frequencyAt(words, at) ?? coverageAt(words, at) ?? numberAt(words, at);
    if (one) found.push(one);
  }
  return found;
}

function frequencyAt(words: readonly Word[], at: number): MeasureFound | undefined {
  const word = words[at]?.lower ?? '';
  const next = words[at + 1]?.lower ?? '';
  if (FREQUENCIES.has(word)) return { kind: 'frequency', from: at, to: at + 1 };
  if ((word === 'every' || word === 'each' || word === 'per') && PERIODS.has(next)) {
    return { kind: 'frequency', from: at, to: at + 2 };
  }
  if (word === 'every' && PERIODS.has(words[at + 2]?.lower ?? '')) {
    return { kind: 'frequency', from: at, to: at + 3 };
  }
  if (
    (word === 'once' || word === 'twice') &&
    (next === 'a' || next === 'per' || next === 'every')
  ) {
    return { kind: 'frequency', from: at, to: at + 3 };
  }
  return undefined;
}

function coverageAt(words: readonly Word[], at: number): MeasureFound | undefined {
  const word = words[at]?.lower ?? '';
  const next = words[at + 1]?.lower ?? '';
  if (word === 'full' && next === 'coverage') return { kind: 'coverage', from: at, to: at + 2 };
  // "No prisoner will be released without …" covers each of them.
  if (word === 'no' && at === 0) return { kind: 'coverage', from: at, to: at + 2 };
  if (!COVERAGE.has(word)) return undefined;
  if (word.startsWith('nation') || (word.startsWith('every') && word !== 'every')) {
    return { kind: 'coverage', from: at, to: at + 1 };
  }
  if (!/^\p{L}/u.test(next) || NO_WHOLE.has(next) || PERIODS.has(next)) return undefined;
  return { kind: 'coverage', from: at, to: at + 2 };
}

function numberAt(words: readonly Word[], at: number): MeasureFound | undefined {
  const word = words[at];
  if (!word) return undefined;
  const before = words[at - 1]?.lower ?? '';
  const next = words[at + 1]?.lower ?? '';
  const one: MeasureFound = { kind: 'number', from: at, to: at + 1 };
  if (NUMBER_WORDS.has(word.lower)) {
    return BACKGROUND_UNIT.has(next) || NUMBERED.has(before) ? undefined : one;
  }
  if (word.text.endsWith('%') || (/^\d/.test(word.text) && (next === '%' || next === 'percent')))
    return one;
  if (next === 'per' && words[at + 2]?.lower === 'cent') return one;
  if (/^[£$€]/.test(word.text)) return one;
  if (!/^\d+(?:[.,]\d{3})*(?:\.\d+)?$/.test(word.text)) return undefined;
  // A deadline is no measure, but a standard of so many days for each case is.
  if (before === 'within' && BACKGROUND_UNIT.has(next)) return undefined;
  if (BACKGROUND_UNIT.has(next) || MONTHS.has(next) || MONTHS.has(before)) return undefined;
  if (/^(?:19|20)\d\d$/.test(word.text) || NUMBERED.has(before)) return undefined;
  if (/^[/.–-]$/.test(next) || /^[/.–-]$/.test(before) || before === '(' || next === ')')
    return undefined;
  if (isNameBefore(words, at) && !/^\p{Ll}/u.test(words[at + 1]?.text ?? '')) return undefined;
  return one;
}

/** "Core 20", "OC10 & 12", "Phase 3": a number after a capital is most often part of a name. */
function isNameBefore(words: readonly Word[], at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(words[at - 1]?.text ?? '');
}
