import { type Html, html } from '../html.ts';
import { type Fill, filled } from './fills.ts';
import { LINE, textAt, widthOf } from './text.ts';

/** A sign with the words for it. */
export interface KeyItem {
  readonly sign: Fill | ((x: number, middle: number) => Html) | null;
  readonly words: string;
}

const SIGN = 22;
const GAP = 18;

/** Signs with their words, one after the other, in as many lines as they need. */
export function keyAt(
  items: readonly KeyItem[],
  left: number,
  top: number,
  right: number,
): { readonly body: Html; readonly height: number } {
  let x = left;
  let line = 0;
  const drawn = items.map(({ sign, words }) => {
    const indent = sign === null ? 0 : SIGN;
    const width = indent + widthOf(words);
    if (x > left && x + width > right) {
      x = left;
      line += 1;
    }
    const middle = top + line * LINE + LINE / 2;
    const at = x;
    x += width + GAP;
    const shown =
      sign === null
        ? undefined
        : typeof sign === 'function'
          ? sign(at + SIGN / 2 - 3, middle)
          : filled(sign, { x: at, y: middle - 7, width: 16, height: 14 });
    return html`${shown}${textAt(at + indent, middle, words)}`;
  });
  return { body: html`${drawn}`, height: items.length === 0 ? 0 : (line + 1) * LINE };
}
