import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import type { Position } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import { Comment } from './comment.ts';
import type { Read } from './document.ts';
import type { Fault } from './fault.ts';
import { MAX_DEPTH, MAX_LEXEMES } from './limits.ts';
import { oddSpaces, startsOddly } from './odd-spaces.ts';
import { explainSyntax } from './syntax-words.ts';
import { SourceText } from './text.ts';
import { isEmpty, toPositions, toValue } from './yaml-value.ts';

/** How often a recognised fault is mended in memory to look for the next one. */
const MAX_REPAIRS = 25;

interface Parsed {
  readonly source: SourceText;
  readonly document: Document.Parsed | undefined;
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
}

interface Tokens {
  readonly tokens: CST.Token[];
  readonly comments: Comment[];
  readonly faults: Fault[];
  /** Where the last quoted text begins: what an error at the end of the file speaks of. */
  readonly lastQuote: number;
  /** Where the text of a line begins with a space that is none to YAML. */
  readonly oddStarts: readonly number[];
}

/** Reads any YAML, with the words for what is wrong in it. */
export function readYaml(source: SourceText, maxLexemes = MAX_LEXEMES): Read {
  const { source: mended, document, comments, faults } = parseYaml(source, maxLexemes);
  const every = [...faults];
  const contents = document?.contents;
  const value = isEmpty(contents) ? undefined : toValue(contents, mended, every);
  const root = () => (contents ? toPositions(contents) : undefined);
  return { source: mended, value, comments, faults: every, root };
}

/**
 * Reads one YAML document. Only plain YAML is taken: no anchors, aliases, tags, directives or
 * second document, whose effects a reader of the file would not see.
 *
 * A recognised fault (`: ` in a plain value) is mended in memory and the text read again, so that
 * one run shows every such fault, and the rest of the file is still checked.
 */
function parseYaml(source: SourceText, maxLexemes: number): Parsed {
  const faults: Fault[] = [];
  const repairs: Repair[] = [];
  let current = source;
  for (let round = 0; ; round += 1) {
    const marker = round === 0 ? [...loneReturn(current), ...conflictMarkers(current)] : [];
    if (marker.length > 0) {
      return { source: current, document: undefined, comments: [], faults: marker };
    }
    const lexed = tokenize(current, maxLexemes);
    if (lexed.faults.length > 0) {
      return {
        source: current,
        document: undefined,
        comments: [],
        faults: [...faults, ...lexed.faults],
      };
    }
    const [document, second] = compose(lexed.tokens, current.text.length);
    const error = document?.errors[0];
    const odd = round === 0 ? oddSpaces(current, lexed.oddStarts, !error) : undefined;
    if (odd) {
      faults.push(odd.fault);
      repairs.push(...odd.shifts);
      if (odd.mended === undefined) {
        return { source: current, document: undefined, comments: lexed.comments, faults };
      }
      current = new MendedText(odd.mended, source, [...repairs]);
      continue;
    }
    if (error) {
      const { repair, ...fault } = explainSyntax(current, error, lexed.lastQuote);
      faults.push({ ...fault, fix: repair && inSource(current.text, repair, repairs) });
      if (repair) repairs.push(repair);
      if (repair && round < MAX_REPAIRS) {
        const { start, end, text } = repair;
        const mended = current.text.slice(0, start) + text + current.text.slice(end);
        current = new MendedText(mended, source, [...repairs]);
        continue;
      }
      return { source: current, document: undefined, comments: lexed.comments, faults };
    }
    if (second) faults.push(secondDocument(current, second));
    return { source: current, document, comments: lexed.comments, faults };
  }
}

interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with faults mended, whose places are those of the file as it is. */
class MendedText extends SourceText {
  readonly #source: SourceText;
  readonly #repairs: readonly Repair[];

  constructor(text: string, source: SourceText, repairs: readonly Repair[]) {
    super(text);
    this.#source = source;
    this.#repairs = repairs;
  }

  override position(offset: number): Position {
    let at = offset;
    for (const { start, end, text } of this.#repairs.toReversed()) {
      if (at >= start + text.length) at -= text.length - (end - start);
      else if (at > start) at = Math.min(at, end);
    }
    return this.#source.position(at);
  }
}

/** A repair of the mended text as an edit of the source, before the repairs made so far. */
function inSource(
  mended: string,
  { start, end, text }: Repair,
  before: readonly Repair[],
): Edit | undefined {
  let at = start;
  for (const one of before.toReversed()) {
    if (at >= one.start + one.text.length) at -= one.text.length - (one.end - one.start);
    else if (at + (end - start) > one.start) return undefined;
  }
  return { op: 'repair', at, was: mended.slice(start, end), text };
}

