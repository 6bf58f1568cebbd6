import type { Node } from './node.ts';

/** Some words of a value, as offsets; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where some words of a value stand in the file. A folded or literal block and a text over several
 * lines differ from their value only in white space, so the letters are counted. Undefined where
 * they differ in more, as a quoted text with escapes does. A stretch over a line's end is cut there.
 */
export function stretchInSource(
  source: string,
  node: Node,
  value: string,
  stretch: Stretch,
): Stretch | undefined {
  let at = node.start;
  const sign = source[at] ?? '';
  // The first line of a block is only the sign: `>-`.
  if (sign === '>' || sign === '|') at = source.indexOf('\n', at) + 1;
  else if (sign === '"' || sign === "'") at += 1;
  let start: number | undefined;
  let end = at;
  for (let index = 0; index < stretch.end; index += 1) {
    if (/\s/.test(value[index] ?? '')) continue;
    while (at < node.end && /\s/.test(source[at] ?? '')) at += 1;
    if (source[at] !== value[index]) return undefined;
    if (index >= stretch.start) {
      if (start !== undefined && source.slice(end, at).includes('\n')) return { start, end };
      start ??= at;
      end = at + 1;
    }
    at += 1;
  }
  return start === undefined ? undefined : { start, end };
}
