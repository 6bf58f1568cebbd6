import type { Path } from '../model/diagnostic.ts';
import type { Edit, EditValue } from '../model/edit.ts';
import { cleanedText } from '../model/unclean.ts';
import { EditError } from './edit-error.ts';
import {
  columnOf,
  type DocumentLayout,
  type Entry,
  entryAt,
  type Layout,
  type ListLayout,
  layoutAt,
  lineEnd,
  lineStart,
  type MapLayout,
  type TextLayout,
} from './layout.ts';
import type { Splice } from './splice.ts';
import type { FileStyle } from './style.ts';
import {
  doubleQuoted,
  foldedText,
  inlineText,
  literalText,
  singleQuoted,
  WIDTH,
} from './write-text.ts';
import { fieldLines, indented, inlineValue, itemLines } from './write-value.ts';

/** A file to be edited: where everything stands in it, and how it is laid out. */
export interface Sheet {
  readonly layout: DocumentLayout;
  readonly style: FileStyle;
}

/** Where in the text an edit has to be made, and what to write there. */
export function splicesFor(sheet: Sheet, edit: Edit): Splice[] {
  switch (edit.op) {
    case 'set':
      return setText(sheet, edit.path, edit.value);
    case 'clean':
      return cleanText(sheet, edit.path);
    case 'append':
      return append(sheet, edit.path, edit.value);
    case 'add':
      return addField(sheet, edit.path, edit.field, edit.value, edit.order ?? []);
    case 'remove':
      return remove(sheet, edit.path);
    case 'rename':
      return rename(sheet, edit.path, edit.to);
    case 'reorder':
      return reorder(sheet, edit.path, edit.order);
    case 'repair':
      return [{ start: edit.at, end: edit.at + edit.was.length, text: edit.text }];
  }
}

function setText(sheet: Sheet, path: Path, value: string): Splice[] {
  const { layout } = sheet;
  const entry = found(entryAt(layout.root, path));
  const flow = insideFlow(layout.root, path);
  const field = path.findLast((step) => typeof step === 'string');
  const old = entry.value;
  if (old && old.kind !== 'text') throw new EditError('a list or mapping is no single text');
  if (!old) return fillEmpty(entry, inlineText(value, flow, field));
  if (old.value === value) return [];
  if (old.style === 'block') return setBlock(sheet, entry, old, value, field);
  return [{ start: old.start, end: old.end, text: inLikeQuotes(old, value, flow, field) }];
}

/** An empty entry gets its value behind its colon or dash; a lone key in braces needs the colon. */
function fillEmpty(entry: Entry, text: string): Splice[] {
  if (entry.mark !== undefined) return [{ start: entry.mark, end: entry.mark, text: ` ${text}` }];
  return [{ start: entry.end, end: entry.end, text: `: ${text}` }];
}

function inLikeQuotes(
  old: TextLayout,
  value: string,
  flow: boolean,
  field?: string | number,
): string {
  if (old.style === 'double') return doubleQuoted(value);
  if (old.style === 'single') return singleQuoted(value) ?? doubleQuoted(value);
  return inlineText(value, flow, field);
}

/** A block text stays one, with its own header and indentation, where it can hold the value. */
function setBlock(
  { layout, style }: Sheet,
  entry: Entry,
  old: TextLayout,
  value: string,
  field?: string | number,
): Splice[] {
  const { text } = layout;
  const header = old.header ?? { end: old.end, lineEnd: old.end };
  const column = bodyColumn(text, old) ?? columnOf(text, entry.start) + style.step;
  const literal = text[old.start] === '|';
  const block = literal ? literalText(value) : foldedText(value, WIDTH - column);
  const lines = block && ['', ...indented(block.lines, column)].join(style.eol);
  return [
    { start: old.start, end: header.end, text: block?.header ?? inlineText(value, false, field) },
    { start: header.lineEnd, end: Math.max(old.end, header.lineEnd), text: lines ?? '' },
  ];
}

