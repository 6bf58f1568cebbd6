import { createHash } from 'node:crypto';
import { chances } from '../support/shuffled.ts';
import { type Chance, mutatedBytes } from './mutate.ts';
import type { Target } from './target.ts';

/** So many cases of each target are tried in the gate. */
export const GATE_CASES = 8;
/** No input may take more of the processor: a busy machine is no failure. */
const MOST_MICROSECONDS = 5_000_000;
/** How long a failing input is made smaller. */
const SMALLER_MS = 20_000;

/** One try: what a target is given. */
export interface Case {
  readonly target: Target;
  readonly number: number;
  readonly input: Uint8Array;
  /** The seed that it was made from. */
  readonly from: Uint8Array;
  /** Decides what the target itself leaves to chance. */
  readonly chanceSeed: number;
}

function seedOf(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(parts.join(' ')).digest().readUInt32LE(0);
}

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[chance(list.length)] as T;
}

/** The same case for the same seed, target and number, whenever and after whatever it is tried. */
export function caseOf(target: Target, seed: number, number: number): Case {
  const chance = chances(seedOf(seed, target.id, number));
  const from = pick(target.seeds, chance);
  const input = mutatedBytes(from, pick(target.seeds, chance), chance);
  return { target, number, input, from, chanceSeed: chance(2 ** 31) };
}

/** Why a promise is not kept; undefined where all are. */
export async function failureOf(one: Case): Promise<string | undefined> {
  const { target, input, from, chanceSeed } = one;
  const begin = process.cpuUsage();
  try {
    await target.check(input, chances(chanceSeed), from);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user } = process.cpuUsage(begin);
  return user > MOST_MICROSECONDS ? `it took ${Math.round(user / 1_000_000)} s` : undefined;
}

/** A failing case with as much taken out of its input as can be, for as long as it fails. */
export async function smallest(one: Case): Promise<Case> {
  const end = performance.now() + SMALLER_MS;
  let now = one;
  for (const separator of ['\n', ' ', '']) {
    let size = Math.ceil(partsOf(now, separator).length / 2);
    while (size >= 1 && performance.now() < end) {
      const smaller = await withoutPart(now, separator, size, end);
      if (smaller) now = smaller;
      else size = size === 1 ? 0 : Math.ceil(size / 2);
    }
  }
  return now;
}

function partsOf({ input }: Case, separator: string): string[] {
  return Buffer.from(input).toString('latin1').split(separator);
}

/** The case without so many of its parts, from the first place where it still fails. */
async function withoutPart(
  one: Case,
  separator: string,
  size: number,
  end: number,
): Promise<Case | undefined> {
  const parts = partsOf(one, separator);
  for (let at = 0; at < parts.length && performance.now() < end; at += size) {
    const text = parts.toSpliced(at, size).join(separator);
    const smaller = { ...one, input: Buffer.from(text, 'latin1') };
    if (await failureOf(smaller)) return smaller;
  }
  return undefined;
}
