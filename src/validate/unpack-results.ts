import { type Diagnostic, type Path, type Severity, withChanges } from '../model/diagnostic.ts';
import type { PlanFacts } from '../model/plan-facts.ts';
import type { Stamp } from '../source/file-tree.ts';
import type { Found } from './found.ts';
import type { KnownFile } from './known-results.ts';
import {
  CHECKED,
  DEPENDS,
  DIGEST,
  DOUBLED,
  FILE,
  FIXABLE,
  FOUND,
  type Kept,
  NO_STAMP,
  OF_FILE,
  OF_FOUND,
  OWNER,
  type Parts,
  partsOf,
  REFERS_OUT,
  type Rest,
  SEVERITIES,
  STAMP,
} from './results-layout.ts';

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
    return this.text(this.ofFile(at, OF_FILE.path));
  }

  idsOf(at: number): string {
    this.#ids ??= listIn(this.#idBytes);
    return this.#ids[at] ?? '';
  }

  isChecked(at: number): boolean {
    return (this.ofFile(at, OF_FILE.flags) & CHECKED) > 0;
  }

  ownersOf(at: number): PlanFacts['owners'] {
    const list: (readonly [string, number])[] = [];
    for (
      let next = this.#startOf(at, OF_FILE.ownersEnd);
      next < this.ofFile(at, OF_FILE.ownersEnd);
      next += OWNER
    ) {
      list.push([this.text(this.#owners[next] ?? 0), this.#owners[next + 1] ?? 0]);
    }
    return list;
  }

  known(at: number, checked: boolean): KnownFile {
    const file = this.fileOf(at);
    const { valueFaults, diagnostics, waivers } = this.restOf(this.ofFile(at, OF_FILE.rest));
    const read = { file, kind: 'plan' as const, document: undefined, valueFaults, diagnostics };
    const facts = new KeptFacts(this, at);
    if (!checked || !this.isChecked(at)) return { read, facts };
    const found: Found[] = [];
    for (
      let next = this.#startOf(at, OF_FILE.foundEnd);
      next < this.ofFile(at, OF_FILE.foundEnd);
      next += FOUND
    ) {
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
    return this.#results.text(this.#results.ofFile(this.#at, OF_FILE.plan));
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
    return this.#results.restOf(this.#results.ofFile(this.#at, OF_FILE.rest));
  }

  #has(flag: number): boolean {
    return (this.#results.ofFile(this.#at, OF_FILE.flags) & flag) > 0;
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
    return this.#results.text(this.#number(OF_FOUND.rule));
  }

  get severity(): Severity {
    return SEVERITIES[this.#number(OF_FOUND.flags) & 3] ?? 'error';
  }

  get message(): string {
    return this.#results.text(this.#number(OF_FOUND.message));
  }

  get help(): string | null {
    return this.#results.textOrNull(this.#number(OF_FOUND.help));
  }

  get range(): Diagnostic['range'] {
    return {
      start: { line: this.#number(OF_FOUND.line), column: this.#number(OF_FOUND.column) },
      end: { line: this.#number(OF_FOUND.endLine), column: this.#number(OF_FOUND.endColumn) },
    };
  }

  get plan(): string | null {
    return this.#results.textOrNull(this.#number(OF_FOUND.plan));
  }

  get item(): string | null {
    return this.#results.textOrNull(this.#number(OF_FOUND.item));
  }

  get path(): Path {
    return this.#results.pathOf(this.#number(OF_FOUND.path));
  }

  get fixable(): boolean {
    return (this.#number(OF_FOUND.flags) & FIXABLE) > 0;
  }

  get fix(): Diagnostic['fix'] {
    const fix = this.#results.textOrNull(this.#number(OF_FOUND.fix));
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
