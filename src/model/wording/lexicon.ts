import { ADVERB, classesOf, is, PHRASE, PRODUCT, REMARK, VERB } from './classes.ts';
import { SUBORDINATORS } from './grammar.ts';
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
import { Vocabulary } from './vocabulary.ts';
import { type Word, wordAt } from './words.ts';

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
  /** The verb with its particle: "set up". */
  readonly lemma: string;
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

/** What a phrase means, and its words after the first. */
export interface Phrase<T> {
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
  /** Every word met so far, with all that is known of it. */
  readonly words = new Vocabulary<Word>((text) => this.#define(apart(text)));

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

  #addSense(phrase: string, more: Partial<Omit<Sense, 'lemma' | 'particle'>>): void {
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
      lemma: phrase,
      particle,
      vague: before?.vague ?? more.vague,
      needs: [...(before?.needs ?? []), ...(more.needs ?? [])],
      passingOn: before?.passingOn || more.passingOn || false,
      together: before?.together || more.together || false,
    };
    if (before) senses[at] = sense;
    else senses.push(sense);
  }

  #define(text: string): Word {
    const lower = text.toLowerCase().replace('’', "'").replace(/'$/, '');
    const uses = this.#forms.get(lower) ?? [];
    const products = this.#products.get(lower) ?? [];
    const vaguePhrases = this.#vaguePhrases.get(lower) ?? [];
    const remarks = this.#remarks.get(lower) ?? [];
    const classes =
      classesOf(text, lower) |
      (uses.length > 0 ? VERB : 0) |
      (products.length > 0 ? PRODUCT : 0) |
      (vaguePhrases.length > 0 ? PHRASE : 0) |
      (remarks.length > 0 ? REMARK : 0);
    const opens = SUBORDINATORS.get(lower);
    return { text, lower, classes, uses, opens, products, vaguePhrases, remarks };
  }

  /** What a verb means where it stands, and how many words it takes with its particle. */
  senseAt(words: readonly Word[], at: number, lemma: string): [Sense, number] | undefined {
    for (const sense of this.#senses.get(lemma) ?? []) {
      const end = particleEnd(words, at, sense.particle);
      if (end !== undefined) return [sense, end - at];
    }
    return undefined;
  }
}

/** Where a verb with this particle ends, an adverb before any of its words allowed. */
function particleEnd(
  words: readonly Word[],
  at: number,
  particle: readonly string[],
): number | undefined {
  let next = at + 1;
  for (const part of particle) {
    if (is(wordAt(words, next), ADVERB)) next += 1;
    if (wordAt(words, next).lower !== part) return undefined;
    next += 1;
  }
  return next;
}

/** The product named from a word on. */
export function productAt(words: readonly Word[], at: number): ProductFound | undefined {
  const found = phraseAt(wordAt(words, at).products, words, at);
  return found && { kind: found.meaning, from: at, to: at + 1 + found.rest.length };
}

export function vaguePhraseAt(
  words: readonly Word[],
  at: number,
): [VaguePhrases, number] | undefined {
  const found = phraseAt(wordAt(words, at).vaguePhrases, words, at);
  return found && [found.meaning, 1 + found.rest.length];
}

export function remarkAt(words: readonly Word[], at: number): [VaguePhrases, number] | undefined {
  const found = phraseAt(wordAt(words, at).remarks, words, at);
  return found && [found.meaning, 1 + found.rest.length];
}

/** The first of these phrases that goes on as the words after the first do. */
function phraseAt<T>(
  phrases: readonly Phrase<T>[],
  words: readonly Word[],
  at: number,
): Phrase<T> | undefined {
  for (const phrase of phrases) {
    if (goesOn(phrase.rest, words, at)) return phrase;
  }
  return undefined;
}

function goesOn(rest: readonly string[], words: readonly Word[], at: number): boolean {
  for (let index = 0; index < rest.length; index += 1) {
    if (wordAt(words, at + 1 + index).lower !== rest[index]) return false;
  }
  return true;
}

/** A copy: a word cut from a text keeps the whole text in memory as long as it is known. */
function apart(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function addPhrase<T>(map: Map<string, Phrase<T>[]>, phrase: string, meaning: T): void {
  const [first = '', ...rest] = phrase.split(' ');
  const phrases = map.get(first) ?? [];
  phrases.push({ rest, meaning });
  map.set(first, phrases);
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
