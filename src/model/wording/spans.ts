import { is, MAY_MEASURE } from './classes.ts';
import type { Sentence } from './clause.ts';
import type { ProductFound } from './lexicon.ts';
import { measuresIn } from './measures.ts';
import type { Measure, Span } from './wording.ts';
import { wordAt } from './words.ts';

/** The stretch of text from one word up to, not including, another. */
export function spanOf({ text, words, starts }: Sentence, from: number, to: number): Span {
  const start = starts[from] ?? 0;
  const last = starts[to - 1];
  const end = last === undefined ? start : last + wordAt(words, to - 1).text.length;
  return { text: text.slice(start, end), start, end };
}

/** What can be counted or checked between two words. */
export function amountsIn(sentence: Sentence, from: number, to: number): Measure[] {
  if (!is(sentence, MAY_MEASURE)) return [];
  return measuresIn(sentence.words, from, to).map((one) =>
    measureOf(sentence, one.from, one.to, one.kind),
  );
}

/** The first product that can be asked for, as a measure. */
export function artefactIn(
  sentence: Sentence,
  products: readonly ProductFound[],
): [ProductFound, Measure] | undefined {
  for (const one of products) {
    if (one.kind === 'artefact') return [one, measureOf(sentence, one.from, one.to, 'artefact')];
  }
  return undefined;
}

export function measureOf(
  sentence: Sentence,
  from: number,
  to: number,
  kind: Measure['kind'],
): Measure {
  const { text, start, end } = spanOf(sentence, from, to);
  return { text, start, end, kind };
}
