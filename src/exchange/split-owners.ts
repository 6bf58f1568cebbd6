import type { OwnerDirectory } from '../model/owner.ts';
import { hasText } from './table.ts';

/**
 * The owners in a cell. Line breaks and semicolons part them. A comma, a slash or "and" may stand
 * inside one owner's title, so these part owners only where each part is known to be one, or where
 * the profile says so.
 */
export function splitOwners(
  text: string,
  directory: OwnerDirectory | undefined,
  partedBy: readonly string[] = [],
): string[] {
  const known = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (directory && known.every((line) => isKnown(line, directory))) return [...new Set(known)];
  const given = partedBy.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const sure = new RegExp([';', '\\n', ...given].join('|'));
  const lines = joined(text)
    .split(sure)
    .map((part) =>
      part
        .replace(/^\s*(?:[-•–*]|\(?[a-z0-9][.)])\s+/i, '')
        .replace(/[,;]$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
  // What is nothing but marks is no owner, and not lost either.
  if (lines.length === 0 && hasText(text)) return [text.trim()];
  return [...new Set(lines.flatMap((line) => splitKnown(line, directory)))];
}

/** The short names in a cell, which hold no comma: tags, ids of actions. */
export function splitNames(text: string): string[] {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(hasText);
  return parts.length === 0 && hasText(text) ? [text.trim()] : parts;
}

/** A line that ends with a comma or "and", or that begins in small letters, goes on in the next. */
function joined(text: string): string {
  return text
    .replace(/(,| and| &| of| for)\n+(?=\S)/g, '$1 ')
    .replace(/\n(?=(?:and|of|for) |&)/g, ' ');
}

function splitKnown(line: string, directory: OwnerDirectory | undefined): string[] {
  if (!directory || isKnown(line, directory)) return [line];
  for (const mark of [
    /\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/,
    /\s*\/\s*/,
    /\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*\/\s*/,
  ]) {
    const parts = line.split(mark).filter((part) => part !== '');
    if (parts.length > 1 && parts.every((part) => isKnown(part, directory))) return parts;
  }
  return [line];
}

function isKnown(name: string, directory: OwnerDirectory): boolean {
  if (directory.find(name)) return true;
  return directory.organisations.some(({ name: one, title, also }) =>
    [one, title, ...also].some((other) => other?.toLowerCase() === name.trim().toLowerCase()),
  );
}
