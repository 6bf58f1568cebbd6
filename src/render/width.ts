import fastWidth from 'fast-string-width';

/** Letters, digits, punctuation and the dashes and quotes of print: one column each. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027]*$/;

/** How many columns of a terminal a text takes. Most texts are plain, and then it is short work. */
export default function width(text: string): number {
  return PLAIN.test(text) ? text.length : fastWidth(text);
}
