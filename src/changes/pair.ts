interface Named {
  readonly id: string;
  readonly file: string;
}

/** The same item on both sides, or one that is only on one of them. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/**
 * Pairs items by id, wherever they stand. Where an id is given twice, those of one file belong
 * together, and else the first to the first: none is left out.
 */
export function pairById<T extends Named>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const open = new Map<string, T[]>();
  for (const item of before) open.set(item.id, [...(open.get(item.id) ?? []), item]);
  const take = (item: T): T | undefined => {
    const candidates = open.get(item.id) ?? [];
    const same = candidates.findIndex(({ file }) => file === item.file);
    return candidates.splice(Math.max(same, 0), 1)[0];
  };
  const pairs: Pair<T>[] = after.map((item) => ({ before: take(item), after: item }));
  const rest = [...open.values()].flat().map((item) => ({ before: item, after: undefined }));
  return [...pairs, ...rest];
}

/** For an item that is gone: the nearest one before it in its list that is still there. */
export function nearestLeft<T extends Named>(
  item: T,
  before: readonly T[],
  after: readonly T[],
): T | undefined {
  const left = new Map(after.map((one) => [one.id, one]));
  const earlier = before.slice(0, before.indexOf(item));
  const last = earlier.findLast(({ id }) => left.has(id));
  return last && left.get(last.id);
}
