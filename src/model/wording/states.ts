import { is, MAY_MEASURE, OPENING, PREPOSITION, PRODUCT } from './classes.ts';
import { productsIn, productsOfSubject, type Sentence } from './clause.ts';
import type { ProductFound } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { amountsIn, artefactIn, spanOf } from './spans.ts';
import type { Measure, Step } from './wording.ts';
import { type Word, wordAt } from './words.ts';

interface State {
  readonly step: Step;
  readonly measures: readonly Measure[];
}

const STATES: ReadonlySet<string> = new Set([
  'available',
  'live',
  'operational',
  'accessible',
  'established',
]);

const UNDER: ReadonlySet<string> = new Set(['way', 'evaluation', 'development', 'construction']);
const MAY_STATE: ReadonlySet<string> = new Set([...STATES, 'in', 'on', 'underway', 'under']);

/** How far after "is" or "has" the state itself is looked for. */
const NEAR = 20;

/** What is there or not without a verb of doing: "is in place", "there is", "report due in spring". */
export function statesIn(sentence: Sentence): State[] {
  const { predicates } = sentence;
  if (!is(sentence, PRODUCT | MAY_MEASURE)) return [];
  const found: (State | undefined)[] = [];
  for (const predicate of predicates) {
    const { standing, governor, negative, lemma } = predicate;
    if (standing !== 'main' || governor || negative) continue;
    if (lemma === 'be' || lemma === 'have') found.push(...statesOf(sentence, predicate));
  }
  found.push(...dueIn(sentence));
  if (predicates.length === 0) found.push(...headline(sentence));
  return found.length === 0 ? [] : found.filter((state) => state !== undefined);
}

/** What a verb of being or having says that there is. */
function statesOf(sentence: Sentence, predicate: Predicate): (State | undefined)[] {
  const { words } = sentence;
  const { lemma, head, to, subject, from } = predicate;
  const found: (State | undefined)[] = [];
  if (
    lemma === 'be' &&
    wordAt(words, head - 1).lower === 'there' &&
    wordAt(words, to).lower !== 'no'
  ) {
    const end = Math.min(words.length, to + NEAR);
    const qualified = words.slice(to, end).findIndex((word) => is(word, PREPOSITION));
    const products = productsIn(sentence, to, qualified < 0 ? end : to + qualified);
    // "There are five prisons" is no state to reach; "there is 95% coverage" is.
    const shares = amountsIn(sentence, to, end).filter((one) => one.text.endsWith('%'));
    found.push(state(sentence, from, products, shares));
  }
  for (let at = to; at < Math.min(words.length, to + NEAR); at += 1) {
    if (!isState(words, at)) continue;
    const products =
      lemma === 'be'
        ? [...productsOfSubject(sentence, subject, head), ...productsIn(sentence, to, words.length)]
        : productsIn(sentence, to, at);
    const amounts = amountsIn(sentence, subject, lemma === 'be' ? words.length : at);
    found.push(state(sentence, at, products, amounts));
    break;
  }
  return found;
}

function isState(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at);
  if (!MAY_STATE.has(lower)) return false;
  const next = wordAt(words, at + 1).lower;
  return (
    STATES.has(lower) ||
    (lower === 'in' && next === 'place') ||
    (lower === 'on' && next === 'track') ||
    lower === 'underway' ||
    (lower === 'under' && UNDER.has(next))
  );
}

/** "Due to the delay", "in due course". */
const NOT_DUE: ReadonlySet<string> = new Set(['to', 'course']);

function dueIn(sentence: Sentence): (State | undefined)[] {
  const { words } = sentence;
  const found: (State | undefined)[] = [];
  // Without a product there is nothing that could be due.
  if (!is(sentence, PRODUCT)) return found;
  for (let at = 0; at < words.length; at += 1) {
    if (wordAt(words, at).lower !== 'due' || NOT_DUE.has(wordAt(words, at + 1).lower)) continue;
    found.push(state(sentence, at, productsIn(sentence, Math.max(0, at - 3), at), []));
  }
  return found;
}

/** A line without a verb: "Quarterly newsletters to GPs". */
function headline(sentence: Sentence): (State | undefined)[] {
  const { words } = sentence;
  if (is(wordAt(words, 0), OPENING)) return [];
  const [first] = productsIn(sentence, 0, Math.min(words.length, 8));
  if (!first) return [];
  return [
    state(
      sentence,
      first.from,
      productsIn(sentence, 0, words.length),
      amountsIn(sentence, 0, words.length),
    ),
  ];
}

function state(
  sentence: Sentence,
  verb: number,
  products: readonly ProductFound[],
  amounts: readonly Measure[],
): State | undefined {
  const [artefact, made] = artefactIn(sentence, products) ?? [];
  const product = artefact ?? products[0];
  if (!product && amounts.length === 0) return undefined;
  return {
    step: {
      ahead: false,
      sentence: sentence.number,
      verb: spanOf(sentence, verb, verb + 1),
      product: product && spanOf(sentence, product.from, product.to),
    },
    measures: made ? [made, ...amounts] : amounts,
  };
}
