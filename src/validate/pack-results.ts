import type { PlanFacts } from '../model/plan-facts.ts';
import type { Found } from './found.ts';
import {
  CHECKED,
  DEPENDS,
  DIGEST,
  DOUBLED,
  FIXABLE,
  joined,
  type Kept,
  NO_STAMP,
  REFERS_OUT,
  type Rest,
  SEVERITIES,
  STAMP,
} from './results-layout.ts';

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
