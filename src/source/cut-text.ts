import type { Path, Place } from '../model/diagnostic.ts';
import type { YamlDocument } from './document.ts';

/**
 * The texts of a file with something like `#2` after them: YAML takes all that follows for a comment.
 * A `# ` with a space is a comment that was meant, and what stands in quotes has its own end.
 */
export function cutTexts(file: string, document: YamlDocument): { at: Place; lost: string }[] {
  const found: { at: Place; lost: string }[] = [];
  for (const comment of document.comments) {
    if (!/^[^\s#]/.test(comment.text) || comment.alone) continue;
    const { range } = comment;
    const { line, column } = range.start;
    const before = [...document.source.line(line)]
      .slice(0, column - 1)
      .join('')
      .trimEnd();
    if (/(?:["':|>\]}-]|[|>][+-]?\d?)$/.test(before)) continue;
    const path = pathUpFrom(document, line);
    if (path) found.push({ at: { file, path, range }, lost: `#${comment.text}`.trimEnd() });
  }
  return found;
}

/** The value that a line is of: it begins there, or above where it goes over several lines. */
function pathUpFrom(document: YamlDocument, line: number): Path | undefined {
  for (let at = line; at > 0; at -= 1) {
    const path = document.pathAtLine(at);
    if (path) return path;
  }
  return undefined;
}
