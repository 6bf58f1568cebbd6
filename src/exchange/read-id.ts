/** What people write before a number. */
const BEFORE =
  /^(?:thematic review )?(?:recommendation|recommendations|rec|key concern|concern|finding|action|milestone|item|number|no|ref|kc)\b[\s.:#-]*(?=[\da-z])/i;

/**
 * An id as the format has them, of what a cell says: "Rec 3." is 3, "Recommendation 3(a)" is 3a.
 * One that is known is taken as it is, such as rec-1. Undefined where nothing of it can be one.
 */
export function readId(text: string, known?: ReadonlySet<string>): string | undefined {
  if (known?.has(text.trim())) return text.trim();
  // A reference such as "SR (25/26) 01": signs part its letters and numbers.
  if (/^[A-Z]{1,8}[\s()\d/.-]*\d[\s()/.-]*$/.test(text) && text.length <= 40) {
    const parts = text.split(/[^A-Z\d.]+/).filter((part) => part !== '');
    return parts.join('-').replace(/\.$/, '');
  }
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(/^#\s*/, '')
    .replace(/[\s.:)\]-]+$/, '')
    .replace(/\s*\(([A-Za-z0-9]{1,4})\)?/g, '$1')
    .replace(/[/_]+/g, '-');
  const isId = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/.test(plain);
  // A word alone is a heading; what has a number, or is in small letters with hyphens, is an id.
  return isId && /\d|^[A-Za-z]{1,3}$|^[a-z]+(?:-[a-z]+)+$/.test(plain) ? plain : undefined;
}

/** The next free id of a list that is counted: 1, 2, 3, behind what stands before them. */
export function nextId(taken: { has(id: string): boolean }, prefix: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${prefix}${number}`;
    if (!taken.has(id)) return id;
  }
}
