import leven, { closestMatch } from 'leven';

/** Longer names are no typing slips of one another; the bound keeps the comparison cheap. */
const MAX_LENGTH = 200;

/** A beginning shorter than this says too little of what was meant. */
const MIN_BEGINNING = 3;

/**
 * The candidate a misspelt name most likely stands for: "did you mean `target`?". Undefined where
 * none is near: at most a third of its letters apart, in a short name two letters changed or
 * exchanged, or the only one that begins so.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const plain = name.toLowerCase();
  const usable = [...candidates].filter((candidate) => candidate.length <= MAX_LENGTH);
  const sameLetters = usable.find((candidate) => candidate.toLowerCase() === plain);
  if (sameLetters !== undefined) return sameLetters;
  const closest = closestMatch(
    plain,
    usable.map((candidate) => candidate.toLowerCase()),
    { maxDistance: Math.max(name.length > 3 ? 2 : 1, Math.floor(name.length / 3)) },
  );
  if (closest !== undefined) {
    return usable.find((candidate) => candidate.toLowerCase() === closest);
  }
  const beginning = usable.filter((candidate) => candidate.toLowerCase().startsWith(plain));
  return plain.length >= MIN_BEGINNING && beginning.length === 1 ? beginning[0] : undefined;
}

/** The candidates that have the name as one of their words: "custody" is in "Head of Custody". */
export function withWord(name: string, candidates: Iterable<string>): string[] {
  const plain = name.trim().toLowerCase();
  if (plain.length < MIN_BEGINNING || plain.length > MAX_LENGTH) return [];
  const isWord = /^[\p{L}\p{N}]$/u;
  return [...new Set(candidates)].filter((candidate) => {
    const lower = candidate.toLowerCase();
    const at = lower.indexOf(plain);
    return (
      at >= 0 && !isWord.test(lower[at - 1] ?? '') && !isWord.test(lower[at + plain.length] ?? '')
    );
  });
}

/** The one candidate within a single slip, where there is exactly one: safe to repair to. */
export function onlyNeighbour(name: string, candidates: Iterable<string>): string | undefined {
  const near = [...candidates].filter(
    (candidate) =>
      candidate.length <= MAX_LENGTH && leven(name, candidate, { maxDistance: 2 }) <= 1,
  );
  return near.length === 1 ? near[0] : undefined;
}
