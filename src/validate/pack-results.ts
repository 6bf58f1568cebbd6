import type { Diagnostic, Path, Severity } from '../model/diagnostic.ts';
import type { PlanFacts } from '../model/plan-facts.ts';
import type { Stamp } from '../source/file-tree.ts';
import type { PlacedWaiver } from './check-file.ts';
import type { Found } from './found.ts';
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

/** Kept results, each made only when it is asked for. */
export interface Packed {
  readonly files: readonly string[];
  /** Whether the file at this place was checked, not only read as context. */
  isChecked(at: number): boolean;
  hasStamp(at: number, stamp: Stamp): boolean;
  hasDigest(at: number, digest: Uint8Array): boolean;
  known(at: number, checked: boolean): KnownFile;
  kept(at: number): Kept;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const FIXABLE = 4;

/** The numbers of one file: path, plan id, flags, ends of its owners and findings, the rest as JSON. */
const FILE = 6;
/** Of an owner: its name, and how often it stands. */
const OWNER = 2;
/** Of a finding: see {@link packFound}. */
const FOUND = 12;
const STAMP = 6;
export const DIGEST = 32;

const CHECKED = 1;
const DOUBLED = 2;
const DEPENDS = 4;
const REFERS_OUT = 8;
/** Marks a file without a stamp; no size is less than nothing. */
const NO_STAMP = -1n;

/** What few plans have: kept as JSON, the same text for all that have none of it. */
interface Rest {
  readonly standards: PlanFacts['standards'];
  readonly waitsFor: PlanFacts['waitsFor'];
  readonly valueFaults: KnownFile['read']['valueFaults'];
  readonly diagnostics: KnownFile['read']['diagnostics'];
  readonly waivers: readonly PlacedWaiver[];
}

/** The parts of the buffer, in this order: those of eight bytes first, so that each is aligned. */
interface Parts {
  readonly stamps: BigInt64Array;
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

/** Puts results into one buffer; `unpack` gives them back. */
export function pack(results: readonly Kept[]): Uint8Array {
  const texts = new Numbered();
  const stamps = new BigInt64Array(results.length * STAMP);
  const digests = new Uint8Array(results.length * DIGEST);
  const files: number[] = [];
  const owners: number[] = [];
  const found: number[] = [];
  for (const [at, { file, stamp, digest, known }] of results.entries()) {
    const { facts, checked, read } = known;
    stamps.set(stamp ?? [NO_STAMP], at * STAMP);
    digests.set(digest, at * DIGEST);
    for (const [name, count] of facts.owners) owners.push(texts.of(name), count);
    for (const one of checked?.found ?? []) packFound(one, texts, found);
    const rest: Rest = {
      standards: facts.standards,
      waitsFor: facts.waitsFor,
      valueFaults: read.valueFaults,
      diagnostics: read.diagnostics,
      waivers: checked?.waivers ?? [],
    };
    files.push(
      texts.of(file),
      texts.of(facts.id),
      flagsOf(facts, checked !== undefined),
      owners.length,
      found.length,
      texts.of(JSON.stringify(rest)),
    );
  }
  const ids = results.map(({ known }) => known.facts.ids);
  return joined([
    stamps,
    digests,
    Uint32Array.from(files),
    Uint32Array.from(owners),
    Uint32Array.from(found),
    Buffer.from(JSON.stringify(texts.list)),
    Buffer.from(JSON.stringify(ids)),
  ]);
}

function flagsOf(facts: PlanFacts, checked: boolean): number {
  return (
    (checked ? CHECKED : 0) |
    (facts.doubled ? DOUBLED : 0) |
    (facts.depends ? DEPENDS : 0) |
    (facts.refersOut ? REFERS_OUT : 0)
  );
}

function packFound({ diagnostic, path }: Found, texts: Numbered, to: number[]): void {
  const { start, end } = diagnostic.range;
  to.push(
    texts.of(diagnostic.rule),
    SEVERITIES.indexOf(diagnostic.severity) | (diagnostic.fixable ? FIXABLE : 0),
    texts.of(diagnostic.message),
    texts.orNone(diagnostic.help),
    start.line,
    start.column,
    end.line,
    end.column,
    texts.orNone(diagnostic.plan),
    texts.orNone(diagnostic.item),
    texts.of(JSON.stringify(path)),
    texts.orNone(diagnostic.fix === undefined ? null : JSON.stringify(diagnostic.fix)),
  );
}

/** Texts by their numbers, from 0; a text that is not there has the number 0 where that may be. */
class Numbered {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
  }

