/** Longer texts are not kept: they are seldom met twice. */
const LONGEST = 12;
const MOST = 5000;

/**
 * A pure function of a short text that remembers its answers. Plans repeat a few dates thousands of
 * times.
 */
export function remembered<T extends object | number>(
  answer: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const now = answer(text);
    known.set(text, now);
    return now;
  };
}
