import type { Ledger } from './ledger.ts';
import type { Filled } from './rows.ts';

/**
 * The headings over the rows that follow: a theme, and whom the recommendations address. A heading
 * counts as used once a recommendation has it; one that none has is told of.
 */
export class Sections {
  readonly #ledger: Ledger;
  readonly #waiting = new Map<'theme' | 'to', Filled | undefined>();
  theme: string | undefined;
  to: string | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Reads a heading: "The Home Office should:" says whom, anything else is a theme. */
  heading(text: string, filled: Filled): void {
    const addressed = /^([\s\S]+?) should\s*:?$/i.exec(text);
    if (addressed) {
      this.#drop('to');
      this.to = addressed[1] ?? '';
      this.#waiting.set('to', filled);
      return;
    }
    this.#drop('theme');
    this.#drop('to');
    this.theme = text.replace(/\s*\n\s*/g, ' ');
    this.to = undefined;
    this.#waiting.set('theme', filled);
  }

  /** The fields that a new recommendation has from the headings over it. */
  fields(): { theme?: string; to?: string } {
    for (const [key, filled] of this.#waiting) {
      if (filled) this.#ledger.put(filled.cell, 'used', '', `${key} of the rows below it`);
    }
    this.#waiting.clear();
    return {
      ...(this.to !== undefined && { to: this.to }),
      ...(this.theme !== undefined && { theme: this.theme }),
    };
  }

  /** The end of the table. */
  close(): void {
    this.#drop('theme');
    this.#drop('to');
  }

  #drop(key: 'theme' | 'to'): void {
    const filled = this.#waiting.get(key);
    if (filled) this.#ledger.put(filled.cell, 'outside', '', 'a heading over nothing new');
    this.#waiting.delete(key);
  }
}
