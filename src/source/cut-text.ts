import type { Path, Place } from '../model/diagnostic.ts';
import type { Comment } from './comment.ts';
import type { YamlDocument } from './document.ts';
import { Mapping, valueAt } from './value.ts';
import { isWaiver } from './waiver.ts';

/** Fields that hold sentences, in which a `#` may stand for a number. */
const PROSE = new Set(
  'title item publisher notes theme text response agreed-part action measure achievable realistic'.split(
    ' ',
  ),
);
/** Fields that hold names: a comment behind one is usual, unless it goes on with a number. */
const NAMES = new Set(['owner', 'to', 'by']);

/** Whether a `#` in a field may be a part of its text. */
export function mayHoldHash(field: string | number | undefined): boolean {
  return typeof field === 'string' && (PROSE.has(field) || NAMES.has(field));
}

/** What ends before a comment and is no plain text: a quote, a bracket, a key, a block's header. */
const OTHER_END = /(?:["':|>\]}-]|[|>][+-]?\d?)$/;

/**
 * The texts of a file that go on after a `#`: YAML takes all that follows for a comment. `#2` is seldom
 * meant as one, and neither is `# 2` in a sentence. A comment that was meant behind a sentence is set
 * off by two spaces or more, and what stands in quotes has its own end.
 */
export function cutTexts(file: string, document: YamlDocument): { at: Place; lost: string }[] {
  const found: { at: Place; lost: string }[] = [];
  for (const comment of document.comments) {
    const { text } = comment;
    const joined = /^[^\s#]/.test(text);
    if (!joined && !mayGoOn(comment)) continue;
    if (comment.alone) continue;
    const { range } = comment;
    const { line, column } = range.start;
    const before = [...document.source.line(line)]
      .slice(0, column - 1)
      .join('')
      .trimEnd();
    if (OTHER_END.test(before)) continue;
    const path = pathUpFrom(document, line);
    if (!path || !(joined || isCut(document, path, before, comment))) continue;
    found.push({ at: { file, path, range }, lost: `#${text}`.trimEnd() });
  }
  return found;
}

/** Whether a `# ` may be a part of a text: one space before it, or a number after it. */
function mayGoOn({ text, setOff }: Comment): boolean {
  return /^ +\S/.test(text) && (!setOff || isNumber(text)) && !isWaiver(text);
}

function isNumber(text: string): boolean {
  return /^ +\d/.test(text);
}

/** Whether what stands before a comment is a text of sentences, or a name that goes on. */
function isCut(document: YamlDocument, path: Path, before: string, { text }: Comment): boolean {
  let value = valueAt(document.value, path);
  let field = path.findLast((step) => typeof step === 'string');
  // `- title: …`: what begins on the line is the item, and its first field with it.
  while (value instanceof Mapping) {
    field = Object.keys(value)[0];
    value = field === undefined ? undefined : valueAt(value, [field]);
  }
  if (typeof value !== 'string' || typeof field !== 'string') return false;
  const lastWord = /\S*$/.exec(value)?.[0] ?? '';
  if (!before.endsWith(lastWord)) return false;
  return PROSE.has(field) || (NAMES.has(field) && isNumber(text));
}

/** The value that a line is of: it begins there, or above where it goes over several lines. */
function pathUpFrom(document: YamlDocument, line: number): Path | undefined {
  for (let at = line; at > 0; at -= 1) {
    const path = document.pathAtLine(at);
    if (path) return path;
  }
  return undefined;
}
