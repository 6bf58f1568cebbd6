import {
  ADVERB,
  AUXILIARY,
  BREAK,
  IS_OR_HAS,
  is,
  JOIN,
  MODAL,
  OPENING,
  REMARK,
  SUBORDINATOR,
} from './classes.ts';
import { type Standing, WITH_CONTENT } from './grammar.ts';
import { type Lexicon, remarkAt, type VerbUse } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import type { Form } from './verb-forms.ts';
import { type Word, type Words, wordAt } from './words.ts';

/** A verb with its auxiliaries: "will have been published". */
export interface VerbGroup {
  readonly use: VerbUse;
  readonly at: number;
  readonly passive: boolean;
  readonly negative: boolean;
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const BEFORE_SUBJECT: ReadonlySet<string> = new Set([',', 'and', 'but', 'or', '(']);
const SEPARATING: ReadonlySet<string> = new Set(['and', 'but', 'this', 'it', 'with']);
const NOTHING: Predicate['needs'] = [];

function remarksIn(words: readonly Word[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (is(wordAt(words, at), REMARK) && remarkAt(words, at)) found.push(at);
  }
  return found;
}

/** Where the reading of a sentence has got to: what the verbs found so far mean for the next one. */
export class Reading {
  readonly words: readonly Word[];
  readonly lexicon: Lexicon;
  readonly found: Predicate[] = [];
  /** A subordinator waiting for its verb. */
  pending: Standing | undefined;
  clauseStart = 0;
  /** Whether the clause's main verb has come, and where. */
  mainSeen = false;
  mainAt: number | undefined;
  /** Whether a remark such as "it is anticipated" governs the clause. */
  remark = false;
  /** Where remarks begin. */
  readonly remarks: readonly number[];

  constructor(sentence: Words, lexicon: Lexicon) {
    this.words = sentence.words;
    this.lexicon = lexicon;
    this.remarks = is(sentence, REMARK) ? remarksIn(sentence.words) : [];
  }

  word(at: number): Word {
    return wordAt(this.words, at);
  }

  lower(at: number): string {
    return wordAt(this.words, at).lower;
  }

  startClause(at: number): void {
    this.clauseStart = at;
    this.mainSeen = false;
    this.pending = undefined;
    this.remark = false;
  }

  get last(): Predicate | undefined {
    const last = this.found.at(-1);
    return last && last.from >= this.clauseStart ? last : undefined;
  }

  joined(at: number): boolean {
    let before = at - 1;
    while (is(this.word(before), ADVERB)) before -= 1;
    return is(this.word(before), JOIN) && this.found.length > 0;
  }

  governorOf(last: Predicate | undefined): Predicate['governor'] {
    if (!last) return this.remark ? 'remark' : undefined;
    if (last.vague && !WITH_CONTENT.has(last.lemma)) return last;
    return last.governor;
  }

  /** Where the subject of a verb begins: after what came before in its clause. */
  subjectStart(at: number): number {
    const last = this.last;
    if (!last) {
      const opening = is(this.word(this.clauseStart), OPENING);
      if (!opening) return this.afterJoin(at) ?? this.clauseStart;
      return Math.max(this.clauseStart, this.find(',', this.clauseStart, at) + 1);
    }
    // "To support … a workplan is being developed": the comma is missing, so the subject is the
    // nearest noun with an article.
    const opening =
      this.lower(this.clauseStart) === 'to' && this.find(',', this.clauseStart, at) < 0;
    if (opening) {
      for (let back = at - 1; back > last.to; back -= 1) {
        if (ARTICLES.has(this.lower(back))) return back;
      }
    }
    for (let back = at - 1; back > last.to; back -= 1) {
      if (BEFORE_SUBJECT.has(this.lower(back))) return back + 1;
    }
    return last.standing === 'main' ? last.to : last.subject;
  }

  /** After ", and" or ", but", where a clause of its own begins. */
  afterJoin(at: number): number | undefined {
    for (let back = at - 1; back > this.clauseStart; back -= 1) {
      const lower = this.lower(back);
      if ((lower === 'and' || lower === 'but') && this.lower(back - 1) === ',') return back + 1;
    }
    return undefined;
  }

  /** The first verb that a word may be a form of in this form. */
  useAs(at: number, form: Form): VerbUse | undefined {
    for (const use of this.word(at).uses) if (use.form === form) return use;
    return undefined;
  }

  find(lower: string, from: number, to: number): number {
    for (let at = from; at < to; at += 1) if (this.lower(at) === lower) return at;
    return -1;
  }

  /** Whether a main verb with an auxiliary is still to come in this clause, with its own subject. */
  mainAhead(at: number): boolean {
    let pending = false;
    for (let next = at + 1; next < this.words.length; next += 1) {
      const word = this.word(next);
      if (!is(word, BREAK | SUBORDINATOR | AUXILIARY)) continue;
      if (is(word, BREAK)) return false;
      if (is(word, SUBORDINATOR)) pending = true;
      if (is(word, AUXILIARY)) {
        if (pending) pending = false;
        else return !is(this.word(next - 1), JOIN) && !this.separated(at, next);
      }
    }
    return false;
  }

  /** Whether a comma with "and" or "but" stands between: then what follows is a clause of its own. */
  separated(at: number, to: number): boolean {
    for (let next = at + 1; next < to; next += 1) {
      if (this.lower(next) === ',' && SEPARATING.has(this.lower(next + 1))) return true;
    }
    return false;
  }

  /** Whether it hangs on a verb of asking: "will request forces to review". */
  askedBy(head: number, standing: Standing): boolean {
    const last = this.last;
    if (!last || (standing === 'main' && this.lower(head) !== 'to')) return false;
    return last.asked || this.lexicon.asking.has(last.lemma);
  }

  make(
    group: VerbGroup,
    head: number,
    { standing, governor, subject }: Pick<Predicate, 'standing' | 'governor' | 'subject'>,
  ): Predicate {
    const { use, at, passive, negative } = group;
    const [sense, length] = this.lexicon.senseAt(this.words, at, use.lemma) ?? [undefined, 1];
    return {
      lemma: sense?.lemma ?? use.lemma,
      from: at,
      to: at + length,
      head,
      subject: Math.min(subject, head),
      passive,
      negative,
      standing,
      form: use.form,
      vague: sense?.vague,
      needs: sense?.needs ?? NOTHING,
      passingOn: sense?.passingOn ?? false,
      together: sense?.together ?? false,
      ahead:
        is(this.word(head), MODAL) ||
        this.lower(head) === 'to' ||
        (use.form === 'base' && !is(this.word(head), IS_OR_HAS)),
      asked: this.askedBy(head, standing),
      governor,
    };
  }
}
