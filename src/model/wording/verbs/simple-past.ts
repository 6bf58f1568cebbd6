import { DETERMINER, is, JOIN, PREPOSITION } from '../classes.ts';
import { OFTEN_NOUNS } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';
import type { Word } from '../words.ts';

const ENDING: ReadonlySet<string> = new Set(['(', '.', ',', ';']);
const BEFORE_OBJECT: ReadonlySet<string> = new Set(
  'a an the all our its new two three four five'.split(' '),
);

/** Whether nothing can follow that a verb before it was done to: then it is a passive. */
export function endsDoing(after: Word): boolean {
  return after.lower === '' || is(after, PREPOSITION) || ENDING.has(after.lower);
}

/** "The CPS published guidance", "audits completed in May", "The Bill, published in June, …". */
export function simplePastAt(reading: Reading, at: number): Predicate | undefined {
  const use = reading.useAs(at, 'past') ?? reading.useAs(at, 'participle');
  const { uses } = reading.word(at);
  if (!use || uses.some((one) => one.form === 'base' && OFTEN_NOUNS.has(one.lemma)))
    return undefined;
  const wordBefore = reading.word(at - 1);
  const before = wordBefore.lower;
  const wordAfter = reading.word(at + 1);
  const after = wordAfter.lower;
  const last = reading.last;
  const passive = endsDoing(wordAfter);
  const group = { use, at, passive, negative: false };
  if (at === reading.clauseStart) {
    if (!BEFORE_OBJECT.has(after) && !/^\d/.test(after)) return undefined;
    return reading.make(group, at, { standing: 'main', governor: undefined, subject: at });
  }
  if (is(wordBefore, JOIN) && last && (last.form === 'past' || last.form === 'participle')) {
    const governor = last.vague ? undefined : last.governor;
    return reading.make({ ...group, passive: last.passive }, at, {
      standing: last.standing,
      governor,
      subject: last.subject,
    });
  }
  if (before === ',' && passive && !last && after !== 'by') {
    return reading.make(group, at, {
      standing: 'relative',
      governor: undefined,
      subject: reading.clauseStart,
    });
  }
  if (is(wordBefore, PREPOSITION | DETERMINER | JOIN) || before === ',') return undefined;
  if (reading.pending) {
    const standing = reading.pending;
    reading.pending = undefined;
    return reading.make(group, at, {
      standing,
      governor: reading.governorOf(last),
      subject: reading.subjectStart(at),
    });
  }
  if (reading.mainSeen || reading.mainAhead(at)) return undefined;
  return reading.make(group, at, {
    standing: 'main',
    governor: reading.remark ? 'remark' : undefined,
    subject: reading.subjectStart(at),
  });
}
