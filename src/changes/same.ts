/** A text without how it is wrapped or typed: what is left is what it says. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether two texts, or two that are not given, say the same. */
export function sameText(a: string | undefined | null, b: string | undefined | null): boolean {
  return plain(a ?? '') === plain(b ?? '');
}

/** Whether two lists hold the same texts, in whatever order. */
export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (list: readonly string[]) => list.map(plain).sort();
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** A list as one text; null where it is empty. */
export function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('; ');
}
