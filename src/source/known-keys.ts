/** The keys met last: a file repeats a few of them thousands of times. */
const KEYS: string[] = Array.from({ length: 256 }, () => '');

/** The key between two offsets. As it is the very same text each time, V8 need not look it up anew. */
export function keyAt(text: string, start: number, end: number): string {
  const length = end - start;
  const slot = (text.charCodeAt(start) * 5 + text.charCodeAt(end - 1) * 3 + length) & 255;
  const known = KEYS[slot] ?? '';
  if (known.length === length && text.startsWith(known, start)) return known;
  const key = asName(text.slice(start, end));
  KEYS[slot] = key;
  return key;
}

/** The text as names of properties are kept, which does not keep in memory what it was cut from. */
function asName(key: string): string {
  return Object.keys({ [key]: true })[0] ?? key;
}
