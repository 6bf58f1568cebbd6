import { isAdverb } from './grammar.ts';
import {
  BOUNDED,
  LOOKING,
  MAKING,
  PRODUCTS,
  type ProductKind,
  type Products,
  RULES,
  UNBOUNDED,
  UNNAMED,
  WISHED,
} from './products.ts';
import {
  ASKING,
  ASKING_FOR,
  CHANGING,
  CONTAINING,
  type Needs,
  PASSING_ON,
  PUTTING_INTO,
  STEP_VERBS,
  type StepVerbs,
  TAKING_PLACE,
  TOGETHER,
} from './step-verbs.ts';
import {
  REMARKS,
  VAGUE_PHRASES,
  VAGUE_VERBS,
  type VaguePhrases,
  type VagueVerbs,
} from './vague-words.ts';
import { type Form, formsOf } from './verb-forms.ts';
import type { Word } from './words.ts';

/** Every list the reader goes by. */
export interface WordLists {
  readonly vagueVerbs: readonly VagueVerbs[];
  readonly vaguePhrases: readonly VaguePhrases[];
  readonly remarks: VaguePhrases;
  readonly stepVerbs: readonly StepVerbs[];
  readonly products: readonly Products[];
  readonly bounded: readonly string[];
  readonly unbounded: readonly string[];
}

export const WORD_LISTS: WordLists = {
  vagueVerbs: VAGUE_VERBS,
  vaguePhrases: VAGUE_PHRASES,
  remarks: REMARKS,
  stepVerbs: STEP_VERBS,
  products: PRODUCTS,
  bounded: BOUNDED,
  unbounded: UNBOUNDED,
};

/** What the lists say of one verb with its particle. */
export interface Sense {
  readonly particle: readonly string[];
  readonly vague: VagueVerbs | undefined;
  readonly needs: readonly Needs[];
  readonly passingOn: boolean;
  readonly together: boolean;
}

/** A verb that a word may be a form of. */
export interface VerbUse {
  readonly lemma: string;
  readonly form: Form;
}

export interface ProductFound {
  readonly kind: ProductKind;
  /** The first word and the one after the last. */
  readonly from: number;
  readonly to: number;
}

interface Phrase<T> {
  readonly rest: readonly string[];
  readonly meaning: T;
}

/** The lists, made ready to be looked up word by word. */
export class Lexicon {
  readonly asking: ReadonlySet<string> = new Set(ASKING);
  readonly changing: ReadonlySet<string> = new Set(CHANGING);
  readonly asksFor: ReadonlySet<string> = new Set(ASKING_FOR);
  readonly puttingInto: ReadonlySet<string> = new Set(PUTTING_INTO);
  readonly takingPlace: ReadonlySet<string> = new Set(TAKING_PLACE);
  readonly containing: ReadonlySet<string> = new Set(CONTAINING);
  readonly making: ReadonlySet<string> = new Set(MAKING);
  readonly unnamed: ReadonlySet<string> = new Set(UNNAMED);
  readonly rules: ReadonlySet<string> = new Set(RULES);
  readonly looking: ReadonlySet<string> = new Set(LOOKING);
  readonly wished: ReadonlySet<string> = new Set(WISHED);
  readonly bounded: ReadonlySet<string>;
  readonly unbounded: ReadonlySet<string>;
  readonly #senses = new Map<string, Sense[]>();
  readonly #forms = new Map<string, VerbUse[]>();
  readonly #products = new Map<string, Phrase<ProductKind>[]>();
  readonly #vaguePhrases = new Map<string, Phrase<VaguePhrases>[]>();
  readonly #remarks = new Map<string, Phrase<VaguePhrases>[]>();

