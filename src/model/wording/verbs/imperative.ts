import { ADVERB, DETERMINER, ENDS_NOUN, IS_OR_HAS, is, JOIN, MODAL, OPENING } from '../classes.ts';
import { OFTEN_NOUNS } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';
import { endsDoing } from './simple-past.ts';

/** "Publish a guide", and verbs joined to one before: "review and update". */
export function imperativeAt(reading: Reading, at: number): Predicate | undefined {
  const use = reading.useAs(at, 'base');
  if (!use) return undefined;
  const wordBefore = reading.word(at - 1);
  const before = wordBefore.lower;
  const after = reading.word(at + 1);
  const last = reading.last;
  const group = { use, at, passive: false, negative: false };
  if (
    at === reading.clauseStart ||
    (before === ',' && !last && is(reading.word(reading.clauseStart), OPENING))
  ) {
    if (
      OFTEN_NOUNS.has(use.lemma) &&
      ((is(after, ENDS_NOUN) && !joinsVerb(reading, at + 1)) ||
        endsAsDone(reading, at + 1) ||
        auxiliaryNear(reading, at) ||
        headlineAhead(reading, at))
    ) {
      return undefined;
    }
    return reading.make(group, at, { standing: 'main', governor: undefined, subject: at });
  }
  const joins = is(wordBefore, JOIN) || (before === ',' && last !== undefined);
  if (!joins || !last || last.form === 'ing' || last.form === 's') return undefined;
  const baseLike = reading.found.findLast(
    (one) => one.form === 'base' && one.from >= reading.clauseStart,
  );
  if (!baseLike) return undefined;
  if (
    OFTEN_NOUNS.has(use.lemma) &&
    !is(after, DETERMINER) &&
    !(use.lemma === 'work' && after.lower === 'with')
  ) {
    const adjacent = is(wordBefore, JOIN) && at - baseLike.to <= 1;
    if (
      !adjacent &&
      !is(after, ADVERB) &&
      (before !== ',' || is(after, ENDS_NOUN) || use.lemma === 'work')
    )
      return undefined;
  }
  return reading.make(group, at, {
    standing: baseLike.standing,
    governor: baseLike.governor,
    subject: baseLike.subject,
  });
}

/** "Review and update": two verbs, not two nouns. */
function joinsVerb(reading: Reading, at: number): boolean {
  return is(reading.word(at), JOIN) && reading.useAs(at + 1, 'base') !== undefined;
}

/** "Guide published.", "plan agreed in May": what was done to it, with nothing it was done to. */
function endsAsDone(reading: Reading, at: number): boolean {
  const done = reading.useAs(at, 'participle') !== undefined && !reading.useAs(at, 'base');
  return done && endsDoing(reading.word(at + 1));
}

/** "Review meetings will be held": a noun after all. */
function auxiliaryNear(reading: Reading, at: number): boolean {
  for (let next = at + 1; next < at + 6; next += 1) {
    const { lower } = reading.word(next);
    if (lower === ',' || (lower !== 'work' && reading.useAs(next, 'base'))) return false;
    if (is(reading.word(next), MODAL | IS_OR_HAS)) return true;
  }
  return false;
}

/** "Audit programme to continue": a headline with "to" whose first word is a noun. */
function headlineAhead(reading: Reading, at: number): boolean {
  for (let next = at + 1; next < Math.min(at + 4, reading.words.length); next += 1) {
    if (reading.lower(next) !== 'to') continue;
    return reading.lower(next + 1) === 'be' || reading.lower(next + 1) === 'continue';
  }
  return false;
}