/** Lexes and parses by hand, to stop at the limits before they cost anything. */
function tokenize(source: SourceText, maxLexemes: number): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  const faults: Fault[] = [];
  let offset = 0;
  let lexemes = 0;
  let lastQuote = 0;
  let inScalar = false;
  const oddStarts: number[] = [];
  for (const lexeme of new Lexer().lex(source.text)) {
    lexemes += 1;
    if (lexemes > maxLexemes) {
      faults.push(
        plain(
          source,
          offset,
          `the file has more than ${maxLexemes / 1000},000 parts (words and signs), which is the limit`,
          'split it into several plans',
        ),
      );
      break;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) {
      faults.push(
        plain(
          source,
          offset,
          `the file is nested more than ${MAX_DEPTH} levels deep, which is the limit`,
          'lay it out flatter',
        ),
      );
      break;
    }
    const start = offset;
    const first = lexeme[0];
    if (inScalar) {
      inScalar = false;
      if (startsOddly(lexeme) && isAtStart(source.text, offset)) oddStarts.push(offset);
      offset += lexeme.length;
      continue;
    }
    // Marks of the lexer that stand for no text.
    if (first === '\u0002' || first === '\u0018') continue;
    if (first === '\u001f') {
      inScalar = true;
      continue;
    }
    offset += lexeme.length;
    if (first === '"' || first === "'") lastQuote = start;
    else if (first === '#') comments.push(new Comment(source, start, start + lexeme.length));
    else if (first !== undefined && Object.hasOwn(REFUSED, first)) {
      const refused = REFUSED[first];
      if (refused) faults.push(plain(source, start, refused[0], refused[1], start + lexeme.length));
    }
  }
  if (faults.length === 0) for (const token of parser.end()) tokens.push(token);
  return { tokens, comments, faults, lastQuote, oddStarts };
}

/** Whether nothing but spaces stands before an offset in its line. */
function isAtStart(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/.test(line);
}

const QUOTE = 'if it is part of the text, put the text in quotes';

/** What begins a feature of YAML that is not taken. */
const REFUSED: Readonly<Record<string, readonly [string, string]>> = {
  '&': ['`&` begins an anchor, which plan files do not use', QUOTE],
  '*': ['`*` begins an alias, which plan files do not use', QUOTE],
  '!': ['`!` begins a tag, which plan files do not use', QUOTE],
  '%': ['`%` begins a directive, which plan files do not use', 'remove the line'],
};

function compose(tokens: readonly CST.Token[], end: number): Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'failsafe',
    resolveKnownTags: false,
    // Both would be checked in quadratic time; own checks take their place.
    uniqueKeys: false,
    stringKeys: true,
    // Pretty errors quote raw text of the file.
    prettyErrors: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, end)] as Document.Parsed[];
}

/**
 * The first carriage return that is no part of a line break. Other readers of YAML begin a line there,
 * and on a terminal it would let a text be written over: the file would not say what it seems to.
 */
function loneReturn(source: SourceText): Fault[] {
  const at = source.text.search(/\r(?!\n)/);
  if (at < 0) return [];
  return [
    plain(
      source,
      at,
      'a carriage return stands here without a line feed',
      'end lines with a line feed (LF), or with both (CRLF); in a text write it as "\\r" in double quotes',
    ),
  ];
}

/** A conflict whose sides both begin with an entry of a log. */
const TWO_ENTRIES =
  /^<{7}.*\r?\n\s*- +date:[^<>]*?(?:^\|{7}.*\r?\n(?!=)[^<>]*?|^\|{7}.*\r?\n)?^={7}\r?\n\s*- +date:/m;

/** Git's conflict markers at the start of lines; one finding for each conflict. */
function conflictMarkers(source: SourceText): Fault[] {
  const faults: Fault[] = [];
  for (const match of source.text.matchAll(/^<{7}(?: .*)?$/gm)) {
    const twoEntries = TWO_ENTRIES.test(source.text.slice(match.index));
    faults.push({
      rule: 'yaml-syntax',
      message: twoEntries
        ? 'a git conflict: both sides added a progress entry here'
        : 'a git conflict is not resolved here',
      help: twoEntries
        ? '`actionplan fmt --resolve-log FILE` keeps both, in the order of their dates'
        : 'keep one of the two sides and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`',
      range: source.range(match.index, match.index + match[0].trimEnd().length),
    });
  }
  return faults;
}

function secondDocument(source: SourceText, document: Document.Parsed): Fault {
  const start = document.range[0];
  const dashes = source.text.lastIndexOf('---', start);
  const at = dashes >= 0 && source.text.slice(dashes + 3, start).trim() === '' ? dashes : start;
  return {
    rule: 'yaml-syntax',
    message: 'a second YAML document begins here; a file holds one',
    help: 'move it to a file of its own, or remove the line `---`',
    range: source.range(at, at + 3),
  };
}

function plain(source: SourceText, at: number, message: string, help: string, end = at + 1): Fault {
  return { rule: 'yaml-plain', message, help, range: source.range(at, end) };
}
