import type { Path, Range } from '../model/diagnostic.ts';
import type { YamlDocument } from './document.ts';

/** A comment that waives rules at a place, or in the whole file. */
export interface Waiver {
  readonly rules: readonly string[];
  /** Why; the text after the colon. Empty where none is given. */
  readonly reason: string;
  /** The value it holds for, with all that is in it; null for the whole file. */
  readonly path: Path | null;
  readonly range: Range;
}

const FORM =
  /^\s*actionplan-ignore(?<file>-file)?(?=[\s:]|$)\s*(?<rules>[^:]*)(?::\s*(?<reason>.*))?$/;

/** Whether the text of a comment is that of a waiver. */
export function isWaiver(text: string): boolean {
  return FORM.test(text);
}

/**
 * The waivers of a file. One on a line of its own holds for the item or field that begins on the
 * next line with text; one at the end of a line for what begins on that line.
 */
export function readWaivers(document: YamlDocument): Waiver[] {
  const waivers: Waiver[] = [];
  // Comments come in the order of the file, and many may stand above one item.
  let last: { line: number; path: Path } | undefined;
  const pathBelow = (line: number): Path => {
    if (!last || last.line <= line) {
      const next = nextTextLine(document, line);
      last = { line: next, path: document.pathAtLine(next) ?? [''] };
    }
    return last.path;
  };
  for (const comment of document.comments) {
    const groups = FORM.exec(comment.text)?.groups;
    if (!groups) continue;
    const rules = (groups['rules'] ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
    const line = comment.range.start.line;
    const path = groups['file']
      ? null
      : comment.alone
        ? pathBelow(line)
        : (document.pathAtLine(line) ?? ['']);
    const reason = (groups['reason'] ?? '').trim();
    // What cannot be seen gives no reason.
    const seen = /[^\s\p{C}]/u.test(reason);
    waivers.push({ rules, reason: seen ? reason : '', path, range: comment.range });
  }
  return waivers;
}

/** Whether a waiver holds for a path: it is the same place or lies around it. */
export function covers(waiver: Waiver, path: Path): boolean {
  return waiver.path === null || waiver.path.every((step, index) => path[index] === step);
}

function nextTextLine(document: YamlDocument, after: number): number {
  for (let line = after + 1; line <= document.source.lineCount; line += 1) {
    const text = document.source.line(line).trim();
    if (text !== '' && !text.startsWith('#')) return line;
  }
  return after;
}
