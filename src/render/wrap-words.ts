import width from './width.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of colours begin with one.
const COLOURS = /\u001b\[[\d;]*m/g;

/** How lines of a text are brought into a width. */
export interface Room {
  /** Columns of the terminal; undefined where there is none, and nothing to fit. */
  readonly columns: number | undefined;
  /** Columns of the first line that are taken already. */
  readonly before?: number;
  /** What stands before the lines that follow. */
  readonly indent?: string;
}

/** Narrower than this, nothing is wrapped: a word a line is no easier to read. */
const NARROWEST = 20;

/**
 * Breaks lines between words where they are wider than the terminal, which would break within a word.
 * A word wider than a line stays whole, so that a path can be copied; what fits is left as it is.
 */
export function wrapWords(text: string, { columns, before = 0, indent = '' }: Room): string {
  if (columns === undefined || columns < NARROWEST) return text;
  return text
    .split('\n')
    .map((line, index) => wrapLine(line, columns, index === 0 ? before : 0, indent))
    .join('\n');
}

function wrapLine(line: string, columns: number, before: number, indent: string): string {
  if (before + seen(line) <= columns) return line;
  const own = `${/^ */.exec(line)?.[0] ?? ''}${indent}`;
  let written = '';
  let used = before;
  // Each word with the spaces before it, which a break takes the place of.
  for (const [piece] of line.matchAll(/ *[^ ]+| +$/g)) {
    const size = seen(piece);
    const word = piece.trimStart();
    const isFirst = written === '';
    if (!isFirst && word !== '' && used + size > columns) {
      written += `\n${own}${word}`;
      used = own.length + seen(word);
    } else {
      written += piece;
      used += size;
    }
  }
  return written;
}

function seen(text: string): number {
  return width(text.replace(COLOURS, ''));
}
