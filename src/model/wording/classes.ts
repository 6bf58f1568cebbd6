import {
  ADVERBS,
  AFTER_NOUN,
  BE,
  DETERMINERS,
  FAR,
  FINITE_BE,
  HAVE,
  JOINING,
  MODALS,
  NOT,
  OPENINGS,
  POSSIBLE,
  PREPOSITIONS,
  QUALIFYING,
  SHORT_FORMS,
  SUBORDINATORS,
} from './grammar.ts';
import { COVERAGE, FREQUENCIES, NUMBER_WORDS, OTHER_BEGINNINGS } from './measure-words.ts';

/*
 * What a word is by itself, one bit each, worked out once for each word of the language: texts are
 * then read by tests of bits, which is what makes the reader fast.
 */
export const MODAL = 1 << 0;
/** "can", "may" */
export const POSSIBLY = 1 << 1;
export const BEING = 1 << 2;
/** A form of "be" that stands by itself, or one of "have". */
export const IS_OR_HAS = 1 << 3;
export const NEGATION = 1 << 5;
export const DETERMINER = 1 << 6;
export const PREPOSITION = 1 << 7;
export const JOIN = 1 << 8;
export const OPENING = 1 << 9;
export const ADVERB = 1 << 10;
/** Opens a clause of its own. */
export const SUBORDINATOR = 1 << 11;
export const ENDS_NOUN = 1 << 12;
/** Qualifies a subject: "updates to the guidance". */
export const QUALIFIES = 1 << 13;
/** Says where or for whom. */
export const PLACES = 1 << 14;
/** May begin a number, a frequency or a stated coverage. */
export const MAY_MEASURE = 1 << 15;
/** Stands before a verb in the present without -s. */
export const PLURAL = 1 << 16;
export const UPPER_FIRST = 1 << 17;
export const UPPER_TWICE = 1 << 18;
export const LOWER_FIRST = 1 << 19;
export const LETTER_FIRST = 1 << 20;
export const LETTER_OR_DIGIT_FIRST = 1 << 21;
/** Holds a letter or digit: no sign. */
export const WORDLIKE = 1 << 22;
/** A full stop, question mark or exclamation mark. */
export const STOP = 1 << 23;
/** What may stand after a full stop and still belong to its sentence: quotes, brackets. */
export const CLOSING = 1 << 24;
export const SHORT_FORM = 1 << 25;
/** A semicolon, colon or bullet. */
export const BREAK = 1 << 26;
// Set by the lexicon, since they depend on its lists.
export const VERB = 1 << 27;
export const PHRASE = 1 << 28;
export const REMARK = 1 << 29;
export const PRODUCT = 1 << 30;

export const AUXILIARY = MODAL | POSSIBLY | IS_OR_HAS;

const BY_WORD = new Map<string, number>();
for (const [bit, ...lists] of [
  [MODAL, MODALS],
  [POSSIBLY, POSSIBLE],
  [BEING, BE],
  [IS_OR_HAS, FINITE_BE, HAVE],
  [NEGATION, NOT],
  [DETERMINER, DETERMINERS],
  [PREPOSITION, PREPOSITIONS],
  [JOIN, JOINING],
  [OPENING, OPENINGS],
  [ADVERB, ADVERBS],
  [SUBORDINATOR, SUBORDINATORS.keys(), ['that']],
  [ENDS_NOUN, AFTER_NOUN],
  [QUALIFIES, QUALIFYING],
  [PLACES, FAR],
  [SHORT_FORM, SHORT_FORMS],
  [MAY_MEASURE, FREQUENCIES, COVERAGE, NUMBER_WORDS, OTHER_BEGINNINGS],
  [STOP, ['.', '!', '?']],
  [CLOSING, ['"', "'", '”', '’', ')', ']']],
  [BREAK, [';', ':', '•']],
] as const) {
  for (const list of lists) {
    for (const word of list) BY_WORD.set(word, (BY_WORD.get(word) ?? 0) | bit);
  }
}

const BY_FORM: readonly (readonly [number, RegExp])[] = [
  [UPPER_FIRST, /^\p{Lu}/u],
  [UPPER_TWICE, /^\p{Lu}{2}/u],
  [LOWER_FIRST, /^\p{Ll}/u],
  [LETTER_FIRST, /^\p{L}/u],
  [LETTER_OR_DIGIT_FIRST, /^[\p{L}\p{N}]/u],
  [WORDLIKE, /[\p{L}\p{N}]/u],
  [PLURAL, /(?:s|[A-Z]|\)|^staff|^people|^[Ww]e|^[Tt]hey|^[Tt]h[eo]se)$/],
  [MAY_MEASURE, /^[\d£$€]|%$/],
];

/** The classes of a word that do not depend on the word lists. */
export function classesOf(text: string, lower: string): number {
  // A sign is its own form: without its letters it would be nothing.
  let classes = BY_WORD.get(lower) ?? BY_WORD.get(text) ?? 0;
  for (const [bit, form] of BY_FORM) if (form.test(text)) classes |= bit;
  if (/[a-z]{3}ly$/.test(lower)) classes |= ADVERB;
  // The month, not the verb.
  return text === 'May' ? classes & ~POSSIBLY : classes;
}

export function is({ classes }: { readonly classes: number }, bits: number): boolean {
  return (classes & bits) !== 0;
}
