import type { Fault } from './fault.ts';
import type { SourceText } from './text.ts';

/** As wide as a space and no space to YAML: they come with text copied from Word or a web page. */
const WIDE = '\u00a0\u1680\u2000-\u200a\u202f\u205f';
/** Of no width. */
const NONE = '\u200b\u2060\ufeff';
/** Twice as wide, so that nobody can tell how many spaces are meant. */
const DOUBLE = '\u3000';
const ANY = `${WIDE}${NONE}${DOUBLE}`;

/** What the start of a text that is not quoted looks like where its line begins with such a space. */
const STARTS = new RegExp(`^(?:-?[${ANY}]|[\\w.-]+:[${ANY}])`);
/** All that stands before the content of a line. */
const LEAD = new RegExp(`^[ ${ANY}]*(?:-[ ${ANY}]+)*(?:[\\w.-]+:[ ${ANY}]+)?`);
const FIRST = new RegExp(`[${ANY}]`);

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a non-breaking space',
  '\u202f': 'a narrow non-breaking space',
  '\u2002': 'an en space',
  '\u2003': 'an em space',
  '\u2009': 'a thin space',
  '\u200b': 'a zero-width space',
  '\u3000': 'an ideographic space',
};

/** One stretch of the text, and what is to stand there. */
interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether a text that begins where nothing but spaces stands before it in its line begins so. */
export function startsOddly(text: string): boolean {
  return STARTS.test(text);
}

/** So many that change the length of the text are mended; each makes every place dearer to tell. */
const MOST_CHANGES = 500;

interface OddSpaces {
  readonly fault: Fault;
  /** The text with plain spaces; undefined where it is not certain how many are meant. */
  readonly mended: string | undefined;
  /** What shifts places in it, from the end to the start. */
  readonly shifts: readonly Repair[];
}

/**
 * The fault that spaces other than the plain one indent lines, or stand behind their dash or colon.
 * It is told at the first of these lines, for all of them.
 */
export function oddSpaces(
  source: SourceText,
  /** Where the lines in question have their first text. */
  starts: readonly number[],
  /** Whether the file is YAML as it is, so that such a space may be the start of a text. */
  isYaml: boolean,
): OddSpaces | undefined {
  const leads = starts.flatMap((at) => leadOf(source, at, isYaml));
  const [first] = leads;
  const last = leads.at(-1);
  if (!first || !last) return undefined;
  const at = first.start + first.was.search(FIRST);
  const sign = source.text[at] ?? '';
  const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const others = leads.length - 1;
  const more = others === 0 ? '' : `, and in ${others} other line${others === 1 ? '' : 's'}`;
  const shifts = leads.filter(({ was, text }) => was.length !== text.length).toReversed();
  const certain = shifts.length <= MOST_CHANGES && leads.every(({ was }) => !was.includes(DOUBLE));
  const { text: before } = source;
  const text = replaced(before, leads);
  const was = before.slice(first.start, last.end);
  return {
    fault: {
      rule: 'yaml-syntax',
      message: `${NAMES[sign] ?? 'a space of another kind'} (U+${code}) stands here${more}, where YAML takes only plain spaces`,
      help: 'replace such spaces by plain ones; they come with text copied from Word or a web page',
      range: source.range(at, at + 1),
      ...(certain && { fix: { op: 'repair', at: first.start, was, text } as const }),
    },
    mended: certain ? before.slice(0, first.start) + text + before.slice(last.end) : undefined,
    shifts,
  };
}

/** The start of a line with such spaces, if they are no part of a text. */
function leadOf(source: SourceText, at: number, isYaml: boolean): (Repair & { was: string })[] {
  const start = source.text.lastIndexOf('\n', at - 1) + 1;
  const newline = source.text.indexOf('\n', at);
  const line = source.text.slice(start, newline < 0 ? source.text.length : newline);
  const was = LEAD.exec(line)?.[0] ?? '';
  const isStructure =
    /-[^-]*$|:[^:]*$/.test(was) || /^[\w.-]+:(?: |$)/.test(line.slice(was.length));
  if (!FIRST.test(was) || (isYaml && !isStructure)) return [];
  const text = was
    .replace(new RegExp(`[${WIDE}]`, 'g'), ' ')
    .replace(new RegExp(`[${NONE}]`, 'g'), '');
  return [{ start, end: start + was.length, was, text }];
}

/** The text from the first of these to the last, as it is to be. */
function replaced(text: string, leads: readonly Repair[]): string {
  const parts: string[] = [];
  let at = leads[0]?.start ?? 0;
  for (const lead of leads) {
    parts.push(text.slice(at, lead.start), lead.text);
    at = lead.end;
  }
  return parts.join('');
}
