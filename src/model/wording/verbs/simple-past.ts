import { DETERMINERS, JOINING, OFTEN_NOUNS, PREPOSITIONS } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';

/** "The CPS published guidance", "audits completed in May", "The Bill, published in June, …". */
export function simplePastAt(reading: Reading, at: number): Predicate | undefined {
  const uses = reading.lexicon.verbUses(reading.words[at]);
  const use =
    uses.find((one) => one.form === 'past') ?? uses.find((one) => one.form === 'participle');
  if (!use || uses.some((one) => one.form === 'base' && OFTEN_NOUNS.has(one.lemma)))
    return undefined;
  const before = reading.lower(at - 1);
  const after = reading.lower(at + 1);
  const last = reading.last;
  const passive = after === '' || PREPOSITIONS.has(after) || /^[(.,;]$/.test(after);
  const group = { use, at, passive, negative: false };
  if (at === reading.clauseStart) {
    if (!/^(?:a|an|the|all|our|its|new|two|three|four|five)$/.test(after) && !/^\d/.test(after))
      return undefined;
    return reading.make(group, at, { standing: 'main', governor: undefined, subject: at });
  }
  if (JOINING.has(before) && last && (last.form === 'past' || last.form === 'participle')) {
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
  if (PREPOSITIONS.has(before) || DETERMINERS.has(before) || JOINING.has(before) || before === ',')
    return undefined;
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