/** The column of the first line of a block text. */
function bodyColumn(text: string, { header, end }: TextLayout): number | undefined {
  const body = header && text.slice(header.lineEnd, end);
  const first = body && /\n( +)[^ \r\n]/.exec(body);
  return first ? first[1]?.length : undefined;
}

/** Takes out of the text as written what is taken out of its value; a last resort writes it anew. */
function cleanText(sheet: Sheet, path: Path): Splice[] {
  const { text, root } = sheet.layout;
  const node = layoutAt(root, path);
  if (node?.kind !== 'text') throw new EditError('a list or mapping is no single text');
  const start = node.style === 'block' ? (node.header?.lineEnd ?? node.start) : node.start;
  const raw = text.slice(start, node.end);
  const cleaned = raw
    .split(/(\r?\n[ ]*)/)
    .map((part) => (/^\r?\n/.test(part) ? part : cleanedText(part)))
    .join('');
  const value = cleanedText(node.value);
  if (cleaned === raw) return setText(sheet, path, value);
  return [{ start, end: node.end, text: cleaned }];
}

function append(sheet: Sheet, path: Path, value: EditValue): Splice[] {
  const { layout, style } = sheet;
  const field = String(path.at(-1));
  const entry = entryAt(layout.root, path);
  if (!entry) return addField(sheet, path.slice(0, -1), field, [value], []);
  const list = entry.value;
  if (list?.kind === 'list' && list.entries.length > 0) return appendTo(sheet, list, value);
  if (list && (list.kind !== 'list' || insideFlow(layout.root, path))) {
    if (list.kind !== 'list') throw new EditError(`\`${field}\` is no list`);
    return appendTo(sheet, list, value);
  }
  if (insideFlow(layout.root, path)) return fillEmpty(entry, inlineValue([value], true));
  // An empty list becomes one of lines below its key.
  const mark = entry.mark ?? entry.end;
  const column = columnOf(layout.text, entry.start) + style.listStep;
  const lines = itemLines(value, column, style);
  const below = belowLine(sheet, list?.end ?? mark, column);
  return [
    ...(list ? [{ start: mark, end: list.end, text: '' }] : []),
    {
      start: below,
      end: below,
      text: linesAfter(style, [pad(column) + lines[0], ...lines.slice(1)]),
    },
  ];
}

function appendTo(sheet: Sheet, list: ListLayout, value: EditValue): Splice[] {
  const { layout, style } = sheet;
  const { text } = layout;
  if (list.flow) return insertFlow(sheet, list, inlineValue(value, true));
  const last = list.entries.at(-1);
  if (!last) throw new EditError('the list has no items');
  const column = columnOf(text, last.start);
  const between = last.value && text.slice(last.mark, last.value.start);
  const gap = between && !between.includes('\n') ? 1 + between.length : style.gap;
  const flowLike = last.value?.kind === 'map' && last.value.flow;
  const lines = flowLike
    ? [`-${' '.repeat(gap - 1)}${inlineValue(value, false)}`]
    : itemLines(value, column, style, gap);
  const at = belowLine(sheet, last.end, column);
  return [
    { start: at, end: at, text: linesAfter(style, [pad(column) + lines[0], ...lines.slice(1)]) },
  ];
}

/** Adds to a collection in brackets, on a line of its own where the last item has one. */
function insertFlow(sheet: Sheet, node: MapLayout | ListLayout, added: string): Splice[] {
  const { layout, style } = sheet;
  const { text } = layout;
  const last = node.entries.at(-1);
  if (!last)
    return [{ start: node.start + 1, end: node.end - 1, text: keptInside(text, node, added) }];
  const lead = text.slice(lineStart(text, last.start), last.start);
  const ownLine = lead.trim() === '';
  const comma = last.comma;
  if (!ownLine) {
    const at = last.end;
    return [{ start: at, end: at, text: `, ${added}` }];
  }
  // Behind the comment of the last item's line, not between the two.
  const closes = text.slice(comma === undefined ? last.end : comma + 1, node.end - 1);
  const below = closes.includes('\n') ? lineEnd(text, comma ?? last.end) : undefined;
  if (below === undefined) return [{ start: last.end, end: last.end, text: `, ${added}` }];
  const line = `${style.eol}${lead}${added}`;
  return comma === undefined
    ? [
        { start: last.end, end: last.end, text: ',' },
        { start: below, end: below, text: line },
      ]
    : [{ start: below, end: below, text: `${line},` }];
}

