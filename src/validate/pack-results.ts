import { type Diagnostic, type Path, type Severity, withChanges } from '../model/diagnostic.ts';
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

/** Kept results, each read only when it is asked for. */
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
const NO_STAMP = -1;

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

/** Puts results into one buffer; `unpack` gives them back. */
export function pack(results: readonly Kept[]): Uint8Array {
  const texts = new Numbered();
  const stamps = new Float64Array(results.length * STAMP);
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
function joined(parts: readonly (Uint8Array | Uint32Array | Float64Array)[]): Uint8Array {
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
    stamps: new Float64Array(buffer, start, length / Float64Array.BYTES_PER_ELEMENT),
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
  const results = new Results(partsOf(bytes));
  const { stamps, digests } = results;
  const stampOf = (at: number): Stamp | undefined =>
    stamps[at * STAMP] === NO_STAMP
      ? undefined
      : [...stamps.subarray(at * STAMP, (at + 1) * STAMP)];
  return {
    files: Array.from({ length: results.count }, (_, at) => results.fileOf(at)),
    isChecked: (at) => results.isChecked(at),
    hasStamp: (at, stamp) => stamp.every((mark, index) => stamps[at * STAMP + index] === mark),
    hasDigest: (at, digest) => digest.every((byte, index) => digests[at * DIGEST + index] === byte),
    known: (at, checked) => results.known(at, checked),
    kept: (at) => ({
      file: results.fileOf(at),
      stamp: stampOf(at),
      digest: digests.slice(at * DIGEST, (at + 1) * DIGEST),
      known: results.known(at, true),
    }),
  };
}

/** The parts of a buffer with the texts that their numbers stand for. */
class Results {
  readonly stamps: Float64Array;
  readonly digests: Uint8Array;
  readonly count: number;
  readonly restOf: (number: number) => Rest;
  readonly pathOf: (number: number) => Path;
  readonly #files: Uint32Array;
  readonly #owners: Uint32Array;
  readonly #found: Uint32Array;
  readonly #texts: readonly string[];
  readonly #idBytes: Uint8Array;
  #ids: readonly string[] | undefined;

  constructor({ stamps, digests, files, owners, found, texts, ids }: Parts) {
    this.stamps = stamps;
    this.digests = digests;
    this.count = files.length / FILE;
    this.#files = files;
    this.#owners = owners;
    this.#found = found;
    this.#texts = listIn(texts);
    this.#idBytes = ids;
    this.restOf = readOnce(this.#texts, (json) => JSON.parse(json) as Rest);
    this.pathOf = readOnce(this.#texts, (json) => JSON.parse(json) as Path);
  }

  /** A number of a file. */
  ofFile(at: number, field: number): number {
    return this.#files[at * FILE + field] ?? 0;
  }

  /** A number of a finding, or of what begins at that place among them. */
  ofFound(at: number): number {
    return this.#found[at] ?? 0;
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }

  textOrNull(number: number): string | null {
    return number === 0 ? null : this.text(number - 1);
  }

  fileOf(at: number): string {
    return this.text(this.ofFile(at, 0));
  }

  idsOf(at: number): string {
    this.#ids ??= listIn(this.#idBytes);
    return this.#ids[at] ?? '';
  }

  isChecked(at: number): boolean {
    return (this.ofFile(at, 2) & CHECKED) > 0;
  }

  ownersOf(at: number): PlanFacts['owners'] {
    const list: (readonly [string, number])[] = [];
    for (let next = this.#startOf(at, 3); next < this.ofFile(at, 3); next += OWNER) {
      list.push([this.text(this.#owners[next] ?? 0), this.#owners[next + 1] ?? 0]);
    }
    return list;
  }

  known(at: number, checked: boolean): KnownFile {
    const file = this.fileOf(at);
    const { valueFaults, diagnostics, waivers } = this.restOf(this.ofFile(at, 5));
    const read = { file, kind: 'plan' as const, document: undefined, valueFaults, diagnostics };
    const facts = new KeptFacts(this, at);
    if (!checked || !this.isChecked(at)) return { read, facts };
    const found: Found[] = [];
    for (let next = this.#startOf(at, 4); next < this.ofFile(at, 4); next += FOUND) {
      found.push(new KeptFound(this, next, file));
    }
    return { read, facts, checked: { found, waivers } };
  }

  /** Where the owners or findings of a file begin: at the end of those of the file before. */
  #startOf(at: number, field: number): number {
    return at === 0 ? 0 : this.ofFile(at - 1, field);
  }
}

/** Facts that are looked for only when asked for. */
class KeptFacts implements PlanFacts {
  readonly #results: Results;
  readonly #at: number;

  constructor(results: Results, at: number) {
    this.#results = results;
    this.#at = at;
  }

  get id(): string {
    return this.#results.text(this.#results.ofFile(this.#at, 1));
  }

  get ids(): string {
    return this.#results.idsOf(this.#at);
  }

  /** Made anew each time, as it is asked for twice. */
  get owners(): PlanFacts['owners'] {
    return this.#results.ownersOf(this.#at);
  }

  get standards(): readonly string[] {
    return this.#rest.standards;
  }

  get waitsFor(): readonly string[] {
    return this.#rest.waitsFor;
  }

  get doubled(): boolean {
    return this.#has(DOUBLED);
  }

  get depends(): boolean {
    return this.#has(DEPENDS);
  }

  get refersOut(): boolean {
    return this.#has(REFERS_OUT);
  }

  get #rest(): Rest {
    return this.#results.restOf(this.#results.ofFile(this.#at, 5));
  }

  #has(flag: number): boolean {
    return (this.#results.ofFile(this.#at, 2) & flag) > 0;
  }
}

/**
 * A finding that reads its parts when they are asked for: of tens of thousands few are shown with
 * all they have, and objects for all of them would be most of what a run without changes makes.
 */
class KeptFound implements Found, Diagnostic {
  readonly file: string;
  readonly #results: Results;
  readonly #at: number;

  constructor(results: Results, at: number, file: string) {
    this.file = file;
    this.#results = results;
    this.#at = at;
  }

  get diagnostic(): Diagnostic {
    return this;
  }

  get rule(): string {
    return this.#results.text(this.#number(0));
  }

  get severity(): Severity {
    return SEVERITIES[this.#number(1) & 3] ?? 'error';
  }

  get message(): string {
    return this.#results.text(this.#number(2));
  }

  get help(): string | null {
    return this.#results.textOrNull(this.#number(3));
  }

  get range(): Diagnostic['range'] {
    return {
      start: { line: this.#number(4), column: this.#number(5) },
      end: { line: this.#number(6), column: this.#number(7) },
    };
  }

  get plan(): string | null {
    return this.#results.textOrNull(this.#number(8));
  }

  get item(): string | null {
    return this.#results.textOrNull(this.#number(9));
  }

  get path(): Path {
    return this.#results.pathOf(this.#number(10));
  }

  get fixable(): boolean {
    return (this.#number(1) & FIXABLE) > 0;
  }

  get fix(): Diagnostic['fix'] {
    const fix = this.#results.textOrNull(this.#number(11));
    return fix === null ? undefined : JSON.parse(fix);
  }

  get waived(): boolean {
    return false;
  }

  toJSON(): Diagnostic {
    return withChanges(this, {});
  }

  #number(field: number): number {
    return this.#results.ofFound(this.#at + field);
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
