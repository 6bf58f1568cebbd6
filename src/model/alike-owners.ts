import leven from 'leven';
import { compareText } from './diagnostic.ts';

/** Spellings that most likely name one owner: first the one used most, then "Organisation: Role". */
export type Alike = readonly string[];

/** Names with fewer words than this are too short to tell a slip from another name. */
const LONG_ROLE = 3;

/**
 * Groups of spellings that differ only as typing does: in case, spaces and punctuation, in order
 * ("HMPPS: Director" and "Director, HMPPS"), by a slip in one word, or by the organisation left
 * out. Every name is looked up, not compared with every other.
 */
export function alikeOwners(counts: ReadonlyMap<string, number>): Alike[] {
  const names = [...counts.keys()].sort(compareText);
  const groups = new Map<string, string>(names.map((name) => [name, name]));
  const root = (name: string): string => {
    let top = name;
    for (let next = groups.get(top); next !== undefined && next !== top; next = groups.get(top)) {
      top = next;
    }
    groups.set(name, top);
    return top;
  };
  const join = (one: string, other: string): void => {
    groups.set(root(one), root(other));
  };

  const firstBy = new Map<string, string>();
  const slips = new Map<string, { name: string; word: string }[]>();
  for (const name of names) {
    const words = wordsOf(name);
    const key = words.toSorted(compareText).join(' ');
    const same = firstBy.get(key);
    if (same !== undefined) join(name, same);
    else firstBy.set(key, name);
    for (const [index, word] of words.entries()) {
      const rest = `${index}:${words.with(index, '').join(' ')}`;
      const near = slips.get(rest) ?? [];
      for (const other of near) if (isSlip(word, other.word)) join(name, other.name);
      if (near.length < MOST_ALIKE) near.push({ name, word });
      slips.set(rest, near);
    }
  }
  joinBareRoles(names, join);

  const found = new Map<string, string[]>();
  for (const name of names) found.set(root(name), [...(found.get(root(name)) ?? []), name]);
  return [...found.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      group.toSorted(
        (a, b) =>
          (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
          Number(b.includes(': ')) - Number(a.includes(': ')) ||
          compareText(a, b),
      ),
    );
}

/** Names alike but for one word that are compared with one another; bounds the work. */
const MOST_ALIKE = 20;

/** A role by itself is that of the one organisation that has it. */
function joinBareRoles(names: readonly string[], join: (one: string, other: string) => void): void {
  const byRole = new Map<string, string[]>();
  for (const name of names) {
    const colon = name.indexOf(': ');
    if (colon <= 0) continue;
    const role = wordsOf(name.slice(colon + 2)).join(' ');
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  for (const name of names) {
    const words = wordsOf(name);
    const [only, ...more] = byRole.get(words.join(' ')) ?? [];
    if (only !== undefined && more.length === 0 && words.length >= LONG_ROLE) join(name, only);
  }
}

function wordsOf(name: string): string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** One typing slip in a word long enough to tell; a number is never a slip of another. */
function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5 || /\d/.test(one + other)) return false;
  return leven(one, other) <= (shorter < 9 ? 1 : 2);
}

/** For each spelling that is not the usual one of its owner, the usual one. */
export function usualSpellings(counts: ReadonlyMap<string, number>): Map<string, string> {
  const usual = new Map<string, string>();
  for (const [most, ...others] of alikeOwners(counts)) {
    for (const other of others) usual.set(other, most ?? '');
  }
  return usual;
}
