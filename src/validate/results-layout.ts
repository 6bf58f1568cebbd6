import type { Severity } from '../model/diagnostic.ts';
import type { PlanFacts } from '../model/plan-facts.ts';
import type { Stamp } from '../source/file-tree.ts';
import type { PlacedWaiver } from './check-file.ts';
import type { KnownFile } from './known-results.ts';

/*
 * The results of thousands of plans as numbers in one buffer. A run in which nothing changed has to
 * look at each of them, and reading them from JSON would take longer than all the rest of it. Texts,
 * most of which many plans share, stand once in a list and go by their number in it.
 */

/** What is kept of a file. */
export interface Kept {
  readonly file: string;
  /** Undefined where it cannot tell whether the file was touched. */
  readonly stamp: Stamp | undefined;
  /** The digest of its bytes. */
  readonly digest: Uint8Array;
  readonly known: KnownFile;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
export const FIXABLE = 4;

/** The numbers of one file, and where each is among them. */
export const FILE = 6;
export const OF_FILE = {
  path: 0,
  plan: 1,
  flags: 2,
  /** Where those of the next file begin. */
  ownersEnd: 3,
  foundEnd: 4,
  /** As JSON. */
  rest: 5,
} as const;
/** Of an owner: its name, and how often it stands. */
export const OWNER = 2;
/** Of a finding. */
export const FOUND = 12;
export const OF_FOUND = {
  rule: 0,
  flags: 1,
  message: 2,
  help: 3,
  line: 4,
  column: 5,
  endLine: 6,
  endColumn: 7,
  plan: 8,
  item: 9,
  path: 10,
  fix: 11,
} as const;
export const STAMP = 6;
export const DIGEST = 32;

export const CHECKED = 1;
export const DOUBLED = 2;
export const DEPENDS = 4;
export const REFERS_OUT = 8;
/** Marks a file without a stamp; no size is less than nothing. */
export const NO_STAMP = -1;

/** What few plans have: kept as JSON, the same text for all that have none of it. */
export interface Rest {
  readonly standards: PlanFacts['standards'];
  readonly waitsFor: PlanFacts['waitsFor'];
  readonly valueFaults: KnownFile['read']['valueFaults'];
  readonly diagnostics: KnownFile['read']['diagnostics'];
  readonly waivers: readonly PlacedWaiver[];
}

/** The parts of the buffer, in this order: those of eight bytes first, so that each is aligned. */
export interface Parts {
  readonly stamps: Float64Array;
  readonly digests: Uint8Array;
  readonly files: Uint32Array;
  readonly owners: Uint32Array;
  readonly found: Uint32Array;
  /** JSON: the list of texts. */
  readonly texts: Uint8Array;
  /** JSON: the ids of each plan, which only references between plans need. */
  readonly ids: Uint8Array;
}

const PARTS = 7;

/** The length of each part and then the parts, each from a multiple of eight bytes. */
export function joined(parts: readonly (Uint8Array | Uint32Array | Float64Array)[]): Uint8Array {
  const head = new Float64Array(parts.map((part) => part.byteLength));
  const whole = new Uint8Array(
    [head, ...parts].reduce((sum, part) => sum + padded(part.byteLength), 0),
  );
  let at = 0;
  for (const part of [head, ...parts]) {
    whole.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  }
  return whole;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** The parts of a buffer that `joined` made. */
export function partsOf(bytes: Uint8Array): Parts {
  const { buffer, byteOffset } = bytes;
  const lengths = new Float64Array(buffer, byteOffset, PARTS);
  let at = byteOffset + lengths.byteLength;
  const places = [...lengths].map((length) => {
    const start = at;
    at += padded(length);
    return [start, length] as const;
  });
  const ofBytes = (part: number): Uint8Array => new Uint8Array(buffer, ...(places[part] ?? [0, 0]));
  const ofNumbers = (part: number): Uint32Array => {
    const [start, length] = places[part] ?? [0, 0];
    return new Uint32Array(buffer, start, length / Uint32Array.BYTES_PER_ELEMENT);
  };
  const [start, length] = places[0] ?? [0, 0];
  return {
    stamps: new Float64Array(buffer, start, length / Float64Array.BYTES_PER_ELEMENT),
    digests: ofBytes(1),
    files: ofNumbers(2),
    owners: ofNumbers(3),
    found: ofNumbers(4),
    texts: ofBytes(5),
    ids: ofBytes(6),
  };
}
