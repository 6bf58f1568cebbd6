import { hasText } from './table.ts';

interface Evidence {
  readonly title: string;
  readonly href?: string | undefined;
}

/** Evidence as a cell has it: a title and its address on each line. */
export function evidenceText(list: readonly Evidence[]): string {
  return list
    .map(({ title, href }) => (href === undefined ? title : `${title} (${href})`))
    .join('\n');
}

/** A title and its address on each line, or either. */
export function evidenceIn(text: string): { title: string; href?: string }[] {
  return text
    .split(/\n|;\s/)
    .map((line) => line.replace(/^[-•]\s+/, '').trim())
    .filter(hasText)
    .map((line) => {
      const match = /^(.*?)\s*\(?(https?:\/\/[^\s)]+)\)?$/.exec(line);
      if (!match) return { title: line };
      return { title: match[1] || (match[2] ?? ''), href: match[2] ?? '' };
    });
}

/**
 * Whether a cell says the evidence that is there: what of a title and a path a cell does not tell apart, or has
 * on two lines, is no change.
 */
export function sameEvidence(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return inOneForm(a) === inOneForm(b);
}

function inOneForm(list: readonly Evidence[]): string {
  return evidenceText(evidenceIn(evidenceText(list))).replace(/[^\S\n]+/g, ' ');
}
