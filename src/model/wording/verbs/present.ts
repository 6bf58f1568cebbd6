import { DETERMINERS, isAdverb, JOINING, OFTEN_NOUNS, PLURAL, PREPOSITIONS } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';

/** "The Home Office supports", "analysts produce". */
export function presentAt(reading: Reading, at: number): Predicate | undefined {
  if (at === reading.clauseStart) return undefined;
  const uses = reading.lexicon.verbUses(reading.words[at]);
  const before = reading.lower(at - 1);
  const after = reading.lower(at + 1);
  const s = uses.find((one) => one.form === 's');
  const base = uses.find((one) => one.form === 'base');
  const use = s ?? base;
  if (!use) return undefined;
  if (PREPOSITIONS.has(before) || JOINING.has(before) || before === '(') return undefined;
  if (before === ',' && !s) return undefined;
  if (DETERMINERS.has(before) && before !== 'this' && before !== 'that') return undefined;
  if (OFTEN_NOUNS.has(use.lemma)) {
    const clear = s
      ? /^(?:the|a|an|its|their|our|this|these|to|with|closely|on|from)$/.test(after)
      : (use.lemma === 'work' && /^(?:with|closely|together)$/.test(after)) ||
        (use.lemma === 'look' && after === 'to');
    if (!clear) return undefined;
  }
  if (
    !s &&
    reading.pending !== 'content' &&
    !PLURAL.test(reading.words[at - 1]?.text ?? '') &&
    !isAdverb(reading.words[at - 1])
  ) {
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
