import {
  APOSTROPHE,
  BAR,
  BEGINS_PLAIN,
  CLOSE,
  COLON,
  COMMA,
  codeAt,
  DASH,
  END,
  GREATER,
  HASH,
  IN_FLOW,
  is,
  isBreak,
  isEscaped,
  keyEnd,
  lineEnd,
  NEWLINE,
  OPEN,
  QUOTE,
  SPACE,
  spacesAt,
  UNUSUAL,
} from './characters.ts';
import { keyAt } from './known-keys.ts';
import type { Entry, Node } from './node.ts';
import { quotedText } from './quoted-text.ts';
import { Mapping, type Value } from './value.ts';

/**
 * The fast reader: takes the plain part of YAML that nearly every plan is written in, some thirty
 * times as fast as the full reader (yaml.ts), and gives exactly the same values, comments and
 * positions. Where it is not sure it gives up, and the full reader takes over; it never finds
 * faults itself. What it takes:
 *
 * - mappings and lists over lines, keys of letters, digits, `.`, `_` and `-`;
 * - plain and quoted texts, also over several lines, with the escapes `\\ \" \/ \n \t`;
 * - literal and folded texts with `+` or `-`;
 * - lists of texts on one line, `[a, "b"]`;
 * - comments.
 *
 * A property test holds it to the full reader on changed and broken files (test/source).
 */
export interface Plain {
  readonly value: Value;
  /** Start and end of each comment, one after the other. */
  readonly comments: readonly number[];
  /** An upper bound of what the full reader would count, close above it. */
  readonly lexemes: number;
  /** Only when asked for. */
  readonly root: Node | undefined;
}

/** Reads a text, or gives up. Positions cost more than values, so they are made only when wanted. */
export function readPlain(text: string, withPositions = false): Plain | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new PlainReader(text, withPositions).read();
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

/** The positions in a mapping that begins at an offset, of a text that was read before. */
export function positionsFrom(text: string, start: number): Node | undefined {
  return new PlainReader(text, true).positionsFrom(start);
}

const UNSURE = new Error('not plain enough for the fast reader');
/** Far below the limit of the full reader, which counts differently. */
const MAX_DEPTH = 16;

/** Gives up. */
function unsure(): never {
  throw UNSURE;
}

/**
 * Goes through the text once. Between methods, `#at` is at the next sign of the structure (a key,
 * a dash or what a value begins with) and `#column` is its column.
 */
class PlainReader {
  readonly #text: string;
  readonly #withPositions: boolean;
  readonly #comments: number[] = [];
  #lexemes = 2;
  #depth = 0;
  #at = 0;
  /** At the end of the text: -1. */
  #column = 0;
  /** Of the value last read, when positions are wanted. */
  #node: Node | undefined;

  constructor(text: string, withPositions: boolean) {
    this.#text = text;
    this.#withPositions = withPositions;
  }

