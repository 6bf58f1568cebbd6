export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const SIGN = 4;

const KINDS: readonly (readonly [number, RegExp])[] = [
  [SPACE, /\s/],
  [LETTER, /\p{L}/u],
  [DIGIT, /\p{N}/u],
  [SIGN, /./su],
];

function kindOf(character: string): number {
  return KINDS.find(([, form]) => form.test(character))?.[0] ?? SIGN;
}

/** The kinds met so far, since Unicode's own tables are slow to ask; 0 is not yet known. */
const known = new Uint8Array(0x1_0000);

/** What the character at an offset is; 0 past the end. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  const kind = known[code];
  if (kind) return kind;
  // One half of a pair alone says nothing of the whole.
  if (widthAt(text, at) === 2) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const found = kindOf(text.charAt(at));
  if (code < 0xd800 || code > 0xdfff) known[code] = found;
  return found;
}

/** How many units of the text the character at an offset takes. */
export function widthAt(text: string, at: number): 1 | 2 {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}
