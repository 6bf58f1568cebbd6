import type { Path } from '../model/diagnostic.ts';
import type { FileKind } from '../model/file-kind.ts';
import { mayHoldHash } from '../source/cut-text.ts';
import { YamlDocument } from '../source/document.ts';
import { SourceText } from '../source/text.ts';
import { readWaivers } from '../source/waiver.ts';
import { type Attached, attachComments, type Remark, type Remarks } from './attach-comments.ts';
import { EditError } from './edit-error.ts';
import { read } from './edit-text.ts';
import { sameValue } from './edit-value.ts';
import { fieldOrder } from './field-order.ts';
import {
  type DocumentLayout,
  type Entry,
  type Layout,
  layoutOf,
  type TextLayout,
} from './layout.ts';
import { styleOf } from './style.ts';
import { type BlockText, foldedText, inlineText, literalText, WIDTH } from './write-text.ts';
import { indented } from './write-value.ts';

const STEP = 2;

/**
 * A file laid out as every other: fields in the order of the format, two spaces a level, long texts
 * as folded blocks, quotes only where they are needed. It says what it said, comments and waivers
 * among it, or this throws; laying out twice is laying out once.
 */
export function formatText(text: string, kind: FileKind): string {
  const before = read(text);
  if (before.faults.length > 0) {
    throw new EditError(
      'the file has faults of YAML, so it cannot be laid out',
      'mend what `actionplan validate` shows first',
    );
  }
  const layout = layoutOf(text);
  const { eol } = styleOf(layout);
  const formatted = new Printer(layout, kind).print().join(eol) + eol;
  const after = new YamlDocument(new SourceText(formatted));
  if (!saysTheSame(before, after)) {
    throw new EditError(
      'the file cannot be laid out without changing what it says',
      'lay it out by hand',
    );
  }
  return formatted;
}

function saysTheSame(before: YamlDocument, after: YamlDocument): boolean {
  const comments = (document: YamlDocument) =>
    document.comments.map(({ text }) => text.trimEnd()).sort();
  const waivers = (document: YamlDocument) =>
    readWaivers(document)
      .map(({ rules, reason, path }) => JSON.stringify([rules, reason, path]))
      .sort();
  return (
    after.faults.length === 0 &&
    sameValue(before.value, after.value) &&
    sameValue(comments(before), comments(after)) &&
    sameValue(waivers(before), waivers(after))
  );
}

class Printer {
  readonly #layout: DocumentLayout;
  readonly #kind: FileKind;
  readonly #attached: Attached;

  constructor(layout: DocumentLayout, kind: FileKind) {
    this.#layout = layout;
    this.#kind = kind;
    this.#attached = attachComments(layout);
  }

