import { FINITE_BE, PREPOSITIONS, type Standing, SUBORDINATORS, WITH_CONTENT } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { Reading } from './reading.ts';
import { finiteAt } from './verbs/finite.ts';
import { gerundAt } from './verbs/gerund.ts';
import { imperativeAt } from './verbs/imperative.ts';
import { infinitiveAt } from './verbs/infinitive.ts';
import { presentAt } from './verbs/present.ts';
import { simplePastAt } from './verbs/simple-past.ts';
import type { Word } from './words.ts';

/** The verbs of a sentence, in order, each with what it hangs on. */
export function predicatesOf(words: readonly Word[], lexicon: Lexicon): Predicate[] {
  const reading = new Reading(words, lexicon);
  for (let at = 0; at < reading.words.length; at += 1) {
    const lower = reading.lower(at);
    if (reading.remarks.has(at)) reading.remark = true;
    if (lower === ';' || lower === ':' || lower === '•') {
      reading.startClause(at + 1);
      continue;
    }
    // "Once agreed, new guidance …": the condition is over at the comma.
    if (lower === ',' && reading.last?.standing === 'aside' && !reading.mainSeen) {
      reading.startClause(at + 1);
    }
    const standing = subordinatorAt(reading, at);
    if (standing) {
      reading.pending = standing;
      continue;
    }
    const next =
      finiteAt(reading, at) ??
      infinitiveAt(reading, at) ??
      gerundAt(reading, at) ??
      simplePastAt(reading, at) ??
      presentAt(reading, at) ??
      imperativeAt(reading, at);
    if (!next) continue;
    reading.found.push(next);
    if (next.standing === 'main') {
      reading.mainSeen = next.head > reading.clauseStart || next.form === 'base';
      if (next.head === reading.clauseStart && reading.lower(next.head) === 'to')
        reading.mainSeen = false;
      reading.mainAt = next.from;
    }
    at = Math.max(at, next.to - 1);
    // A particle may open a clause: "seek to establish how".
    reading.pending = SUBORDINATORS.get(reading.lower(at)) ?? reading.pending;
  }
  return demoteOpenings(reading.found, reading.words);
}

/** How the verb after a word that opens a clause will stand. */
function subordinatorAt(reading: Reading, at: number): Standing | undefined {
  const lower = reading.lower(at);
  if (lower === 'as' && /^(?:they|it|we|this|these)$/.test(reading.lower(at + 1))) return 'aside';
  if (lower === 'why' && FINITE_BE.has(reading.lower(at - 1))) return undefined;
  if (lower !== 'that') return SUBORDINATORS.get(lower);
  if (PREPOSITIONS.has(reading.lower(at - 1))) return undefined;
  const last = reading.last;
  if (!last || (at > last.to + 4 && last.lemma !== 'ensure')) return 'aside';
  if (WITH_CONTENT.has(last.lemma)) return 'content';
  return 'aside';
}

/** "To support staff, the agency developed …": the opening is a purpose once the main verb has come. */
function demoteOpenings(found: readonly Predicate[], words: readonly Word[]): Predicate[] {
  return found.map((one, index) => {
    const opens = one.head === 0 || (one.from <= 1 && words[0]?.lower === 'to');
    if (!opens || one.standing !== 'main') return one;
    const finite = found
      .slice(index + 1)
      .find((other) => other.standing === 'main' && other.subject > one.to);
    const comma = finite && words.slice(one.to, finite.head).some((word) => word.lower === ',');
    const opening = one.form === 'ing' || words[0]?.lower === 'to';
    return opening && comma ? { ...one, standing: 'purpose' as const } : one;
  });
}
