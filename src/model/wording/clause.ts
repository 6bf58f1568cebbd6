import { is, PRODUCT, QUALIFIES, UPPER_FIRST } from './classes.ts';
import { type Lexicon, type ProductFound, productAt } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { type Words, wordAt } from './words.ts';

/** A sentence as the reader holds it: its words, its verbs and the lists it is read by. */
export interface Sentence extends Words {
  /** Its place among the sentences of the text, from 0. */
  readonly number: number;
  readonly text: string;
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

export function clauseOf(
  { words }: Sentence,
  { subject, head, to }: Predicate,
  next: Predicate | undefined,
): Clause {
  let end = Math.min(next?.head ?? words.length, to + REACH);
  for (let at = to; at < end; at += 1) {
    const { lower } = wordAt(words, at);
    if (ENDS_CLAUSE.has(lower) || (at === to && lower === 'that')) end = at;
  }
  return { subject: Math.max(subject, head - REACH), head, object: to, end };
}

const ENDS_CLAUSE: ReadonlySet<string> = new Set([';', 'whether', 'so', 'via']);

/** The products named between two words. */
export function productsIn(sentence: Sentence, from: number, to: number): ProductFound[] {
  if (!is(sentence, PRODUCT)) return [];
  const { words, lexicon } = sentence;
  const found: ProductFound[] = [];
  for (let at = from; at < to; at += 1) {
    if (!is(wordAt(words, at), PRODUCT)) continue;
    const product = productAt(words, at);
    if (!product || product.to > to) continue;
    const before = wordAt(words, at - 1).lower;
    // "In response to" names no response, and "a better service" no service.
    const wished = before === 'in' || (product.kind === 'event' && lexicon.wished.has(before));
    if (!wished) found.push(product);
    at = product.to - 1;
    // "A review of the guidance" makes no guidance, nor does "training on the guidance".
    const after = wordAt(words, at + 1).lower;
    const looking =
      (after === 'of' || after === 'into') && lexicon.looking.has(wordAt(words, at).lower);
    if (looking || (product.kind === 'event' && ABOUT.has(after))) {
      break;
    }
  }
  return found;
}

const ABOUT: ReadonlySet<string> = new Set(['on', 'about', 'around', 'regarding']);

/** The products a subject is, leaving out those that only qualify it: "updates to the guidance". */
export function productsOfSubject(sentence: Sentence, from: number, to: number): ProductFound[] {
  if (!is(sentence, PRODUCT)) return [];
  for (let at = from + 1; at < to; at += 1) {
    if (is(wordAt(sentence.words, at), QUALIFIES) && !inName(sentence, at, to)) {
      return productsIn(sentence, from, at);
    }
  }
  return productsIn(sentence, from, to);
}

/** "Centre for Mental Health report": the preposition is part of a name, the noun comes after. */
function inName({ words }: Sentence, at: number, to: number): boolean {
  if (!is(wordAt(words, at - 1), UPPER_FIRST) || !is(wordAt(words, at + 1), UPPER_FIRST)) {
    return false;
  }
  for (let next = at + 1; next < to; next += 1) {
    if (is(wordAt(words, next), QUALIFIES)) return false;
  }
  return true;
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
  if (STANDS_FOR.has(wordAt(words, predicate.head - 1).lower)) {
    return productsOfSubject(sentence, before.subject, before.head);
  }
  const joint = wordAt(words, predicate.from - 1).lower;
  if ((joint !== 'and' && joint !== 'then') || !lexicon.changing.has(predicate.lemma)) return [];
  const { object, end } = clauseOf(sentence, before, predicate);
  return productsIn(sentence, object, end);
}

const STANDS_FOR: ReadonlySet<string> = new Set(['these', 'they', 'it', 'both']);