  print(): string[] {
    const { root, marks } = this.#layout;
    if (!root || root.kind === 'text') throw new EditError('the file holds no fields');
    // What stands above the first field speaks of the file, whichever field comes first.
    const [first] = root.entries;
    const head = first ? this.#attached.of(first).above.splice(0) : [];
    const start = marks.some(({ source }) => source === '---') ? ['---'] : [];
    const gap = head.length > 0 && first && this.#attached.of(first).blankBefore ? [''] : [];
    return [
      ...start,
      ...withoutFirstBlank(linesOf(head, 0)),
      ...gap,
      ...withoutFirstBlank(this.#collection(root, 0, [])),
      ...linesOf(this.#attached.atEnd, 0),
    ];
  }

  /** The entries of a mapping or list on lines of their own. */
  #collection(node: Exclude<Layout, TextLayout>, column: number, path: Path): string[] {
    const order = node.kind === 'map' ? fieldOrder(this.#kind, path) : [];
    const entries = inOrder(node.entries, order);
    return entries.flatMap((entry) => {
      const remarks = this.#attached.of(entry);
      const step = entry.key ? entry.key.value : node.entries.indexOf(entry);
      const inner = [...path, step];
      const lines = entry.key
        ? this.#field(entry, entry.key, column, inner)
        : this.#item(entry, column, inner);
      return [
        ...linesOf(remarks.above, column),
        ...(remarks.blankBefore ? [''] : []),
        ...lines,
        ...linesOf(remarks.below, column + (entry.key ? 0 : STEP)),
      ];
    });
  }

  #field(entry: Entry, key: TextLayout, column: number, path: Path): string[] {
    const pad = ' '.repeat(column);
    const lead = `${pad}${inlineText(key.value, false)}:`;
    return this.#behind(lead, entry, column, path);
  }

  #item(entry: Entry, column: number, path: Path): string[] {
    const lead = `${' '.repeat(column)}-`;
    const { value } = entry;
    const remarks = this.#attached.of(entry);
    const nested = value && value.kind !== 'text' && value.entries.length > 0 ? value : undefined;
    if (!nested || this.#fitsInline(nested, column + STEP, path)) {
      return this.#behind(lead, entry, column, path);
    }
    const lines = withoutFirstBlank(this.#collection(nested, column + STEP, path));
    const [first = '', ...rest] = lines;
    // A comment behind the dash, or above the first field, keeps the dash on a line of its own.
    if (remarks.beside.length > 0 || first.trimStart().startsWith('#')) {
      return [lead + besideOf(remarks), ...lines];
    }
    return [`${lead} ${first.trimStart()}`, ...rest];
  }

  /** What stands behind a colon or dash. */
  #behind(lead: string, entry: Entry, column: number, path: Path): string[] {
    const remarks = this.#attached.of(entry);
    const beside = besideOf(remarks);
    const { value } = entry;
    if (!value) return [lead + beside];
    if (value.kind === 'text') return this.#text(lead, value, entry, column, path);
    const inline = this.#fitsInline(value, lead.length + 1, path);
    if (inline !== undefined) return [`${lead} ${inline}${beside}`];
    const lines = withoutFirstBlank(this.#collection(value, column + STEP, path));
    return [lead + beside, ...lines];
  }

  #text(lead: string, value: TextLayout, entry: Entry, column: number, path: Path): string[] {
    const remarks = this.#attached.of(entry);
    const beside = besideOf(remarks);
    const inline = inlineText(value.value, false, fieldOf(path));
    const open = mayHoldHash(fieldOf(path));
    // A comment that may be a lost part of the text stays as it is, for the rule that finds it.
    const mayBeLost = open && remarks.beside.some(({ setOff }) => !setOff);
    const room = mayBeLost || typeof path.at(-1) === 'number' ? Infinity : WIDTH - lead.length - 1;
    const block = this.#block(value, inline, room, column + STEP);
    if (!block) {
      // Any other comment stands off, so that it is not taken for one.
      const gap = beside === '' || !open || mayBeLost || /^["']/.test(inline) ? '' : ' ';
      return [`${lead} ${inline}${gap}${beside}`];
    }
    return [`${lead} ${block.header}${beside}`, ...indented(block.lines, column + STEP)];
  }

  /** A block stays one; a text too long for its line becomes one, but for the names in a list. */
  #block(value: TextLayout, inline: string, room: number, inner: number): BlockText | undefined {
    const isLiteral = value.style === 'block' && this.#layout.text[value.start] === '|';
    if (isLiteral) return literalText(value.value) ?? foldedText(value.value, WIDTH - inner);
    const long = [...inline].length > room || value.value.includes('\n');
    if (value.style !== 'block' && !long) return undefined;
    // Editors take spaces at the end of lines away.
    const literal = /[ \t]\n/.test(value.value) ? undefined : literalText(value.value);
    return foldedText(value.value, WIDTH - inner) ?? literal;
  }

  /** Brackets stay where they hold nothing but a few texts: those of settings also in pairs. */
  #fitsInline(node: Exclude<Layout, TextLayout>, column: number, path: Path): string | undefined {
    if (node.entries.length === 0) return node.kind === 'list' ? '[]' : '{}';
    if (!node.flow || (node.kind === 'map' && this.#kind !== 'settings')) return undefined;
    const parts: string[] = [];
    for (const entry of node.entries) {
      const { above, beside, below } = this.#attached.of(entry);
      if (entry.value?.kind !== 'text' || above.length + beside.length + below.length > 0) {
        return undefined;
      }
      const text = inlineText(entry.value.value, true, entry.key?.value ?? fieldOf(path));
      parts.push(entry.key ? `${inlineText(entry.key.value, true)}: ${text}` : text);
    }
    const inline = node.kind === 'list' ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
    return column + [...inline].length > WIDTH ? undefined : inline;
  }
}

/** Fields the format does not know stay behind the one they follow. */
function inOrder(entries: readonly Entry[], order: readonly string[]): Entry[] {
  let place = -1;
  const placed = entries.map((entry) => {
    const known = order.indexOf(entry.key?.value ?? '');
    if (known >= 0) place = known;
    return { entry, place };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
}

function besideOf({ beside: [remark] }: Remarks): string {
  return remark ? ` ${remark.text}` : '';
}

function linesOf(remarks: readonly Remark[], column: number): string[] {
  return remarks.flatMap(({ text, blankBefore }) => [
    ...(blankBefore ? [''] : []),
    ' '.repeat(column) + text,
  ]);
}

function withoutFirstBlank(lines: readonly string[]): string[] {
  return lines[0] === '' ? lines.slice(1) : [...lines];
}

function fieldOf(path: Path): string | number | undefined {
  return path.findLast((step) => typeof step === 'string');
}
