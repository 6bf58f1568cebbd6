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
const BACKSLASH = 92;
export const CLOSE = 93;
export const BAR = 124;

/** Past the end of a text; none of its characters is a NUL, which is unusual. */
export const END = 0;

/** The character at an offset. `charCodeAt` is slow past the end, where it gives what is no integer. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : END;
}

/** What each ASCII character may be. */
const IN_KEY = 1;
const BEGINS_KEY = 2;
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

/** Longer keys are left to the full reader. */
const MAX_KEY = 100;

/** Where the key at an offset ends, which is at its colon; -1 if no key is there. */
export function keyEnd(text: string, start: number): number {
  let at = start;
  if (!is(codeAt(text, at), BEGINS_KEY)) return -1;
  while (is(codeAt(text, at), IN_KEY)) at += 1;
  const isKey = codeAt(text, at) === COLON && isBreak(codeAt(text, at + 1));
  return isKey && at - start < MAX_KEY ? at : -1;
}

/** How many spaces stand at an offset. */
export function spacesAt(text: string, start: number): number {
  let at = start;
  while (codeAt(text, at) === SPACE) at += 1;
  return at - start;
}

/** Where the line of an offset ends: at its line break, or at the end of the text. */
export function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** Whether an odd number of backslashes stands before. */
export function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (codeAt(text, first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** Whether a space, a line break or the end of the text: what must follow `-` and `:`. */
export function isBreak(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === END;
}
