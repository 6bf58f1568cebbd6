/** The items whose id an earlier one has, each with the first that has it; an empty id is none. */
export function* withSameId<T extends { readonly id: string }>(
  items: Iterable<T>,
): Generator<readonly [item: T, first: T]> {
  const first = new Map<string, T>();
  for (const item of items) {
    const before = first.get(item.id);
    if (before && item.id !== '') yield [item, before];
    else first.set(item.id, item);
  }
}
