import type { Step, Wording } from './wording.ts';

/** A list written out as one text: "1. … 2. …". */
const NUMBERED = /(?:^|\s)(?:1[.)]|\(?[ai]\))\s[\s\S]*\s(?:2[.)]|\(?(?:b|ii)\))\s/;

/** What an action still promises to make, each thing once. */
export function deliverables({ steps }: Wording): Step[] {
  const named = new Map<string, Step>();
  for (const step of steps) {
    if (!step.ahead || !step.product) continue;
    const name = step.product.text.toLowerCase();
    if (!named.has(name)) named.set(name, step);
  }
  return [...named.values()];
}

/**
 * Whether an action is several steps: a list, things promised in several sentences, or more of
 * them in one than belong to one step.
 */
export function isSeveral(text: string, promised: readonly Step[]): boolean {
  if (NUMBERED.test(text)) return true;
  return new Set(promised.map((step) => step.sentence)).size > 1 || promised.length > 2;
}