/** Empty brackets may hold a comment, which stays behind what is added. */
function keptInside(text: string, node: Layout, added: string): string {
  const inside = text.slice(node.start + 1, node.end - 1);
  return inside.trim() === '' ? added : `${added}${inside.startsWith(' ') ? '' : ' '}${inside}`;
}

function addField(
  sheet: Sheet,
  path: Path,
  field: string,
  value: EditValue,
  order: readonly string[],
): Splice[] {
  const { layout, style } = sheet;
  const { text } = layout;
  const map = layoutAt(layout.root, path);
  if (map?.kind !== 'map') throw new EditError('fields can only be added to a mapping');
  if (map.flow) {
    return insertFlow(sheet, map, `${inlineText(field, true)}: ${inlineValue(value, true, field)}`);
  }
  const before = map.entries.findLast(({ key }) => comesBefore(key?.value ?? '', field, order));
  const after = before ?? map.entries.at(-1);
  if (!after) throw new EditError('the mapping has no fields');
  const column = columnOf(text, after.start);
  const lines = fieldLines(field, value, column, style);
  const at = belowLine(sheet, after.end, column);
  return [
    { start: at, end: at, text: linesAfter(style, [pad(column) + lines[0], ...lines.slice(1)]) },
  ];
}

/** Whether a field belongs before another; what has no place in the order does. */
function comesBefore(key: string, field: string, order: readonly string[]): boolean {
  const place = order.indexOf(field);
  return place < 0 || order.indexOf(key) < place;
}

/**
 * The end of the line that ends a value, and of the comments below it that stand further in than
 * what is added: they speak of that value, and a block text added above one would take it in, over
 * blank lines too.
 */
export function belowLine(
  { layout: { text, comments } }: Pick<Sheet, 'layout'>,
  end: number,
  column: number,
): number {
  let at = lineEnd(text, end);
  for (const comment of comments) {
    if (!comment.alone || comment.start < at) continue;
    const begins = lineStart(text, comment.start);
    const next = text.slice(at, begins);
    if (next.trim() !== '' || columnOf(text, comment.start) <= column) break;
    at = comment.end;
  }
  return at;
}

function linesAfter({ eol }: FileStyle, lines: readonly string[]): string {
  return lines.map((line) => eol + line).join('');
}

function pad(column: number): string {
  return ' '.repeat(column);
}

/** Removes a field or item with the lines it stands on; comments above it stay. */
function remove(sheet: Sheet, path: Path): Splice[] {
  const { layout } = sheet;
  const { text } = layout;
  const parent = layoutAt(layout.root, path.slice(0, -1));
  const entry = found(entryAt(layout.root, path));
  if (!parent || parent.kind === 'text') throw new EditError('nothing can be removed there');
  const index = parent.entries.indexOf(entry);
  if (parent.flow) return [removeFlow(text, parent, index)];
  if (parent.entries.length === 1) return [emptied(sheet, path, parent)];
  const start = lineStart(text, entry.start);
  if (text.slice(start, entry.start).trim() === '') {
    const end = lineEnd(text, entry.end);
    const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2))?.[0];
    // At the end of a file without a last line break, the break before goes instead.
    if (lineBreak === undefined) {
      return [{ start: start === 0 ? 0 : previousLineEnd(text, start), end, text: '' }];
    }
    return [{ start, end: end + lineBreak.length, text: '' }];
  }
  // The first field of an item stands behind its dash: the next one comes up to it.
  const next = parent.entries[index + 1];
  const between = next && text.slice(entry.end, next.start);
  if (!between || between.trim() !== '') {
    throw new EditError('the field stands behind the dash of an item, with a comment below it');
  }
  return [{ start: entry.start, end: next.start, text: '' }];
}

