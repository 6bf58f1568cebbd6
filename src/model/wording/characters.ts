export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const SIGN = 4;

const KINDS: readonly (readonly [number, RegExp])[] = [
  [SPACE, /\s/],
  [LETTER, /\p{L}/u],
  [DIGIT, /\p{N}/u],
];

/** The kinds met so far, since Unicode's own tables are slow to ask; 0 is not yet known. */
export const KNOWN_KINDS = new Uint8Array(0x1_0000);

/** What the character at an offset is; 0 past the end. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  return KNOWN_KINDS[text.charCodeAt(at)] || askKind(text, at);
}

function askKind(text: string, at: number): number {
  const width = widthAt(text, at);
  const character = text.slice(at, at + width);
  const kind = KINDS.find(([, form]) => form.test(character))?.[0] ?? SIGN;
  // Half of a pair says nothing by itself of the character they make.
  if (!isHalf(text.charCodeAt(at))) KNOWN_KINDS[text.charCodeAt(at)] = kind;
  return kind;
}

/** How many units of the text the character at an offset takes. */
export function widthAt(text: string, at: number): 1 | 2 {
  return isHalf(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Whether half of a pair of units that make one character. */
export function isHalf(code: number): boolean {
  return (code & 0xf800) === 0xd800;
}
