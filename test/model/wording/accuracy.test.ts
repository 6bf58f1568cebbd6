import { describe, expect, it } from 'vitest';
import {
  Lexicon,
  standardLexicon,
  WORD_LISTS,
  type WordLists,
} from '../../../src/model/wording/lexicon.ts';
import { readWording } from '../../../src/model/wording/read-wording.ts';
import { formsOf } from '../../../src/model/wording/verb-forms.ts';
import { sentencesOf } from '../../../src/model/wording/words.ts';
import { type LabelledSentence, labelledSentences } from '../../support/labelled-sentences.ts';

const examples = labelledSentences('examples.jsonl');
const labelled = labelledSentences('labelled.jsonl');
const elsewhere = labelledSentences('elsewhere.jsonl');
const LABELS = ['specific', 'measurable'] as const;

/** The share of sentences on which the reader agrees with the label. */
function accuracy(sentences: readonly LabelledSentence[], lexicon?: Lexicon) {
  const right = { specific: 0, measurable: 0 };
  for (const sentence of sentences) {
    const wording = readWording(sentence.text, lexicon);
    for (const label of LABELS) if (Number(wording[label]) === sentence[label]) right[label] += 1;
  }
  return {
    specific: right.specific / sentences.length,
    measurable: right.measurable / sentences.length,
  };
}

function say(what: string, count: number, score: { specific: number; measurable: number }): void {
  const [specific, measurable] = LABELS.map((label) => `${(score[label] * 100).toFixed(1)} %`);
  process.stdout.write(
    `${what}, ${count} sentences: specific ${specific}, measurable ${measurable}\n`,
  );
}

/** README.md beside this file says where the sentences come from and what was measured when. */
describe('the reader agrees with labels given by hand', () => {
  it.each([
    ['the fifty examples', examples, 0.96],
    ['read while the lists were made', labelled.filter((one) => one.half === 'develop'), 0.96],
    ['kept aside until then', labelled.filter((one) => one.half === 'held-out'), 0.92],
    ['as other bodies word them', elsewhere, 0.95],
  ])('%s', (what, sentences, least) => {
    const score = accuracy(sentences);
    say(what, sentences.length, score);
    for (const label of LABELS) expect(score[label]).toBeGreaterThanOrEqual(least);
  });

  it('with each fold read without the words that only it supports', { timeout: 60_000 }, () => {
    const all = [...examples, ...labelled];
    const right = crossValidate(all, 10);
    say('ten-fold, without the words only that fold supports', all.length, right);
    for (const label of LABELS) expect(right[label]).toBeGreaterThanOrEqual(0.85);
  });
});

/**
 * Cross-validation for lists made by hand: for each fold, every entry that occurs in sentences of
 * that fold and in none of the others is taken off the lists, and the fold is read with the rest.
 */
function crossValidate(all: readonly LabelledSentence[], folds: number) {
  const foldsOf = occurrences(all, folds);
  const total = { specific: 0, measurable: 0 };
  for (let fold = 0; fold < folds; fold += 1) {
    const kept = (entry: string): boolean => {
      const where = foldsOf.get(entry);
      return !where || where.size > 1 || !where.has(fold);
    };
    const held = all.filter((_, index) => index % folds === fold);
    const score = accuracy(held, new Lexicon(only(WORD_LISTS, kept)));
    for (const label of LABELS) total[label] += (score[label] * held.length) / all.length;
  }
  return total;
}

/** In which folds each entry of the lists occurs, in any of its forms. */
function occurrences(all: readonly LabelledSentence[], folds: number): Map<string, Set<number>> {
  const texts = all.map(
    ({ text }) =>
      ` ${sentencesOf(text, standardLexicon())
        .flatMap(({ words }) => words.map((word) => word.lower))
        .join(' ')} `,
  );
  const found = new Map<string, Set<number>>();
  for (const entry of entriesOf(WORD_LISTS)) {
    const [first = '', ...rest] = entry.split(' ');
    const last = [first, ...rest].at(-1) ?? '';
    const written = new Set([
      ...formsOf(first).map(([form]) => [form, ...rest].join(' ')),
      entry,
      `${entry}s`,
      `${entry.slice(0, -last.length)}${last.replace(/y$/, 'ies')}`,
    ]);
    const where = new Set<number>();
    for (const [index, text] of texts.entries()) {
      if ([...written].some((one) => text.includes(` ${one} `))) where.add(index % folds);
    }
    if (where.size > 0) found.set(entry, where);
  }
  return found;
}

function entriesOf(lists: WordLists): Set<string> {
  return new Set([
    ...lists.vagueVerbs.flatMap((one) => one.verbs),
    ...lists.stepVerbs.flatMap((one) => one.verbs),
    ...lists.products.flatMap((one) => one.nouns),
    ...lists.vaguePhrases.flatMap((one) => one.phrases),
    ...lists.remarks.phrases,
    ...lists.bounded,
    ...lists.unbounded,
  ]);
}

function only(lists: WordLists, kept: (entry: string) => boolean): WordLists {
  return {
    vagueVerbs: lists.vagueVerbs.map((one) => ({ ...one, verbs: one.verbs.filter(kept) })),
    stepVerbs: lists.stepVerbs.map((one) => ({ ...one, verbs: one.verbs.filter(kept) })),
    products: lists.products.map((one) => ({ ...one, nouns: one.nouns.filter(kept) })),
    vaguePhrases: lists.vaguePhrases.map((one) => ({ ...one, phrases: one.phrases.filter(kept) })),
    remarks: { ...lists.remarks, phrases: lists.remarks.phrases.filter(kept) },
    bounded: lists.bounded.filter(kept),
    unbounded: lists.unbounded.filter(kept),
  };
}

describe('the word lists', () => {
  const groups = [
    ...WORD_LISTS.vagueVerbs.map((one) => [one.reason, one.verbs] as const),
    ...WORD_LISTS.vaguePhrases.map((one) => [one.reason, one.phrases] as const),
    ...WORD_LISTS.stepVerbs.map((one) => [one.reason, one.verbs] as const),
    ...WORD_LISTS.products.map((one) => [one.reason, one.nouns] as const),
  ];

  it('give a reason with each group, and no entry twice in one', () => {
    for (const [reason, entries] of groups) {
      expect(reason).not.toBe('');
      expect([...new Set(entries)]).toEqual(entries);
      for (const entry of entries) expect(entry).toMatch(/^[\p{Ll}-]+(?: [\p{Ll}-]+)*$/u);
    }
  });

  it('give a verb one vague meaning, and a noun one kind', () => {
    const verbs = WORD_LISTS.vagueVerbs.flatMap((one) => one.verbs);
    expect(verbs.filter((verb, index) => verbs.indexOf(verb) !== index)).toEqual([]);
    const nouns = WORD_LISTS.products.flatMap((one) => one.nouns);
    expect(nouns.filter((noun, index) => nouns.indexOf(noun) !== index)).toEqual([]);
  });
});
