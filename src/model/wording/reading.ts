import {
  FINITE_BE,
  HAVE,
  isAdverb,
  JOINING,
  MODALS,
  OPENINGS,
  POSSIBLE,
  type Standing,
  SUBORDINATORS,
  WITH_CONTENT,
} from './grammar.ts';
import type { Lexicon, VerbUse } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import type { Word } from './words.ts';

/** A verb with its auxiliaries: "will have been published". */
export interface VerbGroup {
  readonly use: VerbUse;
  readonly at: number;
  readonly passive: boolean;
  readonly negative: boolean;
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
  readonly remarks: ReadonlySet<number>;

  constructor(words: readonly Word[], lexicon: Lexicon) {
    this.words = words;
    this.lexicon = lexicon;
    this.remarks = new Set(
      [...words.keys()].filter((at) => lexicon.remarkAt(words, at) !== undefined),
    );
  }

  lower(at: number): string {
    return this.words[at]?.lower ?? '';
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
    while (isAdverb(this.words[before])) before -= 1;
    return JOINING.has(this.lower(before)) && this.found.length > 0;
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
      const opening = OPENINGS.has(this.lower(this.clauseStart)) || this.isGerund(this.clauseStart);
      if (!opening) return this.afterJoin(at) ?? this.clauseStart;
      const comma = this.find(',', this.clauseStart, at);
      return comma < 0 ? this.clauseStart : comma + 1;
    }
    // "To support … a workplan is being developed": the comma is missing, so the subject is the
    // nearest noun with an article.
    const opening =
      this.lower(this.clauseStart) === 'to' && this.find(',', this.clauseStart, at) < 0;
    if (opening) {
      for (let back = at - 1; back > last.to; back -= 1) {
        if (/^(?:a|an|the)$/.test(this.lower(back))) return back;
      }
    }
    for (let back = at - 1; back > last.to; back -= 1) {
      if (/^(?:,|and|but|or|\()$/.test(this.lower(back))) return back + 1;
    }
    return last.standing === 'main' ? last.to : last.subject;
  }

  /** After ", and" or ", but", where a clause of its own begins. */
  afterJoin(at: number): number | undefined {
    for (let back = at - 1; back > this.clauseStart; back -= 1) {
      const joins = /^(?:and|but)$/.test(this.lower(back)) && this.lower(back - 1) === ',';
      if (joins && at - back <= 4) return back + 1;
    }
    return undefined;
  }

  isGerund(at: number): boolean {
    return this.lexicon.verbUses(this.words[at]).some((one) => one.form === 'ing');
  }

  find(lower: string, from: number, to: number): number {
    for (let at = from; at < to; at += 1) if (this.lower(at) === lower) return at;
    return -1;
  }

  /** Whether a main verb with an auxiliary is still to come in this clause, with its own subject. */
  mainAhead(at: number): boolean {
    let pending = false;
    for (let next = at + 1; next < this.words.length; next += 1) {
      const lower = this.lower(next);
      if (lower === ';' || lower === ':') return false;
      if (SUBORDINATORS.has(lower) || lower === 'that') pending = true;
      if (MODALS.has(lower) || POSSIBLE.has(lower) || FINITE_BE.has(lower) || HAVE.has(lower)) {
        if (pending) pending = false;
        else return !JOINING.has(this.lower(next - 1)) && !this.separated(at, next);
      }
    }
    return false;
  }

  /** Whether a comma with "and" or "but" stands between: then what follows is a clause of its own. */
  separated(at: number, to: number): boolean {
    for (let next = at + 1; next < to - 1; next += 1) {
      if (this.lower(next) === ',' && /^(?:and|but|this|it|with)$/.test(this.lower(next + 1)))
        return true;
    }
    return false;
  }

  /** Whether it hangs on a verb of asking: "will request forces to review". */
  askedBy(head: number, standing: Standing): boolean {
    const last = this.last;
    if (!last || (standing === 'main' && this.words[head]?.lower !== 'to')) return false;
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
      lemma: [use.lemma, ...(sense?.particle ?? [])].join(' '),
      from: at,
      to: at + length,
      head,
      subject: Math.min(subject, head),
      passive,
      negative,
      standing,
      form: use.form,
      vague: sense?.vague,
      needs: sense?.needs ?? [],
      passingOn: sense?.passingOn ?? false,
      together: sense?.together ?? false,
      ahead:
        MODALS.has(this.lower(head)) ||
        this.lower(head) === 'to' ||
        (use.form === 'base' && !HAVE.has(this.lower(head)) && !FINITE_BE.has(this.lower(head))),
      asked: standing !== 'main' || head > 0 ? this.askedBy(head, standing) : false,
      governor,
    };
  }
}
