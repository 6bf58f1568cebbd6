import {
  AFTER_NOUN,
  DETERMINERS,
  FINITE_BE,
  HAVE,
  isAdverb,
  JOINING,
  MODALS,
  OFTEN_NOUNS,
  OPENINGS,
} from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading } from '../reading.ts';

/** "Publish a guide", and verbs joined to one before: "review and update". */
export function imperativeAt(reading: Reading, at: number): Predicate | undefined {
  const use = reading.lexicon.verbUses(reading.words[at]).find((one) => one.form === 'base');
  if (!use) return undefined;
  const before = reading.lower(at - 1);
  const after = reading.lower(at + 1);
  const last = reading.last;
  const group = { use, at, passive: false, negative: false };
  if (
    at === reading.clauseStart ||
    (before === ',' && !last && OPENINGS.has(reading.lower(reading.clauseStart)))
  ) {
    if (
      OFTEN_NOUNS.has(use.lemma) &&
      ((AFTER_NOUN.has(after) && !joinsVerb(reading, at + 1)) ||
        auxiliaryNear(reading, at) ||
        headlineAhead(reading, at))
    ) {
      return undefined;
    }
    return reading.make(group, at, { standing: 'main', governor: undefined, subject: at });
  }
  const joins = JOINING.has(before) || (before === ',' && last !== undefined);
  if (!joins || !last || last.form === 'ing' || last.form === 's') return undefined;
  const baseLike = reading.found.findLast(
    (one) => one.form === 'base' && one.from >= reading.clauseStart,
  );
  if (!baseLike) return undefined;
  if (
    OFTEN_NOUNS.has(use.lemma) &&
    !DETERMINERS.has(after) &&
    !(use.lemma === 'work' && after === 'with')
  ) {
    const adjacent = JOINING.has(before) && at - baseLike.to <= 1;
    if (
      !adjacent &&
      !isAdverb(reading.words[at + 1]) &&
      (before !== ',' || AFTER_NOUN.has(after) || use.lemma === 'work')
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
  return (
    JOINING.has(reading.lower(at)) &&
    reading.lexicon.verbUses(reading.words[at + 1]).some((one) => one.form === 'base')
  );
}

/** "Review meetings will be held": a noun after all. */
function auxiliaryNear(reading: Reading, at: number): boolean {
  for (let next = at + 1; next < at + 6; next += 1) {
    const lower = reading.lower(next);
    if (
      lower === ',' ||
      (reading.lexicon.verbUses(reading.words[next]).some((one) => one.form === 'base') &&
        lower !== 'work')
    )
      return false;
    if (MODALS.has(lower) || FINITE_BE.has(lower) || HAVE.has(lower)) return true;
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