  read(): Plain {
    this.#toContent(0);
    if (this.#column !== 0) unsure();
    const value = this.#block();
    if (this.#column >= 0) unsure();
    return { value, comments: this.#comments, lexemes: this.#lexemes, root: this.#node };
  }

  positionsFrom(start: number): Node | undefined {
    this.#at = start;
    this.#column = start - 1 - this.#text.lastIndexOf('\n', start - 1);
    this.#block();
    return this.#node;
  }

  /** A mapping or list whose keys or dashes stand at this column. */
  #block(): Value {
    if (++this.#depth > MAX_DEPTH) unsure();
    const column = this.#column;
    const value = this.#atDash() ? this.#list(column) : this.#mapping(column);
    if (this.#column > column) unsure();
    this.#depth -= 1;
    return value;
  }

  #mapping(column: number): Value {
    const start = this.#at;
    const mapping = new Mapping(start);
    const entries: Entry[] = [];
    do {
      const keyStart = this.#at;
      const end = keyEnd(this.#text, keyStart);
      if (end < 0) unsure();
      const name = keyAt(this.#text, keyStart, end);
      if (mapping[name] !== undefined) unsure();
      this.#lexemes += 5;
      this.#at = end + 1;
      mapping[name] = this.#entryValue(column);
      if (this.#node) entries.push({ name, start: keyStart, end, value: this.#node });
    } while (this.#column === column);
    this.#place('block', start, start, { entries });
    return mapping;
  }

  /** What follows `key:`, on its line or on the lines below. */
  #entryValue(column: number): Value {
    const end = this.#at;
    this.#skipSpaces();
    const code = codeAt(this.#text, this.#at);
    if (code !== NEWLINE && code !== HASH && code !== END) return this.#scalar(column);
    this.#lexemes += 1;
    this.#finishLine();
    const isList = this.#column >= column && this.#atDash();
    if (isList || (this.#column > column && keyEnd(this.#text, this.#at) >= 0))
      return this.#block();
    if (this.#column > column) return this.#scalar(column);
    this.#place('empty', end, end);
    return '';
  }

  #list(column: number): Value {
    const start = this.#at;
    const list: Value[] = [];
    const items: Node[] = [];
    do {
      const dash = this.#at;
      this.#lexemes += 3;
      this.#at += 1;
      this.#skipSpaces();
      if (this.#atDash() || keyEnd(this.#text, this.#at) >= 0) {
        this.#column = column + this.#at - dash;
        list.push(this.#block());
      } else {
        list.push(this.#scalar(column));
      }
      if (this.#node) items.push(this.#node);
    } while (this.#column === column && this.#atDash());
    this.#place('block', start, start, { items });
    return list;
  }

  /** A text or a list in brackets, whose key or dash stands at a column. */
  #scalar(column: number): Value {
    const start = this.#at;
    const code = codeAt(this.#text, start);
    this.#lexemes += 3;
    if (code === BAR || code === GREATER) return this.#blockText(column, code === GREATER);
    if (code === OPEN) return this.#flowList();
    if (code !== QUOTE && code !== APOSTROPHE) return this.#plain(column);
    const value = this.#quoted(code, column);
    this.#place('text', start, this.#at);
    this.#finishLine();
    return value;
  }

  #plain(column: number): string {
    const start = this.#at;
    if (!is(codeAt(this.#text, start), BEGINS_PLAIN)) unsure();
    this.#plainLine();
    let end = this.#at;
    let value = this.#text.slice(start, end);
    const comments = this.#comments.length;
    for (;;) {
      const blank = this.#finishLine();
      if (this.#column <= column) break;
      // After a comment the text cannot go on.
      if (this.#comments.length > comments) unsure();
      const next = this.#at;
      this.#plainLine();
      end = this.#at;
      value += (blank === 0 ? ' ' : '\n'.repeat(blank)) + this.#text.slice(next, end);
    }
    this.#place('text', start, end);
    return value;
  }

  /** Moves past the plain text on this line. */
  #plainLine(): void {
    const text = this.#text;
    let end = this.#at;
    for (let at = end; ; at += 1) {
      const code = codeAt(text, at);
      if (code === NEWLINE || code === END) break;
      if (code === SPACE) continue;
      if (code === COLON && isBreak(codeAt(text, at + 1))) unsure();
      if (code === HASH && end < at) break;
      end = at + 1;
    }
    this.#at = end;
  }

  /** Moves past a quoted text, of which every further line stands right of `column`. */
  #quoted(quote: number, column: number): string {
    const text = this.#text;
    const mark = quote === QUOTE ? '"' : "'";
    const start = this.#at + 1;
    let end = text.indexOf(mark, start);
    if (quote === QUOTE) {
      while (end > 0 && isEscaped(text, end)) end = text.indexOf(mark, end + 1);
    } else {
      while (end > 0 && text[end + 1] === mark) end = text.indexOf(mark, end + 2);
    }
    if (end < 0) unsure();
    this.#at = end + 1;
    return quotedText(text.slice(start, end), mark, column) ?? unsure();
  }

  /** A list in brackets on one line, of texts only. */
  #flowList(): Value {
    const text = this.#text;
    const open = this.#at;
    const list: string[] = [];
    const items: Node[] = [];
    for (;;) {
      this.#at += 1;
      this.#countSpaces();
      const start = this.#at;
      const code = codeAt(text, start);
      if (code === CLOSE && list.length === 0) break;
      this.#lexemes += 3;
      if (code === QUOTE || code === APOSTROPHE) {
        list.push(this.#quoted(code, Number.POSITIVE_INFINITY));
      } else {
        if (!is(code, BEGINS_PLAIN)) unsure();
        while (is(codeAt(text, this.#at), IN_FLOW)) this.#at += 1;
        while (codeAt(text, this.#at - 1) === SPACE) this.#at -= 1;
        list.push(text.slice(start, this.#at));
      }
      if (this.#withPositions) items.push({ kind: 'text', start, end: this.#at });
      this.#countSpaces();
      const next = codeAt(text, this.#at);
      if (next === CLOSE) break;
      if (next !== COMMA) unsure();
    }
    this.#at += 1;
    this.#place('flow', open, this.#at, { items });
    this.#finishLine();
    return list;
  }

  /** A literal (`|`) or folded (`>`) text, which stands right of `column`. */
  #blockText(column: number, folded: boolean): string {
    const text = this.#text;
    const start = this.#at;
    const chomping = text.charAt(start + 1);
    this.#lexemes += 1;
    this.#at += chomping === '-' || chomping === '+' ? 2 : 1;
    this.#endLine();
    let line = this.#at + 1;
    while (codeAt(text, line) === NEWLINE) line += 1;
    let value = '\n'.repeat(line - this.#at - 1);
    const indent = spacesAt(text, line);
    // Nothing to read in it, or blanks whose spaces count.
    if (indent <= column || isBreak(codeAt(text, line + indent))) unsure();
    let end = line;
    let breaks = 0;
    let gap = '';
    let wasDeeper = false;
    for (;;) {
      const from = line + indent;
      const deeper = codeAt(text, from) === SPACE;
      if (breaks > 0) {
        gap = '\n';
        if (folded && !deeper && !wasDeeper) gap = breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
        else if (breaks > 1) gap = '\n'.repeat(breaks);
      }
      end = lineEnd(text, from);
      value += gap + text.slice(from, end);
      wasDeeper = deeper;
      line = end;
      breaks = 0;
      let spaces = 0;
      let code = codeAt(text, line);
      while (code === NEWLINE) {
        breaks += 1;
        line += 1;
        spaces = spacesAt(text, line);
        code = codeAt(text, line + spaces);
        if (code === NEWLINE) {
          // A blank line whose spaces count.
          if (spaces > indent) unsure();
          line += spaces;
        }
      }
      if (code === END && spaces > 0) unsure();
      if (spaces < indent || code === END) break;
    }
    this.#place('text', start, end);
    // Blank lines below it are a part of it only where it keeps them.
    if (chomping !== '+' && breaks > 1) this.#lexemes += 2 * (breaks - 1);
    this.#toContent(line);
    if (chomping === '-') return value;
    return value + (chomping === '+' ? '\n'.repeat(Math.max(1, breaks)) : '\n');
  }

  /** Whether a dash of a list is next. */
  #atDash(): boolean {
    const text = this.#text;
    return codeAt(text, this.#at) === DASH && isBreak(codeAt(text, this.#at + 1));
  }

  #skipSpaces(): void {
    while (codeAt(this.#text, this.#at) === SPACE) this.#at += 1;
  }

  /** Moves past spaces that the full reader counts as a part of their own. */
  #countSpaces(): void {
    if (codeAt(this.#text, this.#at) === SPACE) this.#lexemes += 1;
    this.#skipSpaces();
  }

  /** Moves to the end of the line, where only a comment may stand. */
  #endLine(): void {
    const from = this.#at;
    this.#countSpaces();
    const code = codeAt(this.#text, this.#at);
    if (code === HASH && this.#at > from) this.#comment();
    else if (code !== NEWLINE && code !== END) unsure();
  }

  #comment(): void {
    const start = this.#at;
    this.#at = lineEnd(this.#text, start);
    this.#comments.push(start, this.#at);
    this.#lexemes += 3;
  }

  /** Moves from the end of a value to what comes next on the lines below; gives the blank lines. */
  #finishLine(): number {
    this.#endLine();
    return this.#toContent(this.#at + 1);
  }

  /** Moves to the first content from the beginning of a line on; gives the blank lines before it. */
  #toContent(line: number): number {
    const text = this.#text;
    let blank = 0;
    let start = line;
    for (;;) {
      this.#at = start;
      this.#skipSpaces();
      const code = codeAt(text, this.#at);
      if (code === HASH) this.#comment();
      else if (code === NEWLINE) {
        blank += 1;
        this.#lexemes += 2;
      } else {
        this.#column = code === END ? -1 : this.#at - start;
        return blank;
      }
      start = this.#at + 1;
    }
  }

  #place(kind: Node['kind'], start: number, end: number, parts?: Partial<Node>): void {
    if (this.#withPositions) this.#node = { kind, start, end, ...parts };
  }
}
