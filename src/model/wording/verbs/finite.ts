import {
  BE,
  FINITE_BE,
  HAVE,
  isAdverb,
  isMonthOfMay,
  MODALS,
  NOT,
  POSSIBLE,
  type Standing,
} from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading, VerbGroup } from '../reading.ts';
import type { Form } from '../verb-forms.ts';

/** An auxiliary with its verb: "will be published", "has not yet agreed", "are developing". */
export function finiteAt(reading: Reading, at: number): Predicate | undefined {
  const lower = reading.lower(at);
  const possible = POSSIBLE.has(lower);
  if (isMonthOfMay(reading.words, at)) return undefined;
  if (!(MODALS.has(lower) || possible || FINITE_BE.has(lower) || HAVE.has(lower))) return undefined;
  const group = followAuxiliaries(reading, at);
  const joined = reading.joined(at);
  const last = reading.found.at(-1);
  let standing: Standing = 'main';
  let governor: Predicate['governor'];
  let subject = reading.subjectStart(at);
  if (possible) standing = 'aside';
  else if (reading.pending) standing = reading.pending;
  else if (joined && last && !backToMain(reading, lower, last)) standing = last.standing;
  if (standing === 'aside' || standing === 'content' || standing === 'relative') {
    governor = reading.governorOf(last);
    if (standing === 'relative') subject = Math.max(reading.clauseStart, at - 10);
    if (standing === 'content' && last) subject = last.to;
  } else {
    if (reading.mainSeen && !joined)
      reading.remark = [...reading.remarks].some(
        (one) => one >= (reading.mainAt ?? 0) && one <= at,
      );
    if (reading.remark) governor = 'remark';
    if (joined && last) subject = last.subject;
  }
  reading.pending = undefined;
  return reading.make(group, at, { standing, governor, subject });
}

/** "Will identify where changes are required and will work …": the second "will" joins the first. */
function backToMain(reading: Reading, auxiliary: string, last: Predicate): boolean {
  return (
    last.standing === 'purpose' || (MODALS.has(auxiliary) && !MODALS.has(reading.lower(last.head)))
  );
}

/** Follows the auxiliaries from a first one to the verb they belong to. */
function followAuxiliaries(reading: Reading, first: number): VerbGroup {
  let at = first;
  let be = false;
  let have = false;
  let negative = false;
  for (let steps = 0; steps < 8; steps += 1) {
    const lower = reading.lower(at);
    if (BE.has(lower)) be = true;
    else if (HAVE.has(lower)) {
      have = true;
    } else if (NOT.has(lower)) negative = true;
    else if (!MODALS.has(lower) && !POSSIBLE.has(lower) && !isAdverb(reading.words[at])) {
      const skipped = lower === ',' ? pastAside(reading, at) : undefined;
      if (skipped === undefined) break;
      at = skipped;
      continue;
    }
    at += 1;
  }
  const uses = reading.lexicon.verbUses(reading.words[at]);
  const wanted: readonly Form[] = be
    ? ['participle', 'past', 'ing']
    : have
      ? ['participle', 'past']
      : ['base'];
  for (const form of wanted) {
    const use = uses.find((one) => one.form === form);
    if (use) return { use, at, passive: be && form !== 'ing', negative };
  }
  const word = reading.lower(at);
  if ((be || have) && uses.length === 0 && word.endsWith('ed')) {
    return { use: { lemma: word, form: 'participle' }, at, passive: be, negative };
  }
  // A word no list knows is still a verb after a modal; else "be" or "have" is the verb itself.
  const lemma = be ? 'be' : have ? 'have' : 'do';
  return { use: { lemma, form: 'base' }, at: Math.max(first, at - 1), passive: false, negative };
}

/** Past an aside between commas: "will, by March 2022, ensure". */
function pastAside(reading: Reading, comma: number): number | undefined {
  for (let at = comma + 2; at < Math.min(comma + 14, reading.words.length); at += 1) {
    if (reading.lower(at) === ',') return at + 1;
  }
  return undefined;
}
