import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Path, Range } from '../model/diagnostic.ts';
import type { Fault } from './fault.ts';
import { type Stretch, stretchInSource } from './stretch.ts';
import type { SourceText } from './text.ts';
import { type Comment, type Parsed, parseYaml } from './yaml.ts';

/** A value as text, list or mapping; mappings have no prototype. */
export type Value = string | Value[] | { [key: string]: Value };

/** A YAML file: its values as text, and the position of any of them. */
export class YamlDocument {
  readonly source: SourceText;
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
  /** Undefined where the text is no YAML or has no content. */
  readonly value: Value | undefined;
  readonly #contents: Node | undefined;
  /** What the node offsets refer to, which is not the file where a fault was mended in memory. */
  readonly #mended: SourceText;

  constructor(source: SourceText) {
    const parsed: Parsed = parseYaml(source);
    const faults = [...parsed.faults];
    this.source = source;
    this.#mended = parsed.source;
    this.comments = parsed.comments;
    const contents = parsed.document?.contents;
    this.#contents = contents ?? undefined;
    this.value =
      contents === undefined || contents === null || isEmptyScalar(contents)
        ? undefined
        : toValue(contents, parsed.source, faults);
    this.faults = faults;
  }

  /** Where a finding about a path points: at its value, or the nearest value around it. */
  locate(path: Path, part?: 'key', stretch?: Stretch): Range {
    let node: Node | undefined = this.#contents;
    let pair: Pair | undefined;
    for (const step of path) {
      const next: Child | undefined = child(node, step);
      if (!next) return this.#rangeOf(node, pair);
      node = next.node;
      pair = next.pair;
    }
    if (part === 'key' && pair) return this.#rangeOf(pair.key as Node, undefined);
    const words = stretch && isScalar(node) && stretchInSource(this.#mended.text, node, stretch);
    if (words) return this.#mended.range(words.start, words.end);
    return this.#rangeOf(node, pair);
  }

  /**
   * The range of a node. A mapping or list is shown by its first line: a finding about the whole
   * of it should not underline a page. An empty value is shown by its key.
   */
  #rangeOf(node: Node | undefined, pair: Pair | undefined): Range {
    const first = isMap(node) && !node.flow ? node.items[0] : undefined;
    if (first) {
      const key = first.key as Node;
      const value = first.value as Node | null;
      const end = isScalar(value) && value.range ? value.range[1] : key.range?.[1];
      return this.#firstLine(key.range?.[0] ?? 0, end ?? 0);
    }
    if (isSeq(node) && node.items[0] && !node.flow) {
      return this.#firstLine(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    }
    if (isEmptyScalar(node) && pair) return this.#rangeOf(pair.key as Node, undefined);
    const range = node?.range ?? [0, 0, 0];
    return this.#mended.range(range[0], trimEnd(this.#mended.text, range[0], range[1]));
  }

  #firstLine(start: number, end: number): Range {
    const newline = this.#mended.text.indexOf('\n', start);
    const last = newline < 0 ? end : Math.min(end, newline);
    return this.#mended.range(start, trimEnd(this.#mended.text, start, last));
  }

  /** The outermost value that begins on a line: what a comment at that line speaks of. */
  pathAtLine(line: number): Path | undefined {
    const from = this.#mended.lineStart(line);
    const to = line < this.#mended.lineCount ? this.#mended.lineStart(line + 1) : Infinity;
    return this.#contents && startingBetween(this.#contents, from, to);
  }
}

interface Child {
  readonly node: Node | undefined;
  /** The pair it is the value of, where it is one of a mapping. */
  readonly pair?: Pair;
}

function child(node: Node | undefined, step: string | number): Child | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(step);
    return pair && { node: (pair.value as Node | null) ?? undefined, pair };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { node: item as Node };
  }
  return undefined;
}

/** The pairs of a mapping by key; the first counts. Kept, as a faulty file may be asked for each of its keys. */
const pairsByKey = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
  const known = pairsByKey.get(map);
  if (known) return known;
  const pairs = map.items.flatMap((pair) =>
    isScalar(pair.key) ? [[pair.key.value, pair] as const] : [],
  );
  const byKey = new Map<unknown, Pair>(pairs.toReversed());
  pairsByKey.set(map, byKey);
  return byKey;
}

function startingBetween(root: Node, from: number, to: number): Path | undefined {
  if (isMap(root)) {
    for (const pair of root.items) {
      const key = pair.key as Node;
      const start = key.range?.[0] ?? 0;
      const value = pair.value as Node | null;
      const end = value?.range?.[2] ?? key.range?.[2] ?? start;
      if (end < from) continue;
      if (start >= to) return undefined;
      const name = String(isScalar(key) ? key.value : '');
      if (start >= from) return [name];
      const inner = value ? startingBetween(value, from, to) : undefined;
      if (inner) return [name, ...inner];
    }
  }
  if (isSeq(root)) {
    for (let index = 0; index < root.items.length; index += 1) {
      const item = root.items[index] as Node;
      const range = item.range ?? [0, 0, 0];
      if (range[2] < from) continue;
      if (range[0] >= to) return undefined;
      if (range[0] >= from) return [index];
      const inner = startingBetween(item, from, to);
      if (inner) return [index, ...inner];
    }
  }
  return undefined;
}

/** The plain value of a node; keys given twice are faults, and the first one counts. */
function toValue(node: Node | null | undefined, source: SourceText, faults: Fault[]): Value {
  if (isMap(node)) return toMapping(node, source, faults);
  if (isSeq(node)) return node.items.map((item) => toValue(item as Node, source, faults));
  return isScalar(node) ? textOf(node.value) : '';
}

function toMapping(map: YAMLMap, source: SourceText, faults: Fault[]): Value {
  const mapping: { [key: string]: Value } = Object.create(null);
  for (const pair of map.items) {
    const key = pair.key as Node;
    const name = isScalar(key) ? textOf(key.value) : '';
    const range = source.range(key.range?.[0] ?? 0, key.range?.[1] ?? 0);
    if (name === '<<') {
      faults.push({
        rule: 'yaml-plain',
        message: '`<<` is a merge key, which plan files do not use',
        help: 'write the fields out',
        range,
      });
    } else if (Object.hasOwn(mapping, name)) {
      faults.push({
        rule: 'yaml-unique-keys',
        message: `\`${name}\` is given twice here`,
        help: 'keep one of the two; if a new item of the list begins here, put `- ` before its first line',
        range,
      });
    } else {
      mapping[name] = toValue(pair.value as Node | null, source, faults);
    }
  }
  return mapping;
}

/** Under the failsafe schema every scalar is text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isEmptyScalar(node: Node | undefined | null): boolean {
  return isScalar(node) && (node.value === '' || node.value === null) && node.type === 'PLAIN';
}

function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return last;
}
