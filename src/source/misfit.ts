import type { SourceText } from './text.ts';

/** A line whose indentation or dash fits nothing above it. */
export interface Misfit {
  readonly line: number;
  readonly kind: 'indent' | 'dash';
}

/** A mapping or list that a line may go on. */
interface Level {
  readonly indent: number;
  readonly list: boolean;
  /** Whether its last field or item has nothing behind its colon or dash yet. */
  open: boolean;
}

const FIELD = /^[a-z][a-z-]*:(?= |$)/;
const BLOCK = /^[>|][+-]?\d?[+-]?(?:\s+#.*)?$/;

/**
 * The first line down to `last` that fits nothing above it. The YAML reader often stumbles only on
 * a later line, which is as it should be. Undefined where lines cannot be told apart so simply.
 */
export function firstMisfit(source: SourceText, last: number): Misfit | undefined {
  const levels: Level[] = [{ indent: 0, list: false, open: false }];
  /** What stands further in than this is a text laid out over lines. */
  let inText = Infinity;
  for (let number = 1; number <= last && number <= source.lineCount; number += 1) {
    const text = source.line(number);
    const indent = text.length - text.trimStart().length;
    if (text.trim() === '' || (indent > inText && inText !== Infinity)) continue;
    inText = Infinity;
    if (/^(?:\s*#|---$)/.test(text)) continue;
    const kind = misfit(levels, text, indent);
    if (kind === 'unclear') return undefined;
    if (kind) return { line: number, kind };
    const { column, rest } = content(text, indent);
    const value = rest.replace(FIELD, '').trim();
    if (/^["'[{]/.test(value) && !isClosed(value)) return undefined;
    if (BLOCK.test(value)) inText = column;
  }
  return undefined;
}

/** Whether a line fits the levels so far, which it then changes. */
function misfit(
  levels: Level[],
  text: string,
  indent: number,
): Misfit['kind'] | 'unclear' | undefined {
  const { column, rest, dashes } = content(text, indent);
  const isField = FIELD.test(rest);
  const above = levels.at(-1);
  // A text that goes on.
  if (!isField && dashes.length === 0) {
    return above && indent > above.indent ? undefined : 'unclear';
  }
  const isBack = above !== undefined && above.indent > indent;
  while ((levels.at(-1)?.indent ?? -1) > indent) levels.pop();
  let level = levels.at(-1);
  if (!level) return 'unclear';
  if (level.indent < indent) {
    if (isBack) return 'indent';
    // Behind a text, a list may be meant as a part of it.
    if (!level.open) return dashes.length > 0 ? 'unclear' : 'indent';
  } else if (dashes.length > 0 && !level.list) {
    if (!level.open) return 'dash';
  } else if (dashes.length === 0 && level.list) {
    // A list may stand as far in as the key it belongs to.
    levels.pop();
    level = levels.at(-1);
    if (level?.indent !== indent || level.list) return 'unclear';
  }
  for (const dash of dashes) enter(levels, dash, true, true);
  if (isField)
    enter(
      levels,
      column,
      false,
      rest
        .replace(FIELD, '')
        .replace(/\s+#.*$/, '')
        .trim() === '',
    );
  else enterText(levels);
  return undefined;
}

function enter(levels: Level[], indent: number, list: boolean, open: boolean): void {
  const level = levels.at(-1);
  if (level?.indent === indent && level.list === list) level.open = open;
  else levels.push({ indent, list, open });
}

/** An item that is a text has nothing in it. */
function enterText(levels: Level[]): void {
  const level = levels.at(-1);
  if (level) level.open = false;
}

/** What stands behind the dashes of a line, and their columns. */
function content(text: string, indent: number): { column: number; rest: string; dashes: number[] } {
  const dashes: number[] = [];
  let column = indent;
  for (
    let match = /^-(?: +|$)/.exec(text.slice(column));
    match;
    match = /^-(?: +|$)/.exec(text.slice(column))
  ) {
    dashes.push(column);
    column += match[0].length;
  }
  return { column, rest: text.slice(column), dashes };
}

function isClosed(value: string): boolean {
  const bare = value.replace(/\s+#.*$/, '').trimEnd();
  const ends: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };
  return bare.length > 1 && bare.endsWith(ends[bare[0] ?? ''] ?? '');
}
