// Characters as the fast reader of YAML (plain-yaml.ts) sees them: by their codes.

/** Control characters, tabs, carriage returns, and spaces or line breaks outside ASCII. */
export const UNUSUAL =
  /[\0-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

export const NEWLINE = 10;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const GREATER = 62;
export const OPEN = 91;
export const BACKSLASH = 92;
export const CLOSE = 93;
export const BAR = 124;

/** Past the end of a text; none of its characters is a NUL, which is unusual. */
export const END = 0;

/** The character at an offset. `charCodeAt` is slow past the end, where it gives what is no integer. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : END;
}

/** What each ASCII character may be. */
export const IN_KEY = 1;
export const BEGINS_KEY = 2;
export const BEGINS_PLAIN = 4;
export const IN_FLOW = 8;
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === END) return 0;
  const sign = String.fromCharCode(code);
  return (
    (/[\w.-]/.test(sign) ? IN_KEY : 0) |
    (/[a-zA-Z0-9]/.test(sign) ? BEGINS_KEY : 0) |
    (/[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(sign) ? BEGINS_PLAIN : 0) |
    (/[^\n,[\]{}:#]/.test(sign) ? IN_FLOW : 0)
  );
});

/** Whether a character is of a class; past ASCII it is text. */
export function is(code: number, wanted: number): boolean {
  return code < 128 ? ((CLASSES[code] ?? 0) & wanted) !== 0 : wanted >= BEGINS_PLAIN;
}

/** Whether a space, a line break or the end of the text: what must follow `-` and `:`. */
export function isBreak(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === END;
}
