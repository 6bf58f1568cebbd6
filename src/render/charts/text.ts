import { cleanText } from '../clean-text.ts';
import { type Html, html } from '../html.ts';
import columns from '../width.ts';
import { round } from './number.ts';

/** The size of all text in a picture, in its own units, and the height of a line of it. */
export const SIZE = 16;
export const LINE = 20;

/** From the baseline of a line up to its middle. */
export const MIDDLE = 5.5;

/** Widths of letters in parts of the size, as in Arial and what takes its place. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl'|]/, 0.23],
  [/[ ft.,:;!/\\I[\]]/, 0.28],
  [/[-r()"`{}*]/, 0.39],
  [/[mMW%@]/, 1],
  [/[wGOQ]/, 0.78],
  [/[A-Z&]/, 0.73],
  [/[<>+=~]/, 0.59],
];

function widthOfSign(sign: string): number {
  if (/^[\x20-\x7e]$/.test(sign)) return WIDTHS.find(([which]) => which.test(sign))?.[1] ?? 0.56;
  if (/^[\xa0-\xff]/.test(sign)) return 0.78;
  // What is known of other scripts is only whether a letter has room of its own.
  return columns(sign);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function signsOf(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** About how wide a text is drawn; rather more than less, since readers have fonts of their own. */
export function widthOf(text: string, bold = false): number {
  const ems = signsOf(text).reduce((all, sign) => all + widthOfSign(sign), 0);
  return Math.ceil(ems * SIZE * (bold ? 1.1 : 1.03));
}

/** A text cut to a width; the table of the picture has the whole. */
export function shorten(text: string, width: number, bold = false): string {
  const clean = oneLine(text);
  if (widthOf(clean, bold) <= width) return clean;
  const signs = signsOf(clean);
  let fits = '';
  for (const sign of signs) {
    if (widthOf(`${fits}${sign}…`, bold) > width) break;
    fits += sign;
  }
  return `${fits.trimEnd()}…`;
}

/** A text in lines of a width, at most so many; what has no room is cut off the last. */
export function wrap(text: string, width: number, most: number, bold = false): string[] {
  const lines: string[] = [];
  const words = oneLine(text).split(' ');
  let line = words.shift() ?? '';
  while (words.length > 0 && lines.length < most - 1) {
    const next = `${line} ${words[0]}`;
    if (widthOf(next, bold) > width) {
      lines.push(shorten(line, width, bold));
      line = words.shift() ?? '';
    } else {
      line = next;
      words.shift();
    }
  }
  return [...lines, shorten([line, ...words].join(' '), width, bold)];
}

/** Names that are too long to be of use are not measured sign by sign. */
const LONGEST = 300;

function oneLine(text: string): string {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim();
  return clean.length > LONGEST
    ? `${clean.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`
    : clean;
}

interface TextStyle {
  readonly anchor?: 'middle' | 'end';
  readonly bold?: boolean;
}

/** A line of text whose middle is at a height. */
export function textAt(x: number, middle: number, text: string, style: TextStyle = {}): Html {
  const { anchor, bold } = style;
  return html`<text x="${round(x)}" y="${round(middle + MIDDLE)}"${anchor && html` text-anchor="${anchor}"`}${bold ? html` font-weight="bold"` : undefined}>${text}</text>`;
}
