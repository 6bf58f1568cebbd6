import type { PlanFacts } from '../model/plan-facts.ts';
import type { Stamp } from '../source/file-tree.ts';
import type { FileRead } from '../source/read-file.ts';
import type { Checked } from './check-file.ts';
import { pack } from './pack-results.ts';
import { DIGEST, type Kept } from './results-layout.ts';
import { type Packed, unpack } from './unpack-results.ts';

/** Where results are kept between runs; it never fails, but may have nothing. */
export interface Store {
  /** What was kept under these conditions. */
  read(conditions: string): Uint8Array | undefined;
  write(conditions: string, bytes: Uint8Array): void;
  /** A digest of 32 bytes that nobody finds another input for. */
  digest(bytes: Uint8Array): Uint8Array;
  /** When this run began, in milliseconds of the clock: no file was read before. */
  readonly began: number;
}

/** What is known of a plan that is the same, byte for byte, as when it was checked. */
export interface KnownFile {
  readonly read: FileRead & { readonly document: undefined };
  readonly facts: PlanFacts;
  /** Of plans asked about. */
  readonly checked?: Checked | undefined;
  /** The digest of its bytes, where that was worked out along with it. */
  readonly digest?: Uint8Array | undefined;
}

export interface KnownResults {
  /** What is known of a file by its stamp alone, without opening it. */
  untouched(file: string, asked: boolean, stamp: Stamp | undefined): KnownFile | undefined;
  /** Whether anything is known of a file, so that it is worth to look at its bytes. */
  has(file: string, asked: boolean): boolean;
  digest(bytes: Uint8Array): Uint8Array;
  /** What is known of a file with these bytes, which may have been touched. */
  same(file: string, asked: boolean, digest: Uint8Array): KnownFile | undefined;
  set(file: string, digest: Uint8Array, known: KnownFile): void;
  /** Keeps what this run used and found out. */
  save(): void;
}

/**
 * How exact the time stamps of file systems are at worst, in milliseconds: a file that was touched
 * so shortly before it was read may be touched again without another stamp.
 */
const GRANULE = 2000;

/** The start of every store: what it is, and in which order this machine writes numbers. */
const MARK = new Uint8Array(32);
new TextEncoder().encodeInto('actionplan kept results, 3\n', MARK);
MARK.set(new Uint8Array(Uint32Array.of(0x01020304).buffer), 28);
/** Then the digest of the rest: when the run that kept it began, its conditions, the results. */
const REST_AT = MARK.length + DIGEST;
const CONDITIONS_AT = REST_AT + Float64Array.BYTES_PER_ELEMENT;
const RESULTS_AT = CONDITIONS_AT + DIGEST;

/**
 * The results of earlier runs under the same conditions: the version, the settings and the day,
 * told by `conditions`. The store is believed only where it is whole.
 */
export function knownResults(store: Store, conditions: string): KnownResults {
  const before = read(store, conditions);
  const places = new Map(before?.results.files.map((file, at) => [file, at]));
  // Once the clock was set back, a file may be touched again at a time that is known of it already.
  const stampsHold = before !== undefined && before.began <= store.began;
  const stamps = new Map<string, Stamp>();
  const used = new Uint8Array(before?.results.files.length ?? 0);
  const found = new Map<string, Kept>();
  let changed = before !== undefined && !stampsHold;

  /** Calls for what is known of a file, where that is all that is asked of it. */
  const look = <T>(
    file: string,
    asked: boolean,
    at: (results: Packed, place: number) => T,
  ): T | undefined => {
    const place = places.get(file);
    if (!before || place === undefined) return undefined;
    return asked && !before.results.isChecked(place) ? undefined : at(before.results, place);
  };
  return {
    untouched: (file, asked, stamp) => {
      const known = look(file, asked, (results, place) => {
        if (!stampsHold || !stamp || !results.hasStamp(place, stamp)) return undefined;
        used[place] = 1;
        return results.known(place, asked);
      });
      if (!known && stamp && isSettled(stamp, store.began)) stamps.set(file, stamp);
      return known;
    },
    has: (file, asked) => look(file, asked, () => true) ?? false,
    digest: (bytes) => store.digest(bytes),
    same: (file, asked, digest) =>
      look(file, asked, (results, place) => {
        if (!results.hasDigest(place, digest)) return undefined;
        const stamp = stamps.get(file);
        used[place] = 1;
        // The next run need not open it, then.
        if (stamp) {
          found.set(file, { ...results.kept(place), stamp });
          changed = true;
        }
        return results.known(place, asked);
      }),
    set: (file, digest, known) => {
      found.set(file, { file, stamp: stamps.get(file), digest, known });
      changed = true;
    },
    save: () => {
      if (!changed) return;
      const old = before?.results;
      const rest = (old?.files ?? []).flatMap((file, place) => (found.has(file) ? [] : [place]));
      // What this run had no use for is kept too, as long as it is not the most.
      const stillUsed = rest.filter((place) => used[place] === 1);
      const isMost = rest.length - stillUsed.length > stillUsed.length + found.size;
      const stay = isMost ? stillUsed : rest;
      const kept = stay.flatMap((place) => old?.kept(place) ?? []);
      write(store, conditions, pack([...kept, ...found.values()]));
    },
  };
}

/** Whether a file was touched long enough ago that it cannot be touched again with these times. */
function isSettled([, content = 0, itself = 0]: Stamp, began: number): boolean {
  const latest = Math.floor(began) - GRANULE;
  return content < latest && itself < latest;
}

/** The store as far as it can be believed: whole, and of these conditions. */
function read(store: Store, conditions: string) {
  const bytes = store.read(conditions);
  if (!bytes || bytes.length < RESULTS_AT || !same(bytes.subarray(0, MARK.length), MARK)) {
    return undefined;
  }
  const digest = bytes.subarray(MARK.length, REST_AT);
  if (!same(digest, store.digest(bytes.subarray(REST_AT)))) return undefined;
  const told = bytes.subarray(CONDITIONS_AT, RESULTS_AT);
  if (!same(told, store.digest(new TextEncoder().encode(conditions)))) return undefined;
  const [began = 0] = new Float64Array(bytes.buffer, bytes.byteOffset + REST_AT, 1);
  return { began, results: unpack(bytes.subarray(RESULTS_AT)) };
}

function write(store: Store, conditions: string, results: Uint8Array): void {
  const bytes = new Uint8Array(RESULTS_AT + results.length);
  bytes.set(MARK);
  new Float64Array(bytes.buffer, REST_AT, 1)[0] = store.began;
  bytes.set(store.digest(new TextEncoder().encode(conditions)), CONDITIONS_AT);
  bytes.set(results, RESULTS_AT);
  bytes.set(store.digest(bytes.subarray(REST_AT)), MARK.length);
  store.write(conditions, bytes);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
