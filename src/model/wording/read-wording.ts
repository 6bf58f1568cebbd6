import { is, PHRASE, REMARK, UPPER_FIRST } from './classes.ts';
import { type Clause, clauseOf, type Sentence } from './clause.ts';
import { judgePredicate } from './judge-predicate.ts';
import { type Lexicon, remarkAt, standardLexicon, vaguePhraseAt } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { predicatesOf } from './predicates.ts';
import { spanOf } from './spans.ts';
import { statesIn } from './states.ts';
import type { Measure, Span, Step, VagueSpan, Wording } from './wording.ts';
import { sentencesOf, type Word, type Words, wordAt } from './words.ts';

/**
 * Reads an action by its words alone: whether it names a step that is done or not done, and
 * whether it holds something that can be checked. One sentence that does is enough.
 */
export function readWording(text: string, lexicon: Lexicon = standardLexicon()): Wording {
  const wording = new TextRead();
  for (const [number, words] of sentencesOf(text, lexicon).entries()) {
    readSentence(text, number, words, lexicon, wording);
  }
  return wording;
}

class TextRead implements Wording {
  readonly steps: Step[] = [];
  readonly measures: Measure[] = [];
  /** The sentences, each with the verbs that take the promise out of their clause. */
  readonly #sentences: (readonly [Sentence, readonly Predicate[]])[] = [];
  #vague: VagueSpan[] | undefined;

  add(sentence: Sentence, governing: readonly Predicate[]): void {
    this.#sentences.push([sentence, governing]);
  }

  get specific(): boolean {
    return this.steps.length > 0;
  }

  get measurable(): boolean {
    return this.measures.length > 0;
  }

  /** Asked for only where something is missing, so not worked out for every action. */
  get vague(): VagueSpan[] {
    this.#vague ??= this.#sentences.flatMap(([sentence, governing]) =>
      vagueIn(sentence, governing),
    );
    return this.#vague;
  }
}

function readSentence(
  text: string,
  number: number,
  found: Words,
  lexicon: Lexicon,
  wording: TextRead,
): void {
  const { words, starts, classes } = found;
  const predicates = predicatesOf(found, lexicon);
  const sentence: Sentence = { number, text, words, starts, classes, predicates, lexicon };
  const conditional = isConditional(sentence);
  const { steps, measures } = wording;
  const governing: Predicate[] = [];
  wording.add(sentence, governing);
  for (let index = 0; index < predicates.length; index += 1) {
    const predicate = predicates[index];
    if (!predicate) continue;
    if (predicate.standing === 'aside' || predicate.negative) continue;
    const clause = clauseOf(sentence, predicate, predicates[index + 1]);
    const judged = judgePredicate(sentence, index, clause);
    if (predicate.governor !== undefined) {
      if (judged && goesOn(predicate)) measures.push(...judged.measures.filter(isAmount));
      continue;
    }
    if (!judged) {
      if (predicate.vague && predicate.standing !== 'purpose') governing.push(predicate);
      continue;
    }
    if (conditional && !namesSomething(words, clause)) continue;
    if (predicate.standing === 'purpose' && judged.product?.kind !== 'artefact') continue;
    steps.push({
      verb: spanOf(sentence, predicate.from, predicate.to),
      product: judged.product && spanOf(sentence, judged.product.from, judged.product.to),
      ahead: predicate.ahead && predicate.standing !== 'purpose',
      sentence: number,
    });
    measures.push(...judged.measures.filter((one) => !predicate.asked || isAmount(one)));
  }
  for (const state of statesIn(sentence)) {
    steps.push(state.step);
    measures.push(...state.measures);
  }
}

/** What a reviewer would ask to have replaced, in the order of the text. */
function vagueIn(sentence: Sentence, governing: readonly Predicate[]): VagueSpan[] {
  const spans = governing.map((predicate) => vagueSpan(sentence, predicate));
  spans.push(...remarksIn(sentence), ...phrasesIn(sentence));
  return spans.sort((a, b) => a.start - b.start);
}

/** Whether a sentence leaves open whether it is done at all: "as required". */
function isConditional(sentence: Sentence): boolean {
  if (!is(sentence, PHRASE)) return false;
  const { words } = sentence;
  for (let at = 0; at < words.length; at += 1) {
    if (is(wordAt(words, at), PHRASE) && vaguePhraseAt(words, at)?.[0].conditional) return true;
  }
  return false;
}

/** Going on with something can still be checked for how often, and for whom. */
function goesOn({ governor, standing }: Predicate): boolean {
  return governor !== 'remark' && governor?.vague?.kind === 'continuing' && standing !== 'purpose';
}

function isAmount({ kind }: Measure): boolean {
  return kind === 'frequency' || kind === 'coverage' || kind === 'number';
}

/** Whether a clause names something by name, so that "as required" does not empty it. */
function namesSomething(words: readonly Word[], { subject, end }: Clause): boolean {
  return words.slice(Math.max(1, subject), end).some((word) => is(word, UPPER_FIRST));
}

function remarksIn(sentence: Sentence): VagueSpan[] {
  const { words } = sentence;
  if (!is(sentence, REMARK)) return [];
  return [...words.keys()].flatMap((at) => {
    const found = remarkAt(words, at);
    if (!found) return [];
    const [{ reason, instead }, length] = found;
    return [
      { ...spanOf(sentence, at, at + length), reason, instead, governs: true, conditional: false },
    ];
  });
}

function phrasesIn(sentence: Sentence): VagueSpan[] {
  const { words } = sentence;
  if (!is(sentence, PHRASE)) return [];
  const spans: VagueSpan[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = vaguePhraseAt(words, at);
    if (!found) continue;
    const [{ reason, instead, conditional = false }, length] = found;
    const span = spanOf(sentence, at, at + length);
    spans.push({ ...span, reason, instead, governs: false, conditional });
    // "Appropriate" is not vague once more in "where appropriate".
    at += length - 1;
  }
  return spans;
}

const BELONGING: ReadonlySet<string> = new Set('to with how whether at into on'.split(' '));

/** A vague verb as a reader sees it, with the word that belongs to it: "continue to". */
function vagueSpan(sentence: Sentence, predicate: Predicate): VagueSpan {
  const after = wordAt(sentence.words, predicate.to).lower;
  const to = predicate.to + (BELONGING.has(after) ? 1 : 0);
  const span: Span = spanOf(sentence, predicate.from, to);
  const { reason = '', instead = '' } = predicate.vague ?? {};
  return { ...span, reason, instead, governs: true, conditional: false };
}
