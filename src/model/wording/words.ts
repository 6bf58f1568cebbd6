import { DIGIT, kindAt, LETTER, SIGN, SPACE, widthAt } from './characters.ts';
import { CLOSING, is, LOWER_FIRST, SHORT_FORM, STOP, WORDLIKE } from './classes.ts';
import type { Standing } from './grammar.ts';
import type { Lexicon, Phrase, VerbUse } from './lexicon.ts';
import type { ProductKind } from './products.ts';
import type { VaguePhrases } from './vague-words.ts';

/** A word or sign of the language, with all that is known of it wherever it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Bits of `classes.ts`. */
  readonly classes: number;
  /** The verbs it may be a form of. */
  readonly uses: readonly VerbUse[];
  /** How the verb of a clause stands that it opens. */
  readonly opens: Standing | undefined;
  /** What begins with it, the longest first. */
  readonly products: readonly Phrase<ProductKind>[];
  readonly vaguePhrases: readonly Phrase<VaguePhrases>[];
  readonly remarks: readonly Phrase<VaguePhrases>[];
}

/** The words of a sentence, with the offsets of each in the text. */
export interface Words {
  readonly words: readonly Word[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The classes of all its words: what no word of it is need not be looked for. */
  readonly classes: number;
}

/** Stands in before the first word and after the last. */
const NONE: Word = {
  text: '',
  lower: '',
  classes: 0,
  uses: [],
  opens: undefined,
  products: [],
  vaguePhrases: [],
  remarks: [],
};

export function wordAt(words: readonly Word[], at: number): Word {
  return at >= 0 && at < words.length ? (words[at] ?? NONE) : NONE;
}

/** No sentence of a commitment is as long; it bounds the work on a text without full stops. */
const MAX_WORDS = 250;

/** The sentences of a text, each as its words. A line of its own, as in a list, is one too. */
export function sentencesOf(text: string, lexicon: Lexicon): Words[] {
  const sentences: Words[] = [];
  let words: Word[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  let classes = 0;
  const close = (): void => {
    // Signs alone are no sentence.
    if ((classes & WORDLIKE) !== 0) sentences.push({ words, starts, ends, classes });
    words = [];
    starts = [];
    ends = [];
    classes = 0;
  };
  let start = 0;
  let newlines = 0;
  let gap = false;
  while (start < text.length) {
    if (kindAt(text, start) === SPACE) {
      if (text.charCodeAt(start) === NEWLINE) newlines += 1;
      gap = true;
      start += 1;
      continue;
    }
    const end = wordEnd(text, start);
    const word = lexicon.word(text.slice(start, end));
    if (words.length > 0) {
      const ended = newlines > 1 || (gap && endsSentence(words, word));
      if (ended || words.length >= MAX_WORDS) close();
    }
    words.push(word);
    starts.push(start);
    ends.push(end);
    classes |= word.classes;
    start = end;
    newlines = 0;
    gap = false;
  }
  if (words.length > 0) close();
  return sentences;
}

const NEWLINE = 10;

/** Words keep their hyphens, apostrophes, decimals and percent signs: "roll-out", "28-day", "95%". */
function wordEnd(text: string, start: number): number {
  const kind = kindAt(text, start);
  if (kind === LETTER) {
    const end = pastParts(text, start, APOSTROPHES_AND_HYPHEN);
    return isOneOf(text, end, APOSTROPHES) ? end + 1 : end;
  }
  const money = kind === SIGN && isOneOf(text, start, CURRENCIES);
  let at = money ? start + 1 : start;
  if (kindAt(text, at) !== DIGIT) return start + widthAt(text, start);
  for (;;) {
    at = past(text, at, false);
    if (!isOneOf(text, at, POINTS) || kindAt(text, at + 1) !== DIGIT) break;
    at += 1;
  }
  return text.charAt(at) === '%' ? at + 1 : pastParts(text, at, '-');
}

const APOSTROPHES = "'’";
const APOSTROPHES_AND_HYPHEN = "-'’";
const CURRENCIES = '£$€';
const POINTS = '.,';

function isOneOf(text: string, at: number, signs: string): boolean {
  return at < text.length && signs.includes(text.charAt(at));
}

/** Past letters and digits, or digits alone. */
function past(text: string, from: number, letters: boolean): number {
  let at = from;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind !== DIGIT && !(letters && kind === LETTER)) return at;
    at += widthAt(text, at);
  }
}

/** Past letters and digits, with what follows one of the signs that join: "co-ordinator's". */
function pastParts(text: string, from: number, joints: string): number {
  let at = past(text, from, true);
  while (isOneOf(text, at, joints)) {
    const next = past(text, at + 1, true);
    if (next === at + 1) break;
    at = next;
  }
  return at;
}

function endsSentence(words: readonly Word[], next: Word): boolean {
  let at = words.length - 1;
  if (!is(wordAt(words, at), STOP | CLOSING)) return false;
  while (at > 0 && is(wordAt(words, at), CLOSING)) at -= 1;
  const last = wordAt(words, at);
  if (!is(last, STOP)) return false;
  if (last.text === '.' && is(wordAt(words, at - 1), SHORT_FORM)) return false;
  return !is(next, LOWER_FIRST);
}
