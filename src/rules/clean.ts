import { UNCLEAN } from '../model/unclean.ts';

/** What is neither plain nor certain to be clean: most texts hold none of it. */
const SUSPECT = /[^\x20-\x7e\n\r£‘’“”–—•…]| {2}/;

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a non-breaking space',
  '\u200b': 'a zero-width space',
  '\u00ad': 'a soft hyphen',
  '\t': 'a tab',
};

/** What is not clean in a text, each kind once, by code point and never raw. */
export function uncleanIn(text: string): string {
  if (!SUSPECT.test(text)) return '';
  const kinds = new Set<string>();
  for (const [found] of text.matchAll(UNCLEAN)) {
    if (found.startsWith(' ')) kinds.add('doubled spaces');
    else {
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      kinds.add(`${NAMES[found] ?? 'an invisible or control character'} (U+${code})`);
    }
  }
  return [...kinds].join(', ');
}
