import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence of an action with the labels given to it by hand. */
export interface LabelledSentence {
  readonly id: string;
  readonly text: string;
  readonly specific: 0 | 1;
  readonly measurable: 0 | 1;
  /** Whether it was read while the word lists were made, or kept aside. */
  readonly half?: 'develop' | 'held-out';
}

/** The sentences of one file beside the tests of the reader. */
export function labelledSentences(file: string): LabelledSentence[] {
  return readFileSync(join(import.meta.dirname, '../model/wording', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledSentence);
}
