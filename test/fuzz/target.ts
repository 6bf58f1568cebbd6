import type { Chance } from './mutate.ts';

/** A part of the program, and what it promises of any input. */
export interface Target {
  readonly id: string;
  /** What is promised, for the page on reliability. */
  readonly promises: string;
  /** The ending of its files, where a case is kept. */
  readonly ending: string;
  /** What cases begin from. */
  readonly seeds: readonly Uint8Array[];
  /** Throws where a promise is not kept. `from` is the seed that the input was made from. */
  readonly check: (input: Uint8Array, chance: Chance, from: Uint8Array) => Promise<void> | void;
}
