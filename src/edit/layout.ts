import { CST, Parser } from 'yaml';
import type { Path } from '../model/diagnostic.ts';
import { EditError } from './edit-error.ts';

/**
 * Where everything in a YAML text stands: the offsets of dashes, colons and commas as well as of
 * values, which the reader's nodes do not keep. Ends are exclusive, and none takes in the comment,
 * the line break or the blank lines that follow.
 */
export type Layout = MapLayout | ListLayout | TextLayout;

export interface TextLayout {
  readonly kind: 'text';
  readonly style: 'plain' | 'single' | 'double' | 'block';
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Of a block text: the end of `>-` itself, and of its line. */
  readonly header?: { readonly end: number; readonly lineEnd: number };
}

export interface MapLayout {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

export interface ListLayout {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** A field of a mapping or an item of a list. */
export interface Entry {
  /** Where its key begins, or its dash, or in a flow list its value. */
  readonly start: number;
  readonly end: number;
  /** The name of a field; undefined for an item. */
  readonly key: TextLayout | undefined;
  /** Just behind the colon or dash: where the value of an empty entry goes. */
  readonly mark: number | undefined;
  /** In a flow collection: the offset of the comma behind it. */
  comma?: number;
  /** Undefined where nothing stands. */
  readonly value: Layout | undefined;
}

/** A comment, without its line break. */
export interface CommentLayout {
  readonly start: number;
  readonly end: number;
  /** Whether it stands on a line of its own. */
  readonly alone: boolean;
}

export interface DocumentLayout {
  readonly text: string;
  /** Undefined for a file without content. */
  readonly root: Layout | undefined;
  readonly comments: readonly CommentLayout[];
  /** Where `---` stands before the content, or `...` after it. */
  readonly marks: readonly CST.SourceToken[];
}

/** Reads the layout of a text that is known to be one sound YAML document. */
export function layoutOf(text: string): DocumentLayout {
  const comments: CommentLayout[] = [];
  const marks: CST.SourceToken[] = [];
  let root: Layout | undefined;
  const reader = new LayoutReader(text, comments);
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document') {
      marks.push(...reader.marks(token.start, 'doc-start'));
      if (token.value) root = reader.value(token.value);
      if (token.end) reader.marks(token.end);
    } else if (token.type === 'doc-end') {
      marks.push({ type: 'doc-start', offset: token.offset, indent: 0, source: token.source });
      if (token.end) reader.marks(token.end);
    } else if (token.type === 'comment') {
      reader.marks([token]);
    } else if (token.type !== 'space' && token.type !== 'newline') {
      throw unusual();
    }
  }
  comments.sort((a, b) => a.start - b.start);
  return { text, root, comments, marks };
}

class LayoutReader {
  readonly #text: string;
  readonly #comments: CommentLayout[];

  constructor(text: string, comments: CommentLayout[]) {
    this.#text = text;
    this.#comments = comments;
  }

  /** Notes the comments among signs and spaces; returns the signs of one type. */
  marks(tokens: readonly CST.Token[], type?: CST.SourceToken['type']): CST.SourceToken[] {
    const found: CST.SourceToken[] = [];
    for (const token of tokens) {
      if (token.type === 'comment') this.#comment(token.offset, token.source);
      else if (token.type === type) found.push(token);
      else if (token.type === 'explicit-key-ind') throw unusual();
    }
    return found;
  }

