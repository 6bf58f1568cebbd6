import {
  ADVERB,
  AUXILIARY,
  BEING,
  BREAK,
  DETERMINER,
  is,
  LOWER_FIRST,
  PREPOSITION,
  SUBORDINATOR,
  VERB,
} from './classes.ts';
import { type Standing, WITH_CONTENT } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import { Reading } from './reading.ts';
import { finiteAt } from './verbs/finite.ts';
import { gerundAt } from './verbs/gerund.ts';
import { imperativeAt } from './verbs/imperative.ts';
import { infinitiveAt } from './verbs/infinitive.ts';
import { presentAt } from './verbs/present.ts';
import { simplePastAt } from './verbs/simple-past.ts';
import { type Words, wordAt } from './words.ts';

/** The verbs of a sentence, in order, each with what it hangs on. */
export function predicatesOf(sentence: Words, lexicon: Lexicon): Predicate[] {
  const { words } = sentence;
  const reading = new Reading(sentence, lexicon);
  for (let at = 0; at < words.length; at += 1) {
    const word = wordAt(words, at);
    if (reading.remarks.includes(at)) reading.remark = true;
    if (is(word, BREAK)) {
      reading.startClause(at + 1);
      continue;
    }
    // "Once agreed, new guidance …": the condition is over at the comma.
    if (word.lower === ',' && reading.last?.standing === 'aside' && !reading.mainSeen) {
      reading.startClause(at + 1);
    }
    if (is(word, SUBORDINATOR) || word.lower === 'as') {
      reading.pending = subordinatorAt(reading, at) ?? reading.pending;
      if (reading.pending && hasUnknownVerb(words, at)) reading.pending = undefined;
    }
    if (!is(word, AUXILIARY | VERB) && word.lower !== 'to') continue;
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
    reading.pending = wordAt(words, at).opens ?? reading.pending;
  }
  return demoteOpenings(reading.found, words);
}

/** How the verb after a word that opens a clause will stand. */
function subordinatorAt(reading: Reading, at: number): Standing | undefined {
  const { lower, opens } = reading.word(at);
  if (lower === 'as' && SUBJECTS.has(reading.lower(at + 1))) return 'aside';
  if (lower === 'why' && is(reading.word(at - 1), BEING)) return undefined;
  if (lower !== 'that') return opens;
  if (is(reading.word(at - 1), PREPOSITION)) return undefined;
  const last = reading.last;
  if (!last || (at > last.to + 4 && last.lemma !== 'ensure')) return 'aside';
  if (WITH_CONTENT.has(last.lemma)) return 'content';
  return 'aside';
}

const NO_VERB = ADVERB | AUXILIARY | DETERMINER | PREPOSITION | SUBORDINATOR | VERB;
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who']);

/** "A guide that explains the form will be published": a verb no list knows is over with its clause. */
function hasUnknownVerb(words: Words['words'], at: number): boolean {
  if (!RELATIVES.has(wordAt(words, at).lower) || !is(wordAt(words, at + 2), DETERMINER))
    return false;
  const verb = wordAt(words, at + 1);
  return is(verb, LOWER_FIRST) && !is(verb, NO_VERB) && /[^s]s$/.test(verb.lower);
}

const SUBJECTS: ReadonlySet<string> = new Set(['they', 'it', 'we', 'this', 'these']);

/** "To support staff, the agency developed …": the opening is a purpose once the main verb has come. */
function demoteOpenings(found: Predicate[], words: Words['words']): Predicate[] {
  const beginsWithTo = wordAt(words, 0).lower === 'to';
  if (!beginsWithTo && !found.some((one) => one.head === 0)) return found;
  return found.map((one, index) => {
    const opens = one.head === 0 || (one.from <= 1 && beginsWithTo);
    if (!opens || one.standing !== 'main') return one;
    const finite = found
      .slice(index + 1)
      .find((other) => other.standing === 'main' && other.subject > one.to);
    const comma = finite && words.slice(one.to, finite.head).some((word) => word.lower === ',');
    const opening = one.form === 'ing' || beginsWithTo;
    return opening && comma ? { ...one, standing: 'purpose' as const } : one;
  });
}
