/** What is kept of a word: its text is what it is found by. */
interface Entry {
  readonly text: string;
}

/**
 * Words by their text, found where they stand in a longer text. Cutting each word out to look it up
 * in a Map took longer than all else that is done with most words, so this is a hash table of its
 * own, with open addressing.
 */
export class Vocabulary<T extends Entry> {
  readonly #define: (text: string) => T;
  #slots = slots<T>(LEAST);
  #hashes = new Int32Array(LEAST);
  #size = 0;

  constructor(define: (text: string) => T) {
    this.#define = define;
  }

  /**
   * The word that is the text from an offset up to, not including, another. `codes` are the
   * characters of the text, in which they are found sooner where it was cut from a longer one.
   */
  at(text: string, codes: Uint16Array, start: number, end: number): T {
    const table = this.#slots;
    const hash = hashOf(codes, start, end);
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let word = table[slot]; word !== undefined; word = table[slot]) {
      if (this.#hashes[slot] === hash && isAt(word.text, codes, start, end)) return word;
      slot = (slot + 1) & mask;
    }
    const word = this.#define(text.slice(start, end));
    table[slot] = word;
    this.#hashes[slot] = hash;
    this.#size += 1;
    if (this.#size > table.length / 4) this.#grow(table, this.#hashes);
    return word;
  }

  #grow(before: readonly (T | undefined)[], hashes: Int32Array): void {
    // Texts could hold any number of words; those of a language are far fewer.
    const fresh = before.length >= MOST;
    const length = fresh ? LEAST : before.length * 2;
    this.#slots = slots(length);
    this.#hashes = new Int32Array(length);
    this.#size = 0;
    if (fresh) return;
    const mask = length - 1;
    for (const [index, hash] of hashes.entries()) {
      const word = before[index];
      if (!word) continue;
      let slot = hash & mask;
      while (this.#slots[slot]) slot = (slot + 1) & mask;
      this.#slots[slot] = word;
      this.#hashes[slot] = hash;
      this.#size += 1;
    }
  }
}

/** Powers of two. */
const LEAST = 1 << 12;
const MOST = 1 << 18;

function slots<T>(count: number): (T | undefined)[] {
  return Array.from<T | undefined>({ length: count });
}

function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) {
    hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0;
  }
  return hash;
}

function isAt(word: string, codes: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== codes[start + at]) return false;
  }
  return true;
}