  orNone(text: string | null): number {
    return text === null ? 0 : this.of(text) + 1;
  }
}

/** The length of each part and then the parts, each from a multiple of eight bytes. */
function joined(parts: readonly (Uint8Array | Uint32Array | BigInt64Array)[]): Uint8Array {
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

function partsOf(bytes: Uint8Array): Parts {
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
    stamps: new BigInt64Array(buffer, start, length / BigInt64Array.BYTES_PER_ELEMENT),
    digests: ofBytes(1),
    files: ofNumbers(2),
    owners: ofNumbers(3),
    found: ofNumbers(4),
    texts: ofBytes(5),
    ids: ofBytes(6),
  };
}

/** Gives back what `pack` made; the buffer, which begins at a multiple of eight, has to be sound. */
export function unpack(bytes: Uint8Array): Packed {
  const { stamps, digests, files, owners, found, texts: textBytes, ids: idBytes } = partsOf(bytes);
  const texts = listIn(textBytes);
  const text = (number: number | undefined): string => texts[number ?? 0] ?? '';
  const orNull = (number: number | undefined): string | null => (number ? text(number - 1) : null);
  const count = files.length / FILE;
  const number = (at: number, field: number): number => files[at * FILE + field] ?? 0;
  /** Where the owners or findings of a file begin: at the end of those of the file before. */
  const startOf = (at: number, field: number): number => (at === 0 ? 0 : number(at - 1, field));

  let allIds: string[] | undefined;
  const idsOf = (at: number): string => {
    allIds ??= listIn(idBytes);
    return allIds[at] ?? '';
  };
  const rests = readOnce(texts, (json) => JSON.parse(json) as Rest);
  const paths = readOnce(texts, (json) => JSON.parse(json) as Path);
  /** Most plans name the same few owners about as often: one pair serves them all. */
  const pairs = readOnce(texts, (name) => {
    const ofName: (readonly [string, number])[] = [];
    return (times: number) => (ofName[times] ??= [name, times]);
  });
  const ownersOf = (at: number): PlanFacts['owners'] => {
    const list: (readonly [string, number])[] = [];
    for (let next = startOf(at, 3); next < number(at, 3); next += OWNER) {
      list.push(pairs(owners[next] ?? 0)(owners[next + 1] ?? 0));
    }
    return list;
  };
  const factsOf = (at: number): PlanFacts => {
    const rest = rests(number(at, 5));
    return new KeptFacts(text(number(at, 1)), ownersOf(at), number(at, 2), rest, () => idsOf(at));
  };
  const foundAt = (at: number, file: string): Found => {
    const flags = found[at + 1] ?? 0;
    const fix = orNull(found[at + 11]);
    const diagnostic: Diagnostic = {
      rule: text(found[at]),
      severity: SEVERITIES[flags & 3] ?? 'error',
      message: text(found[at + 2]),
      help: orNull(found[at + 3]),
      file,
      range: {
        start: { line: found[at + 4] ?? 0, column: found[at + 5] ?? 0 },
        end: { line: found[at + 6] ?? 0, column: found[at + 7] ?? 0 },
      },
      plan: orNull(found[at + 8]),
      item: orNull(found[at + 9]),
      fixable: (flags & FIXABLE) > 0,
      waived: false,
    };
    return {
      diagnostic: fix === null ? diagnostic : { ...diagnostic, fix: JSON.parse(fix) },
      path: paths(found[at + 10] ?? 0),
    };
  };
  const isChecked = (at: number): boolean => (number(at, 2) & CHECKED) > 0;
  const known = (at: number, checked: boolean): KnownFile => {
    const file = text(number(at, 0));
    const { valueFaults, diagnostics, waivers } = rests(number(at, 5));
    const read = { file, kind: 'plan' as const, document: undefined, valueFaults, diagnostics };
    if (!checked || !isChecked(at)) return { read, facts: factsOf(at) };
    const list: Found[] = [];
    for (let next = startOf(at, 4); next < number(at, 4); next += FOUND) {
      list.push(foundAt(next, file));
    }
    return { read, facts: factsOf(at), checked: { found: list, waivers } };
  };
  const stampOf = (at: number): Stamp | undefined =>
    stamps[at * STAMP] === NO_STAMP
      ? undefined
      : [...stamps.subarray(at * STAMP, (at + 1) * STAMP)];
  return {
    files: Array.from({ length: count }, (_, at) => text(number(at, 0))),
    isChecked,
    hasStamp: (at, stamp) => stamp.every((mark, index) => stamps[at * STAMP + index] === mark),
    hasDigest: (at, digest) => digest.every((byte, index) => digests[at * DIGEST + index] === byte),
    known,
    kept: (at) => ({
      file: text(number(at, 0)),
      stamp: stampOf(at),
      digest: digests.slice(at * DIGEST, (at + 1) * DIGEST),
      known: known(at, true),
    }),
  };
}

/** Facts whose ids are looked for only when asked for. */
class KeptFacts implements PlanFacts {
  readonly id: string;
  readonly owners: PlanFacts['owners'];
  readonly standards: readonly string[];
  readonly waitsFor: readonly string[];
  readonly doubled: boolean;
  readonly depends: boolean;
  readonly refersOut: boolean;
  readonly #ids: () => string;

  constructor(
    id: string,
    owners: PlanFacts['owners'],
    flags: number,
    { standards, waitsFor }: Rest,
    ids: () => string,
  ) {
    this.id = id;
    this.owners = owners;
    this.standards = standards;
    this.waitsFor = waitsFor;
    this.doubled = (flags & DOUBLED) > 0;
    this.depends = (flags & DEPENDS) > 0;
    this.refersOut = (flags & REFERS_OUT) > 0;
    this.#ids = ids;
  }

  get ids(): string {
    return this.#ids();
  }
}

/** Reads the text of a number once, however often it is asked for. */
function readOnce<T>(texts: readonly string[], read: (text: string) => T): (number: number) => T {
  const values: (T | undefined)[] = Array.from({ length: texts.length });
  return (number) => (values[number] ??= read(texts[number] ?? ''));
}

function listIn(bytes: Uint8Array): string[] {
  const { buffer, byteOffset, byteLength } = bytes;
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as string[];
}
