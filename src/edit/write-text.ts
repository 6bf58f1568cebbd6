/** How wide a line of a file may be before its text is wrapped. */
export const WIDTH = 100;

/** What YAML takes for a sign at the beginning of a text, and what other readers may. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`=<~ \t]|^\.\.\./;
/** What other readers of YAML take for a truth value, nothing or a number. */
const OTHER_TYPE =
  /^(?:true|false|yes|no|on|off|y|n|null|[-+]?(?:\d[\d_]*)?(?:\d|\.\d|\d\.)[\d_]*(?:e[-+]?\d+)?|0x[\da-f_]+|0o[0-7_]+|0b[01_]+|[-+]?\d[\d_]*(?::\d\d?)+(?:\.[\d_]*)?|[-+]?\.(?:inf|nan))$/i;
/** Fields that hold dates: a year stays plain there, as FORMAT shows it. */
const DATE_FIELDS = new Set([
  'date',
  'submitted',
  'published',
  'target',
  'review',
  'raised',
  'completed',
  'until',
]);

/** Whether a text may stand without quotes, for this and every other reader of YAML. */
export function isPlain(text: string, flow: boolean, field?: string | number): boolean {
  if (
    text === '' ||
    INDICATOR.test(text) ||
    /[ \t:]$|:[ \t]|[ \t]#|\p{C}|\p{Zl}|\p{Zp}/u.test(text)
  )
    return false;
  if (flow && /[,[\]{}]/.test(text)) return false;
  if (/^\d{4}$/.test(text) && DATE_FIELDS.has(String(field))) return true;
  return !OTHER_TYPE.test(text);
}

/** A text on one line: plain where it may be, else in double quotes. */
export function inlineText(text: string, flow: boolean, field?: string | number): string {
  return isPlain(text, flow, field) ? text : doubleQuoted(text);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

/** In double quotes any text can be written; what cannot be seen is written as its number. */
export function doubleQuoted(text: string): string {
  const escaped = text.replace(
    /["\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{fffe}\u{ffff}]/gu,
    (character) => {
      const short = SHORT_ESCAPES[character];
      if (short !== undefined) return short;
      const code = character.codePointAt(0) ?? 0;
      const hex = code.toString(16).toUpperCase();
      return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
    },
  );
  return `"${escaped}"`;
}

/** In single quotes, where the text can be written so. */
export function singleQuoted(text: string): string | undefined {
  return /\p{C}|\p{Zl}|\p{Zp}/u.test(text) ? undefined : `'${text.replaceAll("'", "''")}'`;
}

/** A block text: its header, and its lines without indentation. */
export interface BlockText {
  readonly header: string;
  readonly lines: readonly string[];
}

/**
 * A text as a folded block (`>-`), wrapped to fit into so many columns; undefined where folding
 * could not give it back: a line that begins with a space, one that ends with one, signs that
 * cannot be seen.
 */
export function foldedText(text: string, columns: number): BlockText | undefined {
  const body = blockBody(text);
  if (!body || body.text.split('\n').some((line) => /^[ \t]|[ \t]$/.test(line))) return undefined;
  const paragraphs = body.text.split('\n');
  const lines: string[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    // One line break of the text is an empty line between two others.
    if (index > 0) lines.push('');
    if (paragraph !== '') lines.push(...wrap(paragraph, columns));
    else if (index === 0) return undefined;
  }
  return { header: `>${body.chomping}`, lines };
}

/** A text as a literal block (`|-`), line for line; undefined where it cannot be. */
export function literalText(text: string): BlockText | undefined {
  const body = blockBody(text);
  if (!body || /^[ \t\n]/.test(body.text)) return undefined;
  const lines = body.text.split('\n');
  if (lines.some((line) => /^[ \t]+$/.test(line))) return undefined;
  return { header: `|${body.chomping}`, lines };
}

/** The text without the line breaks at its end, and how a header says how many there are. */
function blockBody(text: string): { text: string; chomping: string } | undefined {
  if (/[^\P{C}\n\t]|\p{Zl}|\p{Zp}/u.test(text)) return undefined;
  const body = text.replace(/\n+$/, '');
  const breaks = text.length - body.length;
  // Several would be kept by `>+`, which takes in whatever blank lines follow in the file.
  if (body === '' || breaks > 1) return undefined;
  return { text: body, chomping: breaks === 0 ? '-' : '' };
}

/** Breaks a paragraph at single spaces, which folding turns back into spaces. */
export function wrap(paragraph: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of paragraph.split(/(?<=[^ \t]) (?=[^ \t])/)) {
    const size = [...word].length;
    if (line !== '' && length + 1 + size > columns) {
      lines.push(line);
      line = word;
      length = size;
    } else {
      length += line === '' ? size : size + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
