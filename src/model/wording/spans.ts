import { is, MAY_MEASURE } from './classes.ts';
import type { Sentence } from './clause.ts';
import type { ProductFound } from './lexicon.ts';
import { type MeasureFound, measuresIn } from './measures.ts';
import type { Measure, Span } from './wording.ts';

/** The stretch of text from one word up to, not including, another. */
export function spanOf({ text, starts, ends }: Sentence, from: number, to: number): Span {
  const start = starts[from] ?? 0;
  const end = ends[to - 1] ?? start;
  return { text: text.slice(start, end), start, end };
}

/** What can be counted or checked between two words. */
export function amountsIn(sentence: Sentence, from: number, to: number): Measure[] {
  if (!is(sentence, MAY_MEASURE)) return [];
  return measuresIn(sentence.words, from, to).map((one: MeasureFound) => ({
    ...spanOf(sentence, one.from, one.to),
    kind: one.kind,
  }));
}

/** The first product that can be asked for, as a measure. */
export function artefactIn(
  sentence: Sentence,
  products: readonly ProductFound[],
): [ProductFound, Measure] | undefined {
  const artefact = products.find((one) => one.kind === 'artefact');
  return (
    artefact && [artefact, { ...spanOf(sentence, artefact.from, artefact.to), kind: 'artefact' }]
  );
}
