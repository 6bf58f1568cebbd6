import { describe, expect, it } from 'vitest';
import { Lexicon, standardLexicon, WORD_LISTS } from '../../../src/model/wording/lexicon.ts';
import { readWording } from '../../../src/model/wording/read-wording.ts';
import { formsOf } from '../../../src/model/wording/verb-forms.ts';
import { Vocabulary } from '../../../src/model/wording/vocabulary.ts';
import { listed } from '../../../src/model/wording/word-list.ts';
import type { Wording } from '../../../src/model/wording/wording.ts';
import { sentencesOf } from '../../../src/model/wording/words.ts';
import { labelledSentences } from '../../support/labelled-sentences.ts';

describe('the forms of a verb', () => {
  it.each([
    ['publish', 'publishes published published publishing'],
    ['agree', 'agrees agreed agreed agreeing'],
    ['revise', 'revises revised revised revising'],
    ['apply', 'applies applied applied applying'],
    ['deploy', 'deploys deployed deployed deploying'],
    ['submit', 'submits submitted submitted submitting'],
    ['visit', 'visits visited visited visiting'],
    ['fix', 'fixes fixed fixed fixing'],
    ['go', 'goes went gone going'],
    ['be', 'bes was been being'],
    ['oversee', 'oversees oversaw overseen overseeing'],
    ['run', 'runs ran run running'],
    ['write', 'writes wrote written writing'],
    ['reach', 'reaches reached reached reaching'],
    ['pass', 'passes passed passed passing'],
    ['push', 'pushes pushed pushed pushing'],
    ['quiz', 'quizes quized quized quizing'],
  ])('%s', (base, forms) => {
    expect(formsOf(base).map(([form]) => form)).toEqual([base, ...forms.split(' ')]);
    expect(formsOf(base).map(([, form]) => form)).toEqual([
      'base',
      's',
      'past',
      'participle',
      'ing',
    ]);
  });
});

it('verbs that do not take -ed', () => {
  const irregular =
    'be was been, become became become, begin began begun, bring brought brought, build built built, buy bought bought, cut cut cut, deal dealt dealt, do did done, draw drew drawn, drive drove driven, find found found, get got got, give gave given, go went gone, have had had, hold held held, keep kept kept, lay laid laid, lead led led, make made made, meet met met, oversee oversaw overseen, pay paid paid, put put put, redraw redrew redrawn, rewrite rewrote rewritten, run ran run, see saw seen, seek sought sought, send sent sent, set set set, show showed shown, spread spread spread, stand stood stood, strive strove striven, take took taken, tell told told, think thought thought, understand understood understood, undertake undertook undertaken, undergo underwent undergone, uphold upheld upheld, withdraw withdrew withdrawn, write wrote written';
  for (const [base = '', past, participle] of irregular.split(', ').map((one) => one.split(' '))) {
    const forms = new Map(formsOf(base).map(([written, form]) => [form, written]));
    expect([base, forms.get('past'), forms.get('participle')]).toEqual([base, past, participle]);
  }
});

it('a list is written as a sentence would be, over any number of lines', () => {
  expect(listed('publish,\n  set up, roll\n  out,\n')).toEqual(['publish', 'set up', 'roll out']);
});

describe('a list makes its words known', () => {
  const reads = (lists: Partial<typeof WORD_LISTS>, text: string) =>
    readWording(text, new Lexicon({ ...WORD_LISTS, ...lists }));
  const [product] = WORD_LISTS.products;
  if (!product) throw new Error('there are products');
  const artefacts = WORD_LISTS.products.find(({ kind }) => kind === 'artefact') ?? product;

  it.each([
    ['zorb', 'We will publish zorbs.'],
    ['zorby', 'We will publish zorbies.'],
    ['zorbey', 'We will publish zorbeys.'],
    ['zorbsis', 'We will publish zorbses.'],
    ['zorbs', 'We will publish zorbses.'],
    ['zorbx', 'We will publish zorbxes.'],
    ['zorbch', 'We will publish zorbches.'],
    ['zorbsh', 'We will publish zorbshes.'],
    ['zorb of zarbs', 'We will publish a zorb of zarbs.'],
  ])('the product "%s": %s', (noun, text) => {
    const products = [...WORD_LISTS.products, { ...artefacts, nouns: [noun] }];
    expect(reads({}, text).steps.map(({ product: found }) => found?.text)).not.toContain(
      text.slice(text.indexOf('zorb'), -1),
    );
    const [step] = reads({ products }, text).steps;
    expect(step?.product?.text).toBe(text.slice(text.indexOf('zorb'), -1));
  });

  it('the longest of several phrases is taken', () => {
    const products = [
      ...WORD_LISTS.products,
      { ...artefacts, nouns: ['zorb', 'zorb of zarb kind', 'zorb of zarb'] },
    ];
    expect(reads({ products }, 'Publish a zorb of zarb.').steps[0]?.product?.text).toBe(
      'zorb of zarb',
    );
  });

  it('a vague verb, in every form, and with an adverb before its particle', () => {
    const [vague] = WORD_LISTS.vagueVerbs;
    if (!vague) throw new Error('there are vague verbs');
    const vagueVerbs = [...WORD_LISTS.vagueVerbs, { ...vague, verbs: ['zorb about', 'zorb'] }];
    const governing = (text: string) =>
      reads({ vagueVerbs }, text)
        .vague.filter(({ governs }) => governs)
        .map((one) => one.text);
    expect(governing('We will zorb about guidance.')).toEqual(['zorb about']);
    expect(governing('We will zorb actively about guidance.')).toEqual(['zorb actively about']);
    expect(governing('We will zorb guidance.')).toEqual(['zorb']);
    expect(governing('We are zorbing about guidance.')).toEqual(['zorbing about']);
  });
});

