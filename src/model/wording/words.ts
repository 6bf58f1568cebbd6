import { DIGIT, isHalf, KNOWN_KINDS, kindAt, LETTER, SIGN, SPACE, widthAt } from './characters.ts';
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

/** The words of a sentence, and where each begins in the text. */
export interface Words {
  readonly words: readonly Word[];
  readonly starts: readonly number[];
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

/** Where a sentence is gathered before its length is known. */
const gathered: Word[] = [];
const gatheredStarts: number[] = [];

/** The sentences of a text, each as its words. A line of its own, as in a list, is one too. */
export function sentencesOf(text: string, { words: vocabulary }: Lexicon): Words[] {
  const sentences: Words[] = [];
  const codes = codesOf(text);
  let count = 0;
  let classes = 0;
  let newlines = 0;
  let gap = false;
  for (let start = 0; start < text.length; ) {
    const code = codes[start] ?? 0;
    const kind = KNOWN_KINDS[code] || kindAt(text, start);
    if (kind === SPACE) {
      if (code === NEWLINE) newlines += 1;
      gap = true;
      start += 1;
      continue;
    }
    let end = start + 1;
    if (kind === LETTER) {
      while (KNOWN_KINDS[codes[end] ?? 0] === LETTER) end += 1;
      // Most words are letters alone, up to a space.
      if (kindAt(text, end) !== SPACE) end = wordEnd(text, start);
    } else if (kind !== SIGN || !isAlone(code)) {
      end = wordEnd(text, start);
    }
    const word = vocabulary.at(text, codes, start, end);
    if (count > 0) {
      const ended = newlines > 1 || (gap && endsSentence(gathered, count, word));
      if (ended || count >= MAX_WORDS) {
        if ((classes & WORDLIKE) !== 0) sentences.push(sentence(count, classes));
        count = 0;
        classes = 0;
      }
    }
    gathered[count] = word;
    gatheredStarts[count] = start;
    count += 1;
    classes |= word.classes;
    start = end;
    newlines = 0;
    gap = false;
  }
  // Signs alone are no sentence.
  if ((classes & WORDLIKE) !== 0) sentences.push(sentence(count, classes));
  return sentences;
}

/** The characters of the text that is read; past its end, those of longer ones. */
let gatheredCodes = new Uint16Array(4096);

function codesOf(text: string): Uint16Array {
  if (text.length >= gatheredCodes.length) gatheredCodes = new Uint16Array(2 * text.length);
  const codes = gatheredCodes;
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
  // A NUL ends each word.
  codes[text.length] = 0;
  return codes;
}

function sentence(count: number, classes: number): Words {
  return { words: gathered.slice(0, count), starts: gatheredStarts.slice(0, count), classes };
}

const NEWLINE = 10;
const HYPHEN = 45;
const APOSTROPHE = 39;
const HIGH_APOSTROPHE = 0x2019;
const PERCENT = 37;
const POINT = 46;
const COMMA = 44;
const DOLLAR = 36;
const POUND = 0xa3;
const EURO = 0x20ac;

/** Whether a sign is no currency, which a number may begin with, nor half of a pair. */
function isAlone(code: number): boolean {
  return code !== DOLLAR && code !== POUND && code !== EURO && !isHalf(code);
}

/** Words keep their hyphens, apostrophes, decimals and percent signs: "roll-out", "28-day", "95%". */
function wordEnd(text: string, start: number): number {
  if (kindAt(text, start) === LETTER) {
    const end = pastParts(text, start, true);
    return isApostrophe(text.charCodeAt(end)) ? end + 1 : end;
  }
  let at = isAlone(text.charCodeAt(start)) || isHalf(text.charCodeAt(start)) ? start : start + 1;
  if (kindAt(text, at) !== DIGIT) return start + widthAt(text, start);
  for (;;) {
    while (kindAt(text, at) === DIGIT) at += widthAt(text, at);
    const code = text.charCodeAt(at);
    if ((code !== POINT && code !== COMMA) || kindAt(text, at + 1) !== DIGIT) break;
    at += 1;
  }
  return text.charCodeAt(at) === PERCENT ? at + 1 : pastParts(text, at, false);
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === HIGH_APOSTROPHE;
}

/** Past letters and digits. */
function past(text: string, from: number): number {
  let at = from;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT) return at;
    at += widthAt(text, at);
  }
}

/** Past letters and digits, with what follows a hyphen or an apostrophe: "co-ordinator's". */
function pastParts(text: string, from: number, apostrophes: boolean): number {
  let at = past(text, from);
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== HYPHEN && !(apostrophes && isApostrophe(code))) return at;
    const next = past(text, at + 1);
    if (next === at + 1) return at;
    at = next;
  }
}

function endsSentence(words: readonly Word[], count: number, next: Word): boolean {
  let at = count - 1;
  if (!is(wordAt(words, at), STOP | CLOSING)) return false;
  while (at > 0 && is(wordAt(words, at), CLOSING)) at -= 1;
  const last = wordAt(words, at);
  if (!is(last, STOP)) return false;
  if (last.text === '.' && is(wordAt(words, at - 1), SHORT_FORM)) return false;
  return !is(next, LOWER_FIRST);
}
