import {
  type Clause,
  productsIn,
  productsOfSubject,
  type Sentence,
  sharedProducts,
} from './clause.ts';
import type { ProductFound } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { amountsIn, artefactIn, spanOf } from './spans.ts';
import type { Measure } from './wording.ts';

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
  const subjectCounts = predicate.passive || lexicon.subjectCounts.has(predicate.lemma);
  const own = [
    ...(subjectCounts ? productsOfSubject(sentence, clause.subject, clause.head) : []),
    ...productsIn(sentence, clause.object, clause.end),
  ];
  const products = own.length > 0 ? own : sharedProducts(sentence, index);
  const [artefact, made] = artefactIn(sentence, products) ?? [];
  const amounts = [
    ...amountsIn(sentence, clause.subject, clause.head),
    ...amountsIn(sentence, clause.object, clause.end),
  ];
  const product = artefact ?? products[0];
  const measures = made ? [made, ...amounts] : amounts;
  for (const needs of predicate.needs) {
    if (needs === 'anything' && clause.end - clause.object + clause.head - clause.subject > 0) {
      const record = { ...spanOf(sentence, predicate.from, predicate.to), kind: 'record' as const };
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
    if (needs === 'amount' && amounts.length > 0) return { product, measures: amounts };
  }
  return undefined;
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
    const lower = words[at]?.lower ?? '';
    if (lexicon.unbounded.has(lower)) return false;
    if (lexicon.productAt(words, at) || lexicon.bounded.has(lower)) return true;
    if (at > 0 && /^\p{Lu}{2}/u.test(words[at]?.text ?? '')) return true;
  }
  return false;
}
