import { ADVERB, is } from '../classes.ts';
import { OFTEN_NOUNS } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';

/** "Is expected to publish", "work with partners to publish", "Police to review", and purposes. */
export function infinitiveAt(reading: Reading, at: number): Predicate | undefined {
  if (reading.lower(at) !== 'to') return undefined;
  let verb = at + 1;
  while (is(reading.word(verb), ADVERB)) verb += 1;
  const be = reading.lower(verb) === 'be';
  if (be) {
    verb += 1;
    while (is(reading.word(verb), ADVERB)) verb += 1;
  }
  const use = be
    ? (reading.useAs(verb, 'participle') ?? reading.useAs(verb, 'past'))
    : reading.useAs(verb, 'base');
  if (!use) return undefined;
  // "In response to review of the form": a noun after all.
  if (!be && OFTEN_NOUNS.has(use.lemma) && reading.lower(verb + 1) === 'of') return undefined;
  const last = reading.last;
  // "Is not to be published": with the promise, its denial is handed on.
  const negative = last !== undefined && last.negative && handsOn(last);
  const group = { use, at: verb, passive: be, negative };
  if (!last) {
    const subject = reading.subjectStart(at);
    return reading.make(group, at, {
      standing: 'main',
      governor: reading.remark ? 'remark' : undefined,
      subject,
    });
  }
  const { standing, subject } = last;
  const governed = reading.make(group, at, { standing, governor: last, subject });
  // "Work with X to publish" publishes; "work with X to ensure" names no product of its own.
  const together = last.together && last.vague?.kind !== 'continuing';
  const onlyAims = governed.vague?.kind === 'improving' && last.vague?.kind === 'working with';
  if ((last.vague && !together) || (together && onlyAims)) return governed;
  return reading.make(group, at, {
    standing: handsOn(last) ? standing : 'purpose',
    governor: last.governor,
    subject,
  });
}

/** "Agrees to publish", "is to publish", "works with partners to publish". */
function handsOn({ passingOn, together }: Predicate): boolean {
  return passingOn || together;
}
