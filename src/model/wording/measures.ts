import {
  DETERMINER,
  is,
  LETTER_FIRST,
  LOWER_FIRST,
  MAY_MEASURE,
  PREPOSITION,
  UPPER_FIRST,
  VERB,
} from './classes.ts';
import { OFTEN_NOUNS } from './grammar.ts';
import {
  BACKGROUND_UNIT,
  COVERAGE,
  FREQUENCIES,
  MONTHS,
  NO_WHOLE,
  NUMBER_WORDS,
  NUMBERED,
  PERIODS,
} from './measure-words.ts';
import { type Word, wordAt } from './words.ts';

export type MeasureKind = 'number' | 'frequency' | 'coverage';

export interface MeasureFound {
  readonly kind: MeasureKind;
  readonly from: number;
  readonly to: number;
}

/** What can be counted or checked among these words, leaving out dates, titles and section numbers. */
export function measuresIn(words: readonly Word[], from: number, to: number): MeasureFound[] {
  const found: MeasureFound[] = [];
  for (let at = from; at < to; at += 1) {
    // "Ninety-five per cent" begins with any word.
    if (!is(wordAt(words, at), MAY_MEASURE) && !isShare(words, at)) continue;
    const one = frequencyAt(words, at) ?? coverageAt(words, at) ?? numberAt(words, at);
    if (one) found.push(one);
  }
  return found;
}

function frequencyAt(words: readonly Word[], at: number): MeasureFound | undefined {
  const word = wordAt(words, at).lower;
  const next = wordAt(words, at + 1).lower;
  if (FREQUENCIES.has(word)) return { kind: 'frequency', from: at, to: at + 1 };
  if ((word === 'every' || word === 'each' || word === 'per') && PERIODS.has(next)) {
    return { kind: 'frequency', from: at, to: at + 2 };
  }
  if (word === 'every' && PERIODS.has(wordAt(words, at + 2).lower)) {
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
  const word = wordAt(words, at).lower;
  const next = wordAt(words, at + 1);
  if (word === 'full' && next.lower === 'coverage') {
    return { kind: 'coverage', from: at, to: at + 2 };
  }
  // "No prisoner will be released without …" covers each of them.
  if (word === 'no' && at === 0) return { kind: 'coverage', from: at, to: at + 2 };
  if (!COVERAGE.has(word)) return undefined;
  if (word.startsWith('nation') || (word.startsWith('every') && word !== 'every')) {
    return { kind: 'coverage', from: at, to: at + 1 };
  }
  if (!is(next, LETTER_FIRST) || NO_WHOLE.has(next.lower) || PERIODS.has(next.lower)) {
    return undefined;
  }
  return { kind: 'coverage', from: at, to: at + 2 };
}

/** "Ninety-five per cent", "95 percent": whatever the word before it, but no article. */
function isShare(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1).lower;
  const share = next === 'percent' || (next === 'per' && wordAt(words, at + 2).lower === 'cent');
  return share && !is(wordAt(words, at), DETERMINER);
}

const SIGN = /^[/.–-]$/;

function numberAt(words: readonly Word[], at: number): MeasureFound | undefined {
  const { text, lower } = wordAt(words, at);
  const before = wordAt(words, at - 1).lower;
  const next = wordAt(words, at + 1).lower;
  const one: MeasureFound = { kind: 'number', from: at, to: at + 1 };
  if (NUMBER_WORDS.has(lower)) {
    return BACKGROUND_UNIT.has(next) || NUMBERED.has(before) ? undefined : one;
  }
  if (text.endsWith('%') || (next === '%' && /^\d/.test(text)) || isShare(words, at)) return one;
  if (/^[£$€]/.test(text)) return one;
  if (!/^\d+(?:[.,]\d{3})*(?:\.\d+)?$/.test(text)) return undefined;
  // A deadline is no measure, but a standard of so many days for each case is.
  if (before === 'within' && BACKGROUND_UNIT.has(next)) return undefined;
  if (BACKGROUND_UNIT.has(next) || MONTHS.has(next) || MONTHS.has(before)) return undefined;
  if (/^(?:19|20)\d\d$/.test(text) || NUMBERED.has(before)) return undefined;
  const ends = next === '.' && at + 2 === words.length && isCounted(words, at);
  if ((SIGN.test(next) && !ends) || SIGN.test(before) || before === '(' || next === ')')
    return undefined;
  if (isNameBefore(words, at) && !is(wordAt(words, at + 1), LOWER_FIRST)) return undefined;
  return one;
}

/** "The number will reach 30.", but not "train team 1.": at the end a number after a noun is a name. */
function isCounted(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1);
  if (is(before, PREPOSITION)) return true;
  return is(before, VERB) && !before.uses.some(({ lemma }) => OFTEN_NOUNS.has(lemma));
}

/** "Core 20", "OC10 & 12", "Phase 3": a number after a capital is most often part of a name. */
function isNameBefore(words: readonly Word[], at: number): boolean {
  return is(wordAt(words, at - 1), UPPER_FIRST);
}