  #comment(start: number, source: string): void {
    const before = this.#text.slice(lineStart(this.#text, start), start);
    const end = start + source.replace(/\r$/, '').length;
    this.#comments.push({ start, end, alone: before.trim() === '' });
  }

  value(token: CST.Token): Layout {
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        return this.#flowText(token);
      case 'block-scalar':
        return this.#blockText(token);
      case 'block-map':
        return this.#map(token.items, token.offset);
      case 'block-seq':
        return this.#list(token.items, token.offset);
      case 'flow-collection':
        return this.#flow(token);
      default:
        throw unusual();
    }
  }

  #flowText(token: CST.FlowScalar): TextLayout {
    this.marks(token.end ?? []);
    const styles = {
      'single-quoted-scalar': 'single',
      'double-quoted-scalar': 'double',
    } as const;
    return {
      kind: 'text',
      style: token.type === 'scalar' || token.type === 'alias' ? 'plain' : styles[token.type],
      value: textOf(token),
      start: token.offset,
      end: token.offset + token.source.length,
    };
  }

  #blockText(token: CST.BlockScalar): TextLayout {
    this.marks(token.props);
    const header = token.props.find((prop) => prop.type === 'block-scalar-header');
    if (!header || !('source' in header)) throw unusual();
    const last = token.props.at(-1);
    const bodyStart =
      last && 'source' in last ? last.offset + last.source.length : header.offset + 1;
    // A text that keeps its last line breaks ends with them; else they are only blank lines.
    const body = header.source.includes('+')
      ? token.source.replace(/\r?\n$/, '')
      : token.source.replace(/(?:\r?\n[ \t]*)+$/, '');
    return {
      kind: 'text',
      style: 'block',
      value: textOf(token),
      start: header.offset,
      end: /^[ \t\r\n]*$/.test(body)
        ? header.offset + header.source.length
        : bodyStart + body.length,
      header: {
        end: header.offset + header.source.length,
        lineEnd: lineEnd(this.#text, header.offset),
      },
    };
  }

  #map(items: CST.BlockMap['items'], offset: number): MapLayout {
    const entries: Entry[] = [];
    for (const item of items) {
      this.marks(item.start);
      if (item.key === undefined && item.sep === undefined) continue;
      entries.push(this.#pair(item));
    }
    return { kind: 'map', flow: false, ...bounds(entries, offset), entries };
  }

  #pair(item: CST.CollectionItem): Entry {
    const key = item.key ? this.value(item.key) : undefined;
    if (key?.kind !== 'text' || key.style === 'block') throw unusual();
    const [colon] = this.marks(item.sep ?? [], 'map-value-ind');
    const value = valueToken(item.value) ? this.value(item.value as CST.Token) : undefined;
    const mark = colon && colon.offset + colon.source.length;
    return { start: key.start, end: value?.end ?? mark ?? key.end, key, mark, value };
  }

  /** In braces a key may stand alone. */
  #loneKey(token: CST.Token | undefined): Entry {
    const key = token && this.value(token);
    if (key?.kind !== 'text') throw unusual();
    return { start: key.start, end: key.end, key, mark: undefined, value: undefined };
  }

  #list(items: CST.BlockSequence['items'], offset: number): ListLayout {
    const entries: Entry[] = [];
    for (const item of items) {
      const [dash] = this.marks(item.start, 'seq-item-ind');
      if (!dash) {
        if (item.value) throw unusual();
        continue;
      }
      const value = valueToken(item.value) ? this.value(item.value as CST.Token) : undefined;
      const mark = dash.offset + dash.source.length;
      entries.push({ start: dash.offset, end: value?.end ?? mark, key: undefined, mark, value });
    }
    return { kind: 'list', flow: false, ...bounds(entries, offset), entries };
  }

  #flow(token: CST.FlowCollection): MapLayout | ListLayout {
    const isMap = token.start.type === 'flow-map-start';
    const entries: Entry[] = [];
    for (const item of token.items) {
      const [comma] = this.marks(item.start, 'comma');
      const before = entries.at(-1);
      if (comma && before) before.comma = comma.offset;
      const hasKey = item.sep !== undefined || item.key !== undefined;
      if (isMap && hasKey) entries.push(this.#pair(item));
      else if (isMap && valueToken(item.value)) entries.push(this.#loneKey(item.value));
      else if (hasKey) throw unusual();
      else if (valueToken(item.value)) {
        const value = this.value(item.value as CST.Token);
        entries.push({
          start: value.start,
          end: value.end,
          key: undefined,
          mark: undefined,
          value,
        });
      }
    }
    const [close] = this.marks(token.end, isMap ? 'flow-map-end' : 'flow-seq-end');
    if (!close) throw unusual();
    const start = token.start.offset;
    const end = close.offset + 1;
    return { kind: isMap ? 'map' : 'list', flow: true, start, end, entries };
  }
}

/** Whether a token is a value and not only the mark of an empty one. */
function valueToken(token: CST.Token | null | undefined): boolean {
  return Boolean(token) && !(token?.type === 'scalar' && token.source === '');
}

function bounds(entries: readonly Entry[], offset: number): { start: number; end: number } {
  return { start: entries[0]?.start ?? offset, end: entries.at(-1)?.end ?? offset };
}

function textOf(token: CST.FlowScalar | CST.BlockScalar): string {
  // What is wrong with a text the reader has said; here its value is all that counts.
  return CST.resolveAsScalar(token, false, () => {})?.value ?? '';
}

function unusual(): EditError {
  return new EditError(
    'the file is laid out in a way that cannot be edited in place',
    'write keys and values without `?`, anchors and tags',
  );
}

/** Finds what stands at a path: the entry that holds it; undefined where there is none. */
export function entryAt(root: Layout | undefined, path: Path): Entry | undefined {
  let node = root;
  let entry: Entry | undefined;
  for (const step of path) {
    entry =
      node?.kind === 'map'
        ? node.entries.find(({ key }) => key?.value === step)
        : node?.kind === 'list'
          ? node.entries[Number(step)]
          : undefined;
    if (!entry) return undefined;
    node = entry.value;
  }
  return entry;
}

/** What stands at a path; the root for the empty path. */
export function layoutAt(root: Layout | undefined, path: Path): Layout | undefined {
  return path.length === 0 ? root : entryAt(root, path)?.value;
}

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset at which the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
}

/** How far from the beginning of its line an offset stands. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
