import type { Lexicon, ProductFound } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import type { Word } from './words.ts';

/** A sentence as the reader holds it: its words, its verbs and the lists it is read by. */
export interface Sentence {
  /** Its place among the sentences of the text, from 0. */
  readonly number: number;
  readonly text: string;
  readonly words: readonly Word[];
  readonly predicates: readonly Predicate[];
  readonly lexicon: Lexicon;
}

/** The words a predicate is about: its subject up to `head`, its object from `object` to `end`. */
export interface Clause {
  readonly subject: number;
  readonly head: number;
  readonly object: number;
  readonly end: number;
}

/** What stands further off belongs to something else, and the work stays bounded. */
const REACH = 40;

export function clauseOf({ words, predicates }: Sentence, index: number): Clause {
  const predicate = predicates[index];
  if (!predicate) return { subject: 0, head: 0, object: 0, end: 0 };
  const { head, to } = predicate;
  const next = predicates.slice(index + 1).find((one) => one.head >= to);
  let end = Math.min(words.length, to + REACH, next?.head ?? Infinity);
  for (let at = to; at < end; at += 1) {
    if (/^(?:;|whether|so|via)$/.test(words[at]?.lower ?? '')) end = at;
    if (at === to && words[at]?.lower === 'that') end = at;
  }
  return { subject: Math.max(predicate.subject, head - REACH), head, object: to, end };
}

/** The products named between two words. */
export function productsIn({ words, lexicon }: Sentence, from: number, to: number): ProductFound[] {
  const found: ProductFound[] = [];
  for (let at = from; at < to; at += 1) {
    const product = lexicon.productAt(words, at);
    if (!product || product.to > to) continue;
    const before = words[at - 1]?.lower ?? '';
    // "In response to" names no response, and "a better service" no service.
    const wished = before === 'in' || (product.kind === 'event' && lexicon.wished.has(before));
    if (!wished) found.push(product);
    at = product.to - 1;
    // "A review of the guidance" makes no guidance, nor does "training on the guidance".
    const after = words[at + 1]?.lower ?? '';
    const looking = lexicon.looking.has(words[at]?.lower ?? '') && /^(?:of|into)$/.test(after);
    if (looking || (product.kind === 'event' && /^(?:on|about|around|regarding)$/.test(after))) {
      break;
    }
  }
  return found;
}

/** The products a subject is, leaving out those that only qualify it: "updates to the guidance". */
export function productsOfSubject(sentence: Sentence, from: number, to: number): ProductFound[] {
  for (let at = from + 1; at < to; at += 1) {
    if (QUALIFYING.test(sentence.words[at]?.lower ?? '') && !inName(sentence, at, to)) {
      return productsIn(sentence, from, at);
    }
  }
  return productsIn(sentence, from, to);
}

const QUALIFYING = /^(?:in|for|to|on|with|from|within|regarding|around|about|between)$/;

/** "Centre for Mental Health report": the preposition is part of a name, the noun comes after. */
function inName({ words }: Sentence, at: number, to: number): boolean {
  const named = /^\p{Lu}/u;
  return (
    named.test(words[at - 1]?.text ?? '') &&
    named.test(words[at + 1]?.text ?? '') &&
    !words.slice(at + 1, to).some((word) => QUALIFYING.test(word.lower))
  );
}

/**
 * What a verb without a thing of its own is about: "review the guidance and update accordingly",
 * "assessments are due, and these will be undertaken".
 */
export function sharedProducts(sentence: Sentence, index: number): ProductFound[] {
  const { words, predicates, lexicon } = sentence;
  const predicate = predicates[index];
  const before = predicates[index - 1];
  if (!predicate || before?.standing !== predicate.standing) return [];
  if (/^(?:these|they|it|both)$/.test(words[predicate.head - 1]?.lower ?? '')) {
    return productsOfSubject(sentence, before.subject, before.head);
  }
  const joined = /^(?:and|then)$/.test(words[predicate.from - 1]?.lower ?? '');
  if (!joined || !lexicon.changing.has(predicate.lemma)) return [];
  const { object, end } = clauseOf(sentence, index - 1);
  return productsIn(sentence, object, end);
}
