import { ADVERB, DETERMINER, is, JOIN, PLURAL, PREPOSITION } from '../classes.ts';
import { OFTEN_NOUNS } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const AFTER_VERB = set('the a an its their our this these to with closely on from');
const AFTER_WORK = set('with closely together');

/** "The Home Office supports", "analysts produce". */
export function presentAt(reading: Reading, at: number): Predicate | undefined {
  if (at === reading.clauseStart) return undefined;
  const s = reading.useAs(at, 's');
  const use = s ?? reading.useAs(at, 'base');
  if (!use) return undefined;
  const wordBefore = reading.word(at - 1);
  const before = wordBefore.lower;
  const after = reading.lower(at + 1);
  if (is(wordBefore, PREPOSITION | JOIN) || before === '(') return undefined;
  if (before === ',' && !s) return undefined;
  if (is(wordBefore, DETERMINER) && before !== 'this' && before !== 'that') return undefined;
  if (OFTEN_NOUNS.has(use.lemma)) {
    const clear = s
      ? AFTER_VERB.has(after)
      : (use.lemma === 'work' && AFTER_WORK.has(after)) || (use.lemma === 'look' && after === 'to');
    if (!clear) return undefined;
  }
  if (!s && reading.pending !== 'content' && !is(wordBefore, PLURAL | ADVERB)) {
    return undefined;
  }
  const group = { use, at, passive: false, negative: false };
  const last = reading.last;
  if (reading.pending) {
    const standing = reading.pending;
    reading.pending = undefined;
    return reading.make(group, at, {
      standing,
      governor: reading.governorOf(last),
      subject: reading.subjectStart(at),
    });
  }
  if (last?.passingOn && !s) {
    // "requesting the forces look to adopt"
    return reading.make(group, at, {
      standing: last.standing,
      governor: last.governor,
      subject: last.subject,
    });
  }
  if (reading.mainSeen || reading.mainAhead(at)) return undefined;
  return reading.make(group, at, {
    standing: 'main',
    governor: reading.remark ? 'remark' : undefined,
    subject: reading.subjectStart(at),
  });
}
