import {
  AFTER_NOUN,
  BE,
  DETERMINERS,
  FINITE_BE,
  HAVE,
  isAdverb,
  isMonthOfMay,
  JOINING,
  MODALS,
  NOT,
  OFTEN_NOUNS,
  OPENINGS,
  PLURAL,
  POSSIBLE,
  PREPOSITIONS,
  PREPOSITIONS_IN_ING,
  type Standing,
  SUBORDINATORS,
  WITH_CONTENT,
} from './grammar.ts';
import type { Lexicon, VerbUse } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import type { Form } from './verb-forms.ts';
import type { Word } from './words.ts';

interface Group {
  readonly use: VerbUse;
  readonly at: number;
  readonly passive: boolean;
  readonly negative: boolean;
}

/** The verbs of a sentence, in order, each with what it hangs on. */
export function predicatesOf(words: readonly Word[], lexicon: Lexicon): Predicate[] {
  return new Reader(words, lexicon).read();
}

class Reader {
  readonly #words: readonly Word[];
  readonly #lexicon: Lexicon;
  readonly #found: Predicate[] = [];
  /** A subordinator waiting for its verb. */
  #pending: Standing | undefined;
  #clauseStart = 0;
  /** Whether the clause's main verb has come. */
  #mainSeen = false;
  #remark = false;
  #mainAt: number | undefined;
  readonly #remarks: readonly number[];

  constructor(words: readonly Word[], lexicon: Lexicon) {
    this.#words = words;
    this.#lexicon = lexicon;
    this.#remarks = [...words.keys()].filter((at) => lexicon.remarkAt(words, at) !== undefined);
  }

  read(): Predicate[] {
    for (let at = 0; at < this.#words.length; at += 1) {
      const lower = this.#lower(at);
      if (this.#remarks.includes(at)) this.#remark = true;
      if (lower === ';' || lower === ':' || lower === '•') {
        this.#startClause(at + 1);
        continue;
      }
      // "Once agreed, new guidance …": the condition is over at the comma.
      if (lower === ',' && this.#last?.standing === 'aside' && !this.#mainSeen) {
        this.#startClause(at + 1);
      }
      const standing = this.#subordinator(at);
      if (standing) {
        this.#pending = standing;
        continue;
      }
      const next =
        this.#finite(at) ??
        this.#infinitive(at) ??
        this.#gerund(at) ??
        this.#simplePast(at) ??
        this.#present(at) ??
        this.#imperative(at);
      if (!next) continue;
      this.#found.push(next);
      if (next.standing === 'main') {
        this.#mainSeen = next.head > this.#clauseStart || next.form === 'base';
        if (next.head === this.#clauseStart && this.#lower(next.head) === 'to')
          this.#mainSeen = false;
        this.#mainAt = next.from;
      }
      at = Math.max(at, next.to - 1);
      // A particle may open a clause: "seek to establish how".
      this.#pending = SUBORDINATORS.get(this.#lower(at)) ?? this.#pending;
    }
    return demoteOpenings(this.#found, this.#words);
  }

  #lower(at: number): string {
    return this.#words[at]?.lower ?? '';
  }

  #startClause(at: number): void {
    this.#clauseStart = at;
    this.#mainSeen = false;
    this.#pending = undefined;
    this.#remark = false;
  }

  get #last(): Predicate | undefined {
    const last = this.#found.at(-1);
    return last && last.from >= this.#clauseStart ? last : undefined;
  }

