import {
  ADVERB,
  is,
  JOIN,
  LETTER_OR_DIGIT_FIRST,
  PLACES,
  PREPOSITION,
  PRODUCT,
  UPPER_TWICE,
} from './classes.ts';
import {
  type Clause,
  productsIn,
  productsOfSubject,
  type Sentence,
  sharedProducts,
} from './clause.ts';
import { type ProductFound, productAt } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { amountsIn, artefactIn, measureOf } from './spans.ts';
import type { Measure } from './wording.ts';
import { wordAt } from './words.ts';

export interface Judged {
  readonly product: ProductFound | undefined;
  readonly measures: readonly Measure[];
}

/** Whether a verb is a step, by what it needs beside it; undefined where it is none. */
export function judgePredicate(
  sentence: Sentence,
  index: number,
  clause: Clause,
): Judged | undefined {
  const { predicates, lexicon } = sentence;
  const predicate = predicates[index];
  if (!predicate || handsOn(predicate, predicates[index + 1])) return undefined;
  const subjectCounts =
    predicate.passive ||
    lexicon.containing.has(predicate.lemma) ||
    (lexicon.takingPlace.has(predicate.lemma) && isWithoutObject(sentence, clause));
  const done = productsOfObject(sentence, predicate, clause);
  const doing = subjectCounts ? productsOfSubject(sentence, clause.subject, clause.head) : NONE;
  const own = predicate.passive ? joined(doing, done) : joined(done, doing);
  const products = own.length > 0 ? own : sharedProducts(sentence, index);
  const [artefact, made] = artefactIn(sentence, products) ?? [];
  const amounts = joined(
    amountsIn(sentence, clause.subject, clause.head),
    amountsIn(sentence, clause.object, clause.end),
  );
  const product = artefact ?? products[0];
  const measures = joined(made ? [made] : [], joined(rulesIn(sentence, product), amounts));
  if (predicate.standing === 'content' && predicate.lemma === 'be') {
    // "Ensure that at least two nurses are on duty".
    return amounts.some((one) => one.kind === 'number')
      ? { product, measures: amounts }
      : undefined;
  }
  if (lexicon.asksFor.has(predicate.lemma) && !predicate.passive) {
    const subject = productsOfSubject(sentence, clause.subject, clause.head);
    const [field, there] = artefactIn(sentence, subject) ?? [];
    if (field && there) return { product: field, measures: [there] };
  }
  if (predicate.together) {
    const [named, shown] = artefactIn(sentence, productsOfMaking(sentence, clause)) ?? [];
    if (named && shown) return { product: named, measures: [shown, ...amounts] };
  }
  for (const needs of predicate.needs) {
    const named = predicate.passive ? clause.head > clause.subject : clause.end > clause.object;
    if (needs === 'anything' && named) {
      const record = measureOf(sentence, predicate.from, predicate.to, 'record');
      return { product, measures: [record, ...measures] };
    }
    if (needs === 'product') {
      // A verb that is vague by itself, and what is only to be ensured, must name a thing to ask for.
      const strict = predicate.vague !== undefined || predicate.standing === 'content';
      const found = strict ? artefact : product;
      if (found) return { product: found, measures };
    }
    if (needs === 'bounded' && isBounded(sentence, predicate, clause)) {
      return { product, measures: amounts };
    }
    if (needs === 'amount' && amounts.some((one) => counts(one, predicate))) {
      return { product, measures: amounts };
    }
  }
  return undefined;
}

const NONE: readonly never[] = [];

/** Two lists in one; most often one of them is empty. */
function joined<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

/** "A system which ensures that …" can be checked case by case. */
function rulesIn(sentence: Sentence, product: ProductFound | undefined): Measure[] {
  const { words, lexicon } = sentence;
  if (!product || !lexicon.rules.has(wordAt(words, product.to - 1).lower)) return [];
  const after = wordAt(words, product.to).lower;
  if (after !== 'which' && after !== 'whereby' && after !== 'that') return [];
  return [measureOf(sentence, product.from, product.to + 1, 'record')];
}

/** "Ensure all services improve": a whole inside an aim is no amount. */
function counts({ kind }: Measure, predicate: Predicate): boolean {
  return kind !== 'coverage' || predicate.vague === undefined;
}

/** The products a verb is done to; of an occasion or a body, only what stands next to the verb. */
function productsOfObject(
  sentence: Sentence,
  predicate: Predicate,
  { object, end }: Clause,
): ProductFound[] {
  const every = productsIn(sentence, object, end);
  if (every.length === 0) return every;
  const found = every.filter((one) => one.from > object || !isUnnamed(sentence, one));
  if (sentence.lexicon.puttingInto.has(predicate.lemma)) return found;
  let near = object;
  while (near < end && !is(wordAt(sentence.words, near), PLACES)) near += 1;
  return found.filter((one) => one.kind === 'artefact' || one.from < near || near === object);
}

/** "Developing training that will help": training of no one in nothing. */
function isUnnamed({ words, lexicon }: Sentence, { from, to }: ProductFound): boolean {
  return lexicon.unnamed.has(wordAt(words, from).lower) && !NAMING.has(wordAt(words, to).lower);
}

const NAMING: ReadonlySet<string> = new Set(['on', 'for', 'to', 'in', 'about']);

/** "Working with the project on the inclusion of a field": the making is named by a noun. */
function productsOfMaking(sentence: Sentence, { object, end }: Clause): ProductFound[] {
  const { words, lexicon } = sentence;
  for (let at = object; at < end; at += 1) {
    const making =
      wordAt(words, at + 1).lower === 'of' && lexicon.making.has(wordAt(words, at).lower);
    if (making) return productsIn(sentence, at, end);
  }
  return [];
}

/** "The rollout will commence in May": nothing but when, where or how follows. */
function isWithoutObject({ words }: Sentence, { object, end }: Clause): boolean {
  const next = wordAt(words, object);
  return object >= end || is(next, ADVERB | PREPOSITION | JOIN) || !is(next, LETTER_OR_DIGIT_FIRST);
}

/** "Started to shape" is shaping: the verb that follows is the one to judge. */
function handsOn(predicate: Predicate, next: Predicate | undefined): boolean {
  return predicate.passingOn && next !== undefined && next.head <= predicate.to;
}

/** How far on the object of a review is looked for. */
const NEAR = 14;

/** Whether what is reviewed has an end: a document, a programme, named courts. */
function isBounded(sentence: Sentence, predicate: Predicate, clause: Clause): boolean {
  const { words, lexicon } = sentence;
  const [from, to] = predicate.passive
    ? [clause.subject, clause.head]
    : [clause.object, clause.end];
  for (let at = from; at < Math.min(to, from + NEAR); at += 1) {
    const word = wordAt(words, at);
    const { lower } = word;
    if (lexicon.unbounded.has(lower)) return false;
    if (at === from && POINTING.has(lower) && !predicate.passive) return false;
    if (is(word, PRODUCT) && productAt(words, at)) return true;
    if (lexicon.bounded.has(lower) || (at > 0 && is(word, UPPER_TWICE))) return true;
  }
  return false;
}

const POINTING: ReadonlySet<string> = new Set(['this', 'it', 'them']);