  constructor(lists: WordLists) {
    this.bounded = new Set(lists.bounded.flatMap((noun) => [noun, pluralOf(noun)]));
    this.unbounded = new Set(lists.unbounded);
    for (const vague of lists.vagueVerbs) {
      for (const verb of vague.verbs) this.#addSense(verb, { vague });
    }
    for (const { needs, verbs } of lists.stepVerbs) {
      for (const verb of verbs) this.#addSense(verb, { needs: [needs] });
    }
    for (const verb of PASSING_ON) this.#addSense(verb, { passingOn: true });
    for (const verb of TOGETHER) this.#addSense(verb, { together: true });
    for (const { kind, nouns } of lists.products) {
      for (const noun of nouns.flatMap((one) => [one, pluralOf(one)])) {
        addPhrase(this.#products, noun, kind);
      }
    }
    for (const meaning of lists.vaguePhrases) {
      for (const phrase of meaning.phrases) addPhrase(this.#vaguePhrases, phrase, meaning);
    }
    for (const remark of lists.remarks.phrases) addPhrase(this.#remarks, remark, lists.remarks);
    // The longest is tried first: "look to" before "look".
    for (const senses of this.#senses.values()) {
      senses.sort((a, b) => b.particle.length - a.particle.length);
    }
    for (const phrases of [this.#products, this.#vaguePhrases, this.#remarks]) {
      for (const one of phrases.values()) one.sort((a, b) => b.rest.length - a.rest.length);
    }
  }

  #addSense(phrase: string, more: Partial<Omit<Sense, 'particle'>>): void {
    const [lemma = '', ...particle] = phrase.split(' ');
    let senses = this.#senses.get(lemma);
    if (!senses) {
      senses = [];
      this.#senses.set(lemma, senses);
      for (const [written, form] of formsOf(lemma)) {
        const uses = this.#forms.get(written);
        if (uses) uses.push({ lemma, form });
        else this.#forms.set(written, [{ lemma, form }]);
      }
    }
    const at = senses.findIndex((one) => one.particle.join(' ') === particle.join(' '));
    const before = senses[at];
    const sense: Sense = {
      particle,
      vague: before?.vague ?? more.vague,
      needs: [...(before?.needs ?? []), ...(more.needs ?? [])],
      passingOn: before?.passingOn || more.passingOn || false,
      together: before?.together || more.together || false,
    };
    if (before) senses[at] = sense;
    else senses.push(sense);
  }

  /** The verbs a word may be a form of. */
  verbUses(word: Word | undefined): readonly VerbUse[] {
    return (word && this.#forms.get(word.lower)) ?? [];
  }

  /** What a verb means where it stands, and how many words it takes with its particle. */
  senseAt(words: readonly Word[], at: number, lemma: string): [Sense, number] | undefined {
    for (const sense of this.#senses.get(lemma) ?? []) {
      let next = at + 1;
      const fits = sense.particle.every((part) => {
        if (isAdverb(words[next])) next += 1;
        next += 1;
        return words[next - 1]?.lower === part;
      });
      if (fits) return [sense, sense.particle.length === 0 ? 1 : next - at];
    }
    return undefined;
  }

  /** The product named from a word on. */
  productAt(words: readonly Word[], at: number): ProductFound | undefined {
    const found = phraseAt(this.#products, words, at);
    return found && { kind: found.meaning, from: at, to: at + 1 + found.rest.length };
  }

  vaguePhraseAt(words: readonly Word[], at: number): [VaguePhrases, number] | undefined {
    const found = phraseAt(this.#vaguePhrases, words, at);
    return found && [found.meaning, 1 + found.rest.length];
  }

  remarkAt(words: readonly Word[], at: number): [VaguePhrases, number] | undefined {
    const found = phraseAt(this.#remarks, words, at);
    return found && [found.meaning, 1 + found.rest.length];
  }
}

function addPhrase<T>(map: Map<string, Phrase<T>[]>, phrase: string, meaning: T): void {
  const [first = '', ...rest] = phrase.split(' ');
  const phrases = map.get(first) ?? [];
  phrases.push({ rest, meaning });
  map.set(first, phrases);
}

function phraseAt<T>(
  map: ReadonlyMap<string, readonly Phrase<T>[]>,
  words: readonly Word[],
  at: number,
): Phrase<T> | undefined {
  return map
    .get(words[at]?.lower ?? '')
    ?.find(({ rest }) => rest.every((part, index) => words[at + 1 + index]?.lower === part));
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (noun.endsWith('sis')) return `${noun.slice(0, -2)}es`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

let standard: Lexicon | undefined;

/** The lists as they stand in this project; made ready when first asked for. */
export function standardLexicon(): Lexicon {
  standard ??= new Lexicon(WORD_LISTS);
  return standard;
}