/** The word of a vocabulary that is a part of a text. */
function wordAt<T extends { readonly text: string }>(
  vocabulary: Vocabulary<T>,
  text: string,
  start: number,
  end: number,
): T {
  const codes = Uint16Array.from(text, (_, at) => text.charCodeAt(at));
  return vocabulary.at(text, codes, start, end);
}

describe('words by their text', () => {
  it('are found as in a map, however many there are', () => {
    let defined = 0;
    const vocabulary = new Vocabulary((text) => {
      defined += 1;
      return { text };
    });
    const texts = Array.from({ length: 20_000 }, (_, index) => `w${index}`);
    const words = texts.map((text) => wordAt(vocabulary, text, 0, text.length));
    expect(words.map(({ text }) => text)).toEqual(texts);
    expect(texts.every((text, at) => wordAt(vocabulary, text, 0, text.length) === words[at])).toBe(
      true,
    );
    expect(defined).toBe(texts.length);
  });

  it('are forgotten once there are more than any language has', () => {
    let defined = 0;
    const vocabulary = new Vocabulary((text) => {
      defined += 1;
      return { text };
    });
    const text = 'a b';
    const word = wordAt(vocabulary, text, 0, 1);
    expect(wordAt(vocabulary, text, 0, 1)).toBe(word);
    expect(wordAt(vocabulary, 'xay', 1, 2)).toBe(word);
    expect(wordAt(vocabulary, text, 2, 3)).not.toBe(word);
    for (let index = 0; index < 66_000; index += 1) {
      const other = String(index);
      wordAt(vocabulary, other, 0, other.length);
    }
    const after = defined;
    wordAt(vocabulary, text, 0, 1);
    expect(defined - after).toBe(1);
  });

  it('of one length and one sum are told apart', () => {
    const vocabulary = new Vocabulary((text) => ({ text }));
    // Both have the same hash.
    const [one, other] = [wordAt(vocabulary, 'Aa', 0, 2), wordAt(vocabulary, 'BB', 0, 2)];
    expect([one.text, other.text]).toEqual(['Aa', 'BB']);
    expect(wordAt(vocabulary, 'Aa', 0, 2)).toBe(one);
    expect(wordAt(vocabulary, 'BB', 0, 2)).toBe(other);
  });
});

/** What is read, without where it stands. */
function plain({ specific, measurable, steps, measures, vague }: Wording) {
  const text = (span: { text: string } | undefined) => span?.text.replace(/\s+/g, ' ');
  return {
    specific,
    measurable,
    steps: steps.map((one) => [text(one.verb), text(one.product), one.ahead]),
    measures: measures.map((one) => [one.kind, text(one)]),
    vague: vague.map((one) => [text(one), one.governs, one.conditional, one.reason]),
  };
}

describe('a sentence is read the same', () => {
  const all = ['examples.jsonl', 'labelled.jsonl', 'elsewhere.jsonl']
    .flatMap(labelledSentences)
    .map(({ text }) => text)
    .filter((text) => sentencesOf(text, standardLexicon()).length === 1);
  const few = all.filter((_, index) => index % 4 === 0);

  it('however its lines are broken', () => {
    for (const text of few) {
      expect(plain(readWording(text.replaceAll(' ', '\n  ')))).toEqual(plain(readWording(text)));
    }
  });

  it('before and after another', () => {
    const other = 'We will publish a guide for 20 teams.';
    const own = readWording(other);
    // "etc." does not end a sentence.
    for (const text of few.filter((one) => /[a-z]\.$/.test(one) && !one.endsWith('etc.'))) {
      const alone = readWording(text);
      for (const joined of [`${text} ${other}`, `${other}\n\n${text}`]) {
        const both = readWording(joined);
        const first = joined.startsWith(text) ? [alone, own] : [own, alone];
        expect(plain(both).steps).toEqual(first.flatMap((one) => plain(one).steps));
        expect(plain(both).measures).toEqual(first.flatMap((one) => plain(one).measures));
        expect(both.steps.map(({ sentence }) => sentence)).toEqual(
          first.flatMap((one, index) => one.steps.map(() => index)),
        );
        for (const { verb } of both.steps) {
          expect(joined.slice(verb.start, verb.end)).toBe(verb.text);
        }
      }
    }
  });
});
