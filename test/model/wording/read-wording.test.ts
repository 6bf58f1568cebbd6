import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverables, isSeveral } from '../../../src/model/wording/deliverables.ts';
import { standardLexicon } from '../../../src/model/wording/lexicon.ts';
import { readWording } from '../../../src/model/wording/read-wording.ts';
import { sentencesOf } from '../../../src/model/wording/words.ts';
import { labelledSentences } from '../../support/labelled-sentences.ts';

const words = (spans: readonly { readonly text: string }[]) => spans.map((one) => one.text);
const governing = (text: string) => words(readWording(text).vague.filter((one) => one.governs));

describe('what the words of an action say', () => {
  it('the step: its verb and what it is done to', () => {
    const [step] = readWording('We will publish revised guidance by June 2022.').steps;
    expect(step?.verb.text).toBe('publish');
    expect(step?.product?.text).toBe('guidance');
  });

  it.each([
    ['Publish a guide.', ['record publish', 'artefact guide']],
    ['Reach 95% of staff.', ['number 95%']],
    ['Hold a meeting every six months.', ['frequency every six months']],
    ['Hold a workshop in each region.', ['coverage each region']],
  ])('what can be checked: %s', (text, expected) => {
    const { measures } = readWording(text);
    expect(measures.map((one) => `${one.kind} ${one.text.toLowerCase()}`)).toEqual(
      expect.arrayContaining(expected),
    );
  });

  it.each([
    ['We will continue to refine the guidance.', ['continue to']],
    ['We will explore how to publish guidance and act on it.', ['explore how']],
    ['We will work with partners to improve access.', ['work with']],
    ['We will support the development of guidance.', ['support']],
    ['Work is underway to develop a system.', ['Work is underway']],
  ])('what is vague: %s', (text, expected) => {
    expect(readWording(text).specific).toBe(false);
    expect(governing(text)).toEqual(expected);
  });

  it.each([
    'The unit has a 28-day limit.',
    'Review section 47 of the Act.',
    'Hold a meeting on 13 September 2018.',
    'Hold a meeting on recommendation 4.',
  ])('numbers of the background, dates and names are no measure: %s', (text) => {
    expect(readWording(text).measures.filter((one) => one.kind === 'number')).toEqual([]);
  });

  it.each([
    'To improve care, the matter will be considered.',
    'Once guidance is published, the matter will be considered.',
    'Guidance could be published.',
    'The guidance has not been published.',
  ])('a purpose, a condition, a possibility and a denial promise nothing: %s', (text) => {
    expect(readWording(text).specific).toBe(false);
  });

  it('one sentence with a step is enough, and only what that sentence names counts', () => {
    const wording = readWording(
      'We are committed to better care. We will set up a working group. Partners will be supported.',
    );
    expect(wording).toMatchObject({ specific: true, measurable: false });
    expect(wording.steps.map((one) => one.sentence)).toEqual([1]);
  });

  it('the uptake of what others are asked to do is not measured', () => {
    expect(readWording('We will request forces to publish a policy.')).toMatchObject({
      specific: true,
      measurable: false,
    });
    expect(readWording('We will request forces to consider publishing a policy.').specific).toBe(
      false,
    );
  });

  it('"as required" empties what names nothing by name', () => {
    expect(readWording('Guidance will be updated as required.').specific).toBe(false);
    expect(
      readWording('The Effective Practice Framework will be updated as required.').specific,
    ).toBe(true);
  });

  it('what there is must be said within twenty words of "is"', () => {
    const after = (count: number) => readWording(`The guide is ${'so '.repeat(count)}available.`);
    expect([after(19).specific, after(20).specific]).toEqual([true, false]);
  });

  it('an empty text and one without letters say nothing', () => {
    for (const text of ['', ' \n ', '…', '--- 12']) {
      expect(readWording(text)).toMatchObject({ specific: false, measurable: false, vague: [] });
    }
  });
});

describe('positions', () => {
  it('each span is what the text holds there', () => {
    const wrong = labelledSentences('labelled.jsonl').flatMap(({ text }) => {
      const { steps, measures, vague } = readWording(text);
      return [...steps.flatMap((one) => [one.verb, one.product]), ...measures, ...vague].filter(
        (span) => span && text.slice(span.start, span.end) !== span.text,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { vague, measures } = readWording(text);
        for (const span of [...vague, ...measures]) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
        }
      }),
    );
  });

  it('line breaks change nothing that is said', () => {
    for (const { text } of labelledSentences('examples.jsonl')) {
      const { specific, measurable } = readWording(text);
      expect(readWording(text.replaceAll(' ', '\n   '))).toMatchObject({ specific, measurable });
    }
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two.', 2],
    ['Training, e.g. on ACCT. Then a form.', 2],
    ['Use s. 35 and no. 4 of the plan.', 1],
    ['He said "done." Then he left.', 2],
    ['First item\n\nSecond item', 2],
    ['Coverage reached 50.5 % in May', 1],
  ])('%j', (text, count) => {
    expect(sentencesOf(text, standardLexicon())).toHaveLength(count);
  });
});

/** Words keep their hyphens, apostrophes, decimals and percent signs: "roll-out", "28-day", "95%". */
const WORD =
  /[£$€]?\p{N}+(?:[.,]\p{N}+)*(?:%|[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*)|\p{L}[\p{L}\p{N}]*(?:[-'’][\p{L}\p{N}]+)*['’]?|[^\s\p{L}\p{N}]/gu;

it('words are what one expression says they are, at their places', () => {
  const part = fc.constantFrom(
    ...["a B é 𝒜 7 ٣ 𝟘 - ' ’ . , % £ € ́".split(' '), ' ', '\n', '\u00a0', '\ud800'].flat(),
  );
  const texts = fc.array(fc.oneof(part, fc.string({ unit: 'grapheme', maxLength: 3 })));
  fc.assert(
    fc.property(texts, (parts) => {
      // A letter at both ends, since signs alone are no sentence; few enough words for one.
      const text = `a ${parts.join('')} a`;
      const read = sentencesOf(text, standardLexicon()).flatMap(({ words: found, starts }) =>
        found.map((word, index) => [word.text, starts[index]]),
      );
      const wanted = [...text.matchAll(WORD)].map((match) => [match[0], match.index]);
      // A stretch of signs alone is left out.
      const kept = new Set(read.map(([, start]) => start));
      expect(read).toEqual(wanted.filter(([, start]) => kept.has(start)));
      const left = wanted.filter(([, start]) => !kept.has(start)).map(([word]) => word);
      expect(left.join('')).not.toMatch(/[\p{L}\p{N}]/u);
    }),
    { numRuns: 2000 },
  );
});

/** Takes well under a second; a quadratic pattern would take minutes. */
it.each(['to ', 'that will ', 'and review ', 'publish guidance, ', 'A. B ', "x'y-", '1,1', '(( '])(
  'a long text of %j is read in time',
  (part) => {
    const start = performance.now();
    readWording(part.repeat(Math.ceil(200_000 / part.length)));
    expect(performance.now() - start).toBeLessThan(5000);
  },
);

describe('deliverables', () => {
  const several = (text: string) => isSeveral(text, deliverables(readWording(text)));

  it.each([
    ['We will publish guidance. We will set up a dashboard.', true],
    ['1. Review the guidelines. 2. Disseminate the new ones.', true],
    ['Develop and implement a training programme.', false],
    ['We will publish guidance. The guidance was asked for in 2021.', false],
    ['We will publish guidance to improve the quality of reports and plans.', false],
  ])('%s', (text, expected) => {
    expect(several(text)).toBe(expected);
  });
});
