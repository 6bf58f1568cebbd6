/** A word or sign of a text, with its offsets in it. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Words keep their hyphens, apostrophes, decimals and percent signs: "roll-out", "28-day", "95%". */
const WORD =
  /[£$€]?\p{N}+(?:[.,]\p{N}+)*(?:%|[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*)|\p{L}[\p{L}\p{N}]*(?:[-'’][\p{L}\p{N}]+)*['’]?|[^\s\p{L}\p{N}]/gu;

/** Short forms whose full stop ends no sentence. */
const SHORT_FORMS: ReadonlySet<string> = new Set(
  'e i g eg ie etc no nos dr mr mrs ms st vs s ss para paras rec recs fig cf approx inc ltd'.split(
    ' ',
  ),
);

/** No sentence of a commitment is as long; it bounds the work on a text without full stops. */
const MAX_WORDS = 250;

/** The sentences of a text, each as its words. A line of its own, as in a list, is one too. */
export function sentencesOf(text: string): Word[][] {
  const sentences: Word[][] = [];
  let current: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const start = match.index;
    const gap = text.slice(last, start);
    const ends = endsSentence(current, gap, found) || /\n\s*\n/.test(gap);
    if (current.length > 0 && (ends || current.length >= MAX_WORDS)) {
      sentences.push(current);
      current = [];
    }
    current.push({
      text: found,
      lower: found.toLowerCase().replace('’', "'").replace(/'$/, ''),
      start,
      end: start + found.length,
    });
    last = start + found.length;
  }
  if (current.length > 0) sentences.push(current);
  return sentences.filter((words) => words.some((word) => /[\p{L}\p{N}]/u.test(word.text)));
}

function endsSentence(words: readonly Word[], gap: string, next: string): boolean {
  let at = words.length - 1;
  while (at > 0 && /^["'”’)\]]$/.test(words[at]?.text ?? '')) at -= 1;
  const last = words[at]?.text ?? '';
  if (last === '•' || last === '▪') return false;
  if (!/^[.!?]$/.test(last) || gap === '') return false;
  const before = words[at - 1]?.lower ?? '';
  if (last === '.' && SHORT_FORMS.has(before)) return false;
  return !/^\p{Ll}/u.test(next);
}
