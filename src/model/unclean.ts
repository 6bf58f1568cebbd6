/**
 * What does not belong in a text: invisible, control and bidirectional characters, special and
 * doubled spaces.
 */
export const UNCLEAN = /[^\P{C}\n\r]|[\u00a0\u2007\u202f\u2028\u2029\u3164]|(?<=\S) {2,}(?=\S)/gu;

/** Invisible signs that carry no meaning wherever they stand; a joiner between letters may. */
const MEANINGLESS = /[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\n\r\t]/gu;

/**
 * The text without what is unclean in it, as far as that needs no judgement: joiners, direction
 * marks and unassigned characters stay, since only the writer knows what was meant.
 */
export function cleanedText(text: string): string {
  return text
    .replace(/[\t\u00a0\u2007\u202f\u3164]/g, ' ')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(MEANINGLESS, '')
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ');
}
