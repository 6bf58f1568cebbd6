import type { Path, Range } from '../model/diagnostic.ts';
import { Comment } from './comment.ts';
import type { Fault } from './fault.ts';
import { MAX_LEXEMES } from './limits.ts';
import type { Entry, Node } from './node.ts';
import { positionsFrom, readPlain } from './plain-yaml.ts';
import { type Stretch, stretchInSource } from './stretch.ts';
import type { SourceText } from './text.ts';
import { Mapping, type Value, valueAt } from './value.ts';
import { readYaml } from './yaml.ts';

/** What a reader of YAML gives. */
export interface Read {
  /** The text that offsets refer to: the source, with recognised faults mended. */
  readonly source: SourceText;
  /** Undefined where the text is no YAML or has no content. */
  readonly value: Value | undefined;
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
  /** The positions of the values. */
  root(): Node | undefined;
  /** The positions in a mapping that begins at an offset, where that takes less than all of them. */
  within?(start: number): Node | undefined;
}

/** A YAML file: its values as text, and the position of any of them. */
export class YamlDocument {
  readonly source: SourceText;
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
  /** Undefined where the text is no YAML or has no content. */
  readonly value: Value | undefined;
  readonly #read: Read;
  #root: Node | undefined;
  readonly #items = new Map<number, Node>();

  constructor(source: SourceText, read = readText(source)) {
    this.source = source;
    this.#read = read;
    this.comments = read.comments;
    this.faults = read.faults;
    this.value = read.value;
  }

  /** The line at which a value begins: of a mapping without looking for the positions of others. */
  lineOf(path: Path): number {
    const value = valueAt(this.value, path);
    return value instanceof Mapping
      ? this.#read.source.position(Mapping.startOf(value)).line
      : this.locate(path).start.line;
  }

  /** Where a finding about a path points: at its value, or the nearest value around it. */
  locate(path: Path, part?: 'key', stretch?: Stretch): Range {
    const depth = this.#root ? 0 : this.#depthOfMapping(path);
    let node = depth === 0 ? this.#nodes() : this.#within(path.slice(0, depth));
    let entry: Entry | undefined;
    for (const step of path.slice(depth)) {
      const next: Entry | Node | undefined = child(node, step);
      if (!next) return this.#rangeOf(node, entry);
      entry = 'value' in next ? next : undefined;
      node = 'value' in next ? next.value : next;
    }
    if (part === 'key' && entry) return this.#range(entry.start, entry.end);
    const words = stretch && node?.kind === 'text' && this.#words(node, path, stretch);
    return words ? this.#range(words.start, words.end) : this.#rangeOf(node, entry);
  }

  /** The outermost value that begins on a line: what a comment at that line speaks of. */
  pathAtLine(line: number): Path | undefined {
    const { source } = this.#read;
    const from = source.lineStart(line);
    const to = line < source.lineCount ? source.lineStart(line + 1) : Infinity;
    const root = this.#nodes();
    const first = root && firstFrom(root, from);
    return first && first.start < to ? first.path : undefined;
  }

  #words(node: Node, path: Path, stretch: Stretch): Stretch | undefined {
    const value = valueAt(this.value, path);
    if (typeof value !== 'string') return undefined;
    return stretchInSource(this.#read.source.text, node, value, stretch);
  }

  /** How far into a path the innermost item is that is a mapping, from which its end can be found. */
  #depthOfMapping(path: Path): number {
    if (!this.#read.within) return 0;
    for (let depth = path.length; depth > 0; depth -= 1) {
      if (typeof path[depth - 1] !== 'number') continue;
      if (valueAt(this.value, path.slice(0, depth)) instanceof Mapping) return depth;
    }
    return 0;
  }

  /** The positions in an item: few findings are about a file, and most files are long. */
  #within(item: Path): Node | undefined {
    const value = valueAt(this.value, item);
    if (!(value instanceof Mapping)) return undefined;
    const start = Mapping.startOf(value);
    const known = this.#items.get(start);
    if (known) return known;
    const node = this.#read.within?.(start);
    if (node) this.#items.set(start, node);
    return node;
  }

  #nodes(): Node | undefined {
    this.#root ??= this.#read.root();
    return this.#root;
  }

  /**
   * The range of a node. A mapping or list is shown by its first line: a finding about the whole
   * of it should not underline a page. An empty value is shown by its key.
   */
  #rangeOf(node: Node | undefined, entry: Entry | undefined): Range {
    if (!node) return this.#range(0, 0);
    if (node.kind === 'empty' && entry) return this.#range(entry.start, entry.end);
    if (node.kind !== 'block') return this.#range(node.start, node.end);
    const { text } = this.#read.source;
    const newline = text.indexOf('\n', node.start);
    const lineEnd = newline < 0 ? text.length : newline;
    const first = node.entries?.[0];
    if (!first) return this.#range(node.start, lineEnd);
    const isText = first.value.kind === 'text' || first.value.kind === 'empty';
    return this.#range(first.start, Math.min(lineEnd, isText ? first.value.end : first.end));
  }

  /** Without the white space before its end. */
  #range(start: number, end: number): Range {
    const { source } = this.#read;
    return source.range(start, start + source.text.slice(start, end).trimEnd().length);
  }
}

/** Reads with the fast reader where it is sure, else with the full one: both give the same. */
export function readText(source: SourceText, maxLexemes = MAX_LEXEMES): Read {
  const { text } = source;
  const plain = readPlain(text);
  if (!plain || plain.lexemes > maxLexemes) return readYaml(source, maxLexemes);
  const comments: Comment[] = [];
  for (let index = 0; index < plain.comments.length; index += 2) {
    comments.push(new Comment(source, plain.comments[index] ?? 0, plain.comments[index + 1] ?? 0));
  }
  const { value } = plain;
  const root = () => readPlain(text, true)?.root;
  const within = (start: number) => positionsFrom(text, start);
  return { source, value, comments, faults: [], root, within };
}

function child(node: Node | undefined, step: string | number): Entry | Node | undefined {
  if (typeof step === 'number') return node?.items?.[step];
  return node && entriesOf(node).get(step);
}

/** The entries of a mapping by key. Kept, as a faulty file may be asked for each of its keys. */
const byKey = new WeakMap<Node, ReadonlyMap<string, Entry>>();

function entriesOf(node: Node): ReadonlyMap<string, Entry> {
  const known = byKey.get(node);
  if (known) return known;
  // Of a key given twice the first counts.
  const entries = new Map((node.entries ?? []).toReversed().map((entry) => [entry.name, entry]));
  byKey.set(node, entries);
  return entries;
}

/** The first key or item at or after an offset, the outermost where several begin there. */
function firstFrom(node: Node, from: number): { path: Path; start: number } | undefined {
  const { entries = [], items = [] } = node;
  const parts = [
    ...entries.map(({ name, start, value }) => ({ step: name, start, value })),
    ...items.map((value, index) => ({ step: index, start: value.start, value })),
  ];
  for (const [index, { step, start, value }] of parts.entries()) {
    if (start >= from) return { path: [step], start };
    const next = parts[index + 1];
    const inner = next && next.start <= from ? undefined : firstFrom(value, from);
    if (inner) return { path: [step, ...inner.path], start: inner.start };
  }
  return undefined;
}