  #subordinator(at: number): Standing | undefined {
    const lower = this.#lower(at);
    if (lower === 'as' && /^(?:they|it|we|this|these)$/.test(this.#lower(at + 1))) return 'aside';
    if (lower === 'why' && FINITE_BE.has(this.#lower(at - 1))) return undefined;
    if (lower !== 'that') return SUBORDINATORS.get(lower);
    if (PREPOSITIONS.has(this.#lower(at - 1))) return undefined;
    const last = this.#last;
    if (!last || (at > last.to + 4 && last.lemma !== 'ensure')) return 'aside';
    if (WITH_CONTENT.has(last.lemma)) return 'content';
    return 'aside';
  }

  /** An auxiliary with its verb: "will be published", "has not yet agreed", "are developing". */
  #finite(at: number): Predicate | undefined {
    const lower = this.#lower(at);
    const possible = POSSIBLE.has(lower);
    if (isMonthOfMay(this.#words, at)) return undefined;
    if (!(MODALS.has(lower) || possible || FINITE_BE.has(lower) || HAVE.has(lower)))
      return undefined;
    const group = this.#group(at);
    const joined = this.#joined(at);
    const last = this.#found.at(-1);
    let standing: Standing = 'main';
    let governor: Predicate['governor'];
    let subject = this.#subjectStart(at);
    if (possible) standing = 'aside';
    else if (this.#pending) standing = this.#pending;
    else if (joined && last && !this.#backToMain(lower, last)) standing = last.standing;
    if (standing === 'aside' || standing === 'content' || standing === 'relative') {
      governor = this.#governorOf(last);
      if (standing === 'relative') subject = Math.max(this.#clauseStart, at - 10);
      if (standing === 'content' && last) subject = last.to;
    } else {
      if (this.#mainSeen && !joined)
        this.#remark = this.#remarks.some((one) => one >= (this.#mainAt ?? 0) && one <= at);
      if (this.#remark) governor = 'remark';
      if (joined && last) subject = last.subject;
    }
    this.#pending = undefined;
    return this.#make(group, at, { standing, governor, subject });
  }

  /** "Will identify where changes are required and will work …": the second "will" joins the first. */
  #backToMain(auxiliary: string, last: Predicate): boolean {
    return (
      last.standing === 'purpose' || (MODALS.has(auxiliary) && !MODALS.has(this.#lower(last.head)))
    );
  }

  /** Follows the auxiliaries from a first one to the verb they belong to. */
  #group(first: number): Group {
    let at = first;
    let be = false;
    let have = false;
    let negative = false;
    for (let steps = 0; steps < 8; steps += 1) {
      const lower = this.#lower(at);
      if (BE.has(lower)) be = true;
      else if (HAVE.has(lower)) {
        have = true;
      } else if (NOT.has(lower)) negative = true;
      else if (!MODALS.has(lower) && !POSSIBLE.has(lower) && !isAdverb(this.#words[at])) {
        const skipped = lower === ',' ? this.#pastAside(at) : undefined;
        if (skipped === undefined) break;
        at = skipped;
        continue;
      }
      at += 1;
    }
    const uses = this.#lexicon.verbUses(this.#words[at]);
    const wanted: readonly Form[] = be
      ? ['participle', 'past', 'ing']
      : have
        ? ['participle', 'past']
        : ['base'];
    for (const form of wanted) {
      const use = uses.find((one) => one.form === form);
      if (use) return { use, at, passive: be && form !== 'ing', negative };
    }
    const word = this.#lower(at);
    if ((be || have) && uses.length === 0 && word.endsWith('ed')) {
      return { use: { lemma: word, form: 'participle' }, at, passive: be, negative };
    }
    // A word no list knows is still a verb after a modal; else "be" or "have" is the verb itself.
    const lemma = be ? 'be' : have ? 'have' : 'do';
    return { use: { lemma, form: 'base' }, at: Math.max(first, at - 1), passive: false, negative };
  }

  /** Past an aside between commas: "will, by March 2022, ensure". */
  #pastAside(comma: number): number | undefined {
    for (let at = comma + 2; at < Math.min(comma + 14, this.#words.length); at += 1) {
      if (this.#lower(at) === ',') return at + 1;
    }
    return undefined;
  }

  #joined(at: number): boolean {
    let before = at - 1;
    while (isAdverb(this.#words[before])) before -= 1;
    return JOINING.has(this.#lower(before)) && this.#found.length > 0;
  }

  #governorOf(last: Predicate | undefined): Predicate['governor'] {
    if (!last) return this.#remark ? 'remark' : undefined;
    if (last.vague && !WITH_CONTENT.has(last.lemma)) return last;
    return last.governor;
  }

  /** Where the subject of a verb begins: after what came before in its clause. */
  #subjectStart(at: number): number {
    const last = this.#last;
    if (!last) {
      const opening =
        OPENINGS.has(this.#lower(this.#clauseStart)) || this.#isGerund(this.#clauseStart);
      if (!opening) return this.#afterJoin(at) ?? this.#clauseStart;
      const comma = this.#find(',', this.#clauseStart, at);
      return comma < 0 ? this.#clauseStart : comma + 1;
    }
    // "To support … a workplan is being developed": the comma is missing, so the subject is the
    // nearest noun with an article.
    const opening =
      this.#lower(this.#clauseStart) === 'to' && this.#find(',', this.#clauseStart, at) < 0;
    if (opening) {
      for (let back = at - 1; back > last.to; back -= 1) {
        if (/^(?:a|an|the)$/.test(this.#lower(back))) return back;
      }
    }
    for (let back = at - 1; back > last.to; back -= 1) {
      if (/^(?:,|and|but|or|\()$/.test(this.#lower(back))) return back + 1;
    }
    return last.standing === 'main' ? last.to : last.subject;
  }

  /** After ", and" or ", but", where a clause of its own begins. */
  #afterJoin(at: number): number | undefined {
    for (let back = at - 1; back > this.#clauseStart; back -= 1) {
      const joins = /^(?:and|but)$/.test(this.#lower(back)) && this.#lower(back - 1) === ',';
      if (joins && at - back <= 4) return back + 1;
    }
    return undefined;
  }

  #isGerund(at: number): boolean {
    return this.#lexicon.verbUses(this.#words[at]).some((one) => one.form === 'ing');
  }

  #find(lower: string, from: number, to: number): number {
    for (let at = from; at < to; at += 1) if (this.#lower(at) === lower) return at;
    return -1;
  }

  #infinitive(at: number): Predicate | undefined {
    if (this.#lower(at) !== 'to') return undefined;
    let verb = at + 1;
    while (isAdverb(this.#words[verb])) verb += 1;
    const be = this.#lower(verb) === 'be';
    if (be) {
      verb += 1;
      while (isAdverb(this.#words[verb])) verb += 1;
    }
    const uses = this.#lexicon.verbUses(this.#words[verb]);
    const use = be
      ? (uses.find((one) => one.form === 'participle') ?? uses.find((one) => one.form === 'past'))
      : uses.find((one) => one.form === 'base');
    if (!use) return undefined;
    if (!be && OFTEN_NOUNS.has(use.lemma) && /^(?:of|,|\.|and)$/.test(this.#lower(verb + 1))) {
      if (this.#lower(verb + 1) === 'of') return undefined;
    }
    const group = { use, at: verb, passive: be, negative: false };
    const last = this.#last;
    if (!last) {
      const subject = this.#subjectStart(at);
      return this.#make(group, at, {
        standing: 'main',
        governor: this.#remark ? 'remark' : undefined,
        subject,
      });
    }
    const carries = last.passingOn || last.together || (last.lemma === 'be' && !last.passive);
    const vague = last.vague && !(last.together && last.vague.kind !== 'continuing');
    if (vague)
      return this.#make(group, at, {
        standing: last.standing,
        governor: last,
        subject: last.subject,
      });
    const next = this.#make(group, at, {
      standing: last.standing,
      governor: last,
      subject: last.subject,
    });
    // "Work with X to ensure …" names no product of its own.
    if (last.together && next.vague?.kind === 'improving' && last.vague?.kind === 'working with') {
      return next;
    }
    return this.#make(group, at, {
      standing: carries ? last.standing : 'purpose',
      governor: last.governor,
      subject: last.subject,
    });
  }

  #gerund(at: number): Predicate | undefined {
    const use = this.#lexicon.verbUses(this.#words[at]).find((one) => one.form === 'ing');
    if (!use || (at > this.#clauseStart && PREPOSITIONS_IN_ING.has(this.#lower(at))))
      return undefined;
    const before = this.#lower(at - 1);
    const last = this.#last;
    const group = { use, at, passive: false, negative: false };
    if (at === this.#clauseStart) {
      return this.#make(group, at, { standing: 'main', governor: undefined, subject: at });
    }
    if (!last) {
      // "The Group driving forward …": a headline without auxiliary.
      if (PREPOSITIONS.has(before) || DETERMINERS.has(before) || JOINING.has(before))
        return undefined;
      if (before === ',') return undefined;
      if (this.#mainAhead(at)) return undefined;
      return this.#make(group, at, {
        standing: 'main',
        governor: undefined,
        subject: this.#clauseStart,
      });
    }
    const inherited = last.vague ? last : last.governor;
    if (before === 'by') {
      const example = /^(?:,|including|example|through)$/.test(this.#lower(at - 2));
      const governor = example || !last.vague?.byMeans ? inherited : last.governor;
      return this.#make(group, at, { standing: 'means', governor, subject: last.subject });
    }
    if (before === 'of' && this.#lower(at - 2) === 'process' && last.lemma === 'be') {
      return this.#make(group, at, {
        standing: last.standing,
        governor: last.governor,
        subject: last.subject,
      });
    }
    if (at === last.to && last.lemma !== 'make' && !this.#lexicon.productAt(this.#words, at)) {
      const governor = last.vague && !last.passingOn ? last : last.governor;
      return this.#make(group, at, { standing: last.standing, governor, subject: last.subject });
    }
    if (last.passingOn && at - last.to <= 1) {
      return this.#make(group, at, {
        standing: last.standing,
        governor: last.governor,
        subject: last.subject,
      });
    }
    if (before === ',' || (JOINING.has(before) && last.form === 'ing')) {
      const governor =
        JOINING.has(before) && last.governor === undefined && !last.vague ? undefined : inherited;
      return this.#make(group, at, { standing: 'means', governor, subject: last.subject });
    }
    return undefined;
  }

  #simplePast(at: number): Predicate | undefined {
    const uses = this.#lexicon.verbUses(this.#words[at]);
    const use =
      uses.find((one) => one.form === 'past') ?? uses.find((one) => one.form === 'participle');
    if (!use || uses.some((one) => one.form === 'base' && OFTEN_NOUNS.has(one.lemma)))
      return undefined;
    const before = this.#lower(at - 1);
    const after = this.#lower(at + 1);
    const last = this.#last;
    const passive = after === '' || PREPOSITIONS.has(after) || /^[(.,;]$/.test(after);
    const group = { use, at, passive, negative: false };
    if (at === this.#clauseStart) {
      if (!/^(?:a|an|the|all|our|its|new|two|three|four|five)$/.test(after) && !/^\d/.test(after))
        return undefined;
      return this.#make(group, at, { standing: 'main', governor: undefined, subject: at });
    }
    if (JOINING.has(before) && last && (last.form === 'past' || last.form === 'participle')) {
      const governor = last.vague ? undefined : last.governor;
      return this.#make({ ...group, passive: last.passive }, at, {
        standing: last.standing,
        governor,
        subject: last.subject,
      });
    }
    if (before === ',' && passive && !last && after !== 'by') {
      return this.#make(group, at, {
        standing: 'relative',
        governor: undefined,
        subject: this.#clauseStart,
      });
    }
    if (
      PREPOSITIONS.has(before) ||
      DETERMINERS.has(before) ||
      JOINING.has(before) ||
      before === ','
    )
      return undefined;
    if (this.#pending) {
      const standing = this.#pending;
      this.#pending = undefined;
      return this.#make(group, at, {
        standing,
        governor: this.#governorOf(last),
        subject: this.#subjectStart(at),
      });
    }
    if (this.#mainSeen || this.#mainAhead(at)) return undefined;
    return this.#make(group, at, {
      standing: 'main',
      governor: this.#remark ? 'remark' : undefined,
      subject: this.#subjectStart(at),
    });
  }

  /** "The Home Office supports", "analysts produce". */
  #present(at: number): Predicate | undefined {
    if (at === this.#clauseStart) return undefined;
    const uses = this.#lexicon.verbUses(this.#words[at]);
    const before = this.#lower(at - 1);
    const after = this.#lower(at + 1);
    const s = uses.find((one) => one.form === 's');
    const base = uses.find((one) => one.form === 'base');
    const use = s ?? base;
    if (!use) return undefined;
    if (PREPOSITIONS.has(before) || JOINING.has(before) || before === '(') return undefined;
    if (before === ',' && !s) return undefined;
    if (DETERMINERS.has(before) && before !== 'this' && before !== 'that') return undefined;
    if (OFTEN_NOUNS.has(use.lemma)) {
      const clear = s
        ? /^(?:the|a|an|its|their|our|this|these|to|with|closely|on|from)$/.test(after)
        : (use.lemma === 'work' && /^(?:with|closely|together)$/.test(after)) ||
          (use.lemma === 'look' && after === 'to');
      if (!clear) return undefined;
    }
    if (
      !s &&
      this.#pending !== 'content' &&
      !PLURAL.test(this.#words[at - 1]?.text ?? '') &&
      !isAdverb(this.#words[at - 1])
    ) {
      return undefined;
    }
    const group = { use, at, passive: false, negative: false };
    const last = this.#last;
    if (this.#pending) {
      const standing = this.#pending;
      this.#pending = undefined;
      return this.#make(group, at, {
        standing,
        governor: this.#governorOf(last),
        subject: this.#subjectStart(at),
      });
    }
    if (last?.passingOn && !s) {
      // "requesting the forces look to adopt"
      return this.#make(group, at, {
        standing: last.standing,
        governor: last.governor,
        subject: last.subject,
      });
    }
    if (this.#mainSeen || this.#mainAhead(at)) return undefined;
    return this.#make(group, at, {
      standing: 'main',
      governor: this.#remark ? 'remark' : undefined,
      subject: this.#subjectStart(at),
    });
  }

  #imperative(at: number): Predicate | undefined {
    const use = this.#lexicon.verbUses(this.#words[at]).find((one) => one.form === 'base');
    if (!use) return undefined;
    const before = this.#lower(at - 1);
    const after = this.#lower(at + 1);
    const last = this.#last;
    const group = { use, at, passive: false, negative: false };
    if (
      at === this.#clauseStart ||
      (before === ',' && !last && OPENINGS.has(this.#lower(this.#clauseStart)))
    ) {
      if (
        OFTEN_NOUNS.has(use.lemma) &&
        ((AFTER_NOUN.has(after) && !this.#joinsVerb(at + 1)) ||
          this.#auxiliaryNear(at) ||
          this.#headlineAhead(at))
      ) {
        return undefined;
      }
      return this.#make(group, at, { standing: 'main', governor: undefined, subject: at });
    }
    const joins = JOINING.has(before) || (before === ',' && last !== undefined);
    if (!joins || !last || last.form === 'ing' || last.form === 's') return undefined;
    const baseLike = this.#found.findLast(
      (one) => one.form === 'base' && one.from >= this.#clauseStart,
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
        !isAdverb(this.#words[at + 1]) &&
        (before !== ',' || AFTER_NOUN.has(after) || use.lemma === 'work')
      )
        return undefined;
    }
    return this.#make(group, at, {
      standing: baseLike.standing,
      governor: baseLike.governor,
      subject: baseLike.subject,
    });
  }

  /** Whether a main verb with an auxiliary is still to come in this clause, with its own subject. */
  #mainAhead(at: number): boolean {
    let pending = false;
    for (let next = at + 1; next < this.#words.length; next += 1) {
      const lower = this.#lower(next);
      if (lower === ';' || lower === ':') return false;
      if (SUBORDINATORS.has(lower) || lower === 'that') pending = true;
      if (MODALS.has(lower) || POSSIBLE.has(lower) || FINITE_BE.has(lower) || HAVE.has(lower)) {
        if (pending) pending = false;
        else return !JOINING.has(this.#lower(next - 1)) && !this.#separated(at, next);
      }
    }
    return false;
  }

  /** Whether a comma with "and" or "but" stands between: then what follows is a clause of its own. */
  #separated(at: number, to: number): boolean {
    for (let next = at + 1; next < to - 1; next += 1) {
      if (this.#lower(next) === ',' && /^(?:and|but|this|it|with)$/.test(this.#lower(next + 1)))
        return true;
    }
    return false;
  }

  /** "Review and update": two verbs, not two nouns. */
  #joinsVerb(at: number): boolean {
    return (
      JOINING.has(this.#lower(at)) &&
      this.#lexicon.verbUses(this.#words[at + 1]).some((one) => one.form === 'base')
    );
  }

  /** "Review meetings will be held": a noun after all. */
  #auxiliaryNear(at: number): boolean {
    for (let next = at + 1; next < at + 6; next += 1) {
      const lower = this.#lower(next);
      if (
        lower === ',' ||
        (this.#lexicon.verbUses(this.#words[next]).some((one) => one.form === 'base') &&
          lower !== 'work')
      )
        return false;
      if (MODALS.has(lower) || FINITE_BE.has(lower) || HAVE.has(lower)) return true;
    }
    return false;
  }

  /** "Audit programme to continue": a headline with "to" whose first word is a noun. */
  #headlineAhead(at: number): boolean {
    for (let next = at + 1; next < Math.min(at + 4, this.#words.length); next += 1) {
      if (this.#lower(next) !== 'to') continue;
      return this.#lower(next + 1) === 'be' || this.#lower(next + 1) === 'continue';
    }
    return false;
  }

  /** Whether it hangs on a verb of asking: "will request forces to review". */
  #askedBy(head: number, standing: Standing): boolean {
    const last = this.#last;
    if (!last || (standing === 'main' && this.#words[head]?.lower !== 'to')) return false;
    return last.asked || this.#lexicon.asking.has(last.lemma);
  }

  #make(
    group: Group,
    head: number,
    { standing, governor, subject }: Pick<Predicate, 'standing' | 'governor' | 'subject'>,
  ): Predicate {
    const { use, at, passive, negative } = group;
    const [sense, length] = this.#lexicon.senseAt(this.#words, at, use.lemma) ?? [undefined, 1];
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
        MODALS.has(this.#lower(head)) ||
        this.#lower(head) === 'to' ||
        (use.form === 'base' && !HAVE.has(this.#lower(head)) && !FINITE_BE.has(this.#lower(head))),
      asked: standing !== 'main' || head > 0 ? this.#askedBy(head, standing) : false,
      governor,
    };
  }
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