function previousLineEnd(text: string, start: number): number {
  return text[start - 2] === '\r' ? start - 2 : start - 1;
}

function removeFlow(text: string, parent: MapLayout | ListLayout, index: number): Splice {
  const entry = found(parent.entries[index]);
  const next = parent.entries[index + 1];
  const before = parent.entries[index - 1];
  if (next) return noComment(text, { start: entry.start, end: next.start, text: '' });
  if (before) return noComment(text, { start: before.end, end: entry.end, text: '' });
  const end = entry.comma === undefined ? entry.end : entry.comma + 1;
  return { start: entry.start, end, text: '' };
}

function noComment(text: string, one: Splice): Splice {
  if (/(?:^|\s)#/.test(text.slice(one.start, one.end))) {
    throw new EditError('there is a comment beside the item, which would be lost');
  }
  return one;
}

/** What has lost all it held is empty brackets. */
function emptied(sheet: Sheet, path: Path, parent: MapLayout | ListLayout): Splice {
  const { text } = sheet.layout;
  const holder = path.length > 1 ? entryAt(sheet.layout.root, path.slice(0, -1)) : undefined;
  const brackets = parent.kind === 'list' ? '[]' : '{}';
  const from = holder?.mark;
  if (from === undefined) return { start: parent.start, end: parent.end, text: brackets };
  noComment(text, { start: from, end: parent.start, text: '' });
  return { start: from, end: parent.end, text: ` ${brackets}` };
}

function rename(sheet: Sheet, path: Path, to: string): Splice[] {
  const { key } = found(entryAt(sheet.layout.root, path));
  if (!key) throw new EditError('an item of a list has no name');
  const flow = insideFlow(sheet.layout.root, path);
  return [{ start: key.start, end: key.end, text: inLikeQuotes(key, to, flow) }];
}

/** Exchanges the texts of items, each with the comments right above it; what is between stays. */
function reorder(sheet: Sheet, path: Path, order: readonly number[]): Splice[] {
  const { layout } = sheet;
  const list = layoutAt(layout.root, path);
  if (list?.kind !== 'list') throw new EditError('only the items of a list have an order');
  const chunks = list.entries.map((entry) =>
    list.flow ? { start: entry.start, end: entry.end } : chunkOf(layout, entry),
  );
  return order.flatMap((from, to) => {
    const slot = chunks[to];
    const chunk = chunks[from];
    if (!slot || !chunk || from === to) return [];
    return [{ ...slot, text: layout.text.slice(chunk.start, chunk.end) }];
  });
}

/** An item of a block list with the comments right above it and those that close it. */
export function chunkOf(layout: DocumentLayout, entry: Entry): { start: number; end: number } {
  const { text, comments } = layout;
  const column = columnOf(text, entry.start);
  let { start } = entry;
  for (const comment of comments.toReversed()) {
    if (comment.start >= start) continue;
    const above = lineStart(text, start);
    const right = comment.alone && columnOf(text, comment.start) === column;
    const ownLine = text.slice(above, start).trim() === '';
    if (!right || !ownLine || lineEnd(text, comment.start) !== previousLineEnd(text, above)) break;
    start = comment.start;
  }
  return { start, end: belowLine({ layout }, entry.end, column) };
}

/** Whether a path leads into brackets. */
function insideFlow(root: Layout | undefined, path: Path): boolean {
  return path.some((_, depth) => {
    const node = layoutAt(root, path.slice(0, depth));
    return node !== undefined && node.kind !== 'text' && node.flow;
  });
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new EditError('there is nothing at this place');
  return value;
}
