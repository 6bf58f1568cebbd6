import { DETERMINER, is, JOIN, PREPOSITION } from '../classes.ts';
import { PREPOSITIONS_IN_ING } from '../grammar.ts';
import { productAt } from '../lexicon.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';

const EXAMPLES: ReadonlySet<string> = new Set([',', 'including', 'example', 'through']);

/** "By adding a field", "; putting a plan in place", "Designing a process": verbs in -ing. */
export function gerundAt(reading: Reading, at: number): Predicate | undefined {
  const use = reading.useAs(at, 'ing');
  if (!use || (at > reading.clauseStart && PREPOSITIONS_IN_ING.has(reading.lower(at))))
    return undefined;
  const wordBefore = reading.word(at - 1);
  const before = wordBefore.lower;
  const last = reading.last;
  const group = { use, at, passive: false, negative: false };
  if (at === reading.clauseStart) {
    return reading.make(group, at, { standing: 'main', governor: undefined, subject: at });
  }
  if (!last) {
    // "The Group driving forward …": a headline without auxiliary.
    if (is(wordBefore, PREPOSITION | DETERMINER | JOIN)) return undefined;
    if (before === ',') return undefined;
    if (reading.mainAhead(at)) return undefined;
    return reading.make(group, at, {
      standing: 'main',
      governor: undefined,
      subject: reading.clauseStart,
    });
  }
  const inherited = last.vague ? last : last.governor;
  if (before === 'by') {
    const example = EXAMPLES.has(reading.lower(at - 2));
    const governor = example || !last.vague?.byMeans ? inherited : last.governor;
    return reading.make(group, at, { standing: 'means', governor, subject: last.subject });
  }
  if (before === 'of' && reading.lower(at - 2) === 'process' && last.lemma === 'be') {
    return reading.make(group, at, {
      standing: last.standing,
      governor: last.governor,
      subject: last.subject,
    });
  }
  if (at === last.to && last.lemma !== 'make' && !productAt(reading.words, at)) {
    const governor = last.vague && !last.passingOn ? last : last.governor;
    return reading.make(group, at, { standing: last.standing, governor, subject: last.subject });
  }
  if (last.passingOn && at - last.to <= 1) {
    return reading.make(group, at, {
      standing: last.standing,
      governor: last.governor,
      subject: last.subject,
    });
  }
  if (before === ',' || (is(wordBefore, JOIN) && last.form === 'ing')) {
    const governor =
      is(wordBefore, JOIN) && last.governor === undefined && !last.vague ? undefined : inherited;
    return reading.make(group, at, { standing: 'means', governor, subject: last.subject });
  }
  return undefined;
}
