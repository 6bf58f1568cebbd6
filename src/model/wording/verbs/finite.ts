import { ADVERB, AUXILIARY, BEING, IS_OR_HAS, is, MODAL, NEGATION, POSSIBLY } from '../classes.ts';
import type { Standing } from '../grammar.ts';
import type { Predicate } from '../predicate.ts';
import type { Reading, VerbGroup } from '../reading.ts';
import type { Form } from '../verb-forms.ts';
import type { Word } from '../words.ts';

/** An auxiliary with its verb: "will be published", "has not yet agreed", "are developing". */
export function finiteAt(reading: Reading, at: number): Predicate | undefined {
  const word = reading.word(at);
  if (!is(word, AUXILIARY)) return undefined;
  const possible = is(word, POSSIBLY);
  const group = followAuxiliaries(reading, at);
  const joined = reading.joined(at);
  const last = reading.found.at(-1);
  let standing: Standing = 'main';
  let governor: Predicate['governor'];
  let subject = reading.subjectStart(at);
  if (possible) standing = 'aside';
  else if (reading.pending) standing = reading.pending;
  else if (joined && last && !backToMain(reading, word, last)) standing = last.standing;
  if (standing === 'aside' || standing === 'content' || standing === 'relative') {
    governor = reading.governorOf(last);
    if (standing === 'relative') subject = Math.max(reading.clauseStart, at - 10);
    if (standing === 'content' && last) subject = last.to;
  } else {
    if (reading.mainSeen && !joined)
      reading.remark = reading.remarks.some((one) => one >= (reading.mainAt ?? 0) && one <= at);
    if (reading.remark) governor = 'remark';
    if (joined && last) subject = last.subject;
  }
  reading.pending = undefined;
  return reading.make(group, at, { standing, governor, subject });
}

/** "Will identify where changes are required and will work …": the second "will" joins the first. */
function backToMain(reading: Reading, auxiliary: Word, last: Predicate): boolean {
  return (
    last.standing === 'purpose' || (is(auxiliary, MODAL) && !is(reading.word(last.head), MODAL))
  );
}

/** Follows the auxiliaries from a first one to the verb they belong to. */
function followAuxiliaries(reading: Reading, first: number): VerbGroup {
  let at = first;
  let be = false;
  let have = false;
  let negative = false;
  for (let steps = 0; steps < 8; steps += 1) {
    const word = reading.word(at);
    if (is(word, BEING)) be = true;
    else if (is(word, IS_OR_HAS)) {
      have = true;
    } else if (is(word, NEGATION)) negative = true;
    else if (!is(word, MODAL | POSSIBLY | ADVERB)) {
      const skipped = word.lower === ',' ? pastAside(reading, at) : undefined;
      if (skipped === undefined) break;
      at = skipped;
      continue;
    }
    at += 1;
  }
  const { uses, lower: word } = reading.word(at);
  const wanted = be ? AFTER_BE : have ? AFTER_HAVE : AFTER_MODAL;
  for (const form of wanted) {
    const use = reading.useAs(at, form);
    if (use) return { use, at, passive: be && form !== 'ing', negative };
  }
  if ((be || have) && uses.length === 0 && word.endsWith('ed')) {
    return { use: { lemma: word, form: 'participle' }, at, passive: be, negative };
  }
  // A word no list knows is still a verb after a modal; else "be" or "have" is the verb itself.
  const lemma = be ? 'be' : have ? 'have' : 'do';
  return { use: { lemma, form: 'base' }, at: Math.max(first, at - 1), passive: false, negative };
}

const AFTER_BE: readonly Form[] = ['participle', 'past', 'ing'];
const AFTER_HAVE: readonly Form[] = ['participle', 'past'];
const AFTER_MODAL: readonly Form[] = ['base'];

/** Past an aside between commas: "will, by March 2022, ensure". */
function pastAside(reading: Reading, comma: number): number | undefined {
  for (let at = comma + 2; at < Math.min(comma + 14, reading.words.length); at += 1) {
    if (reading.lower(at) === ',') return at + 1;
  }
  return undefined;
}
