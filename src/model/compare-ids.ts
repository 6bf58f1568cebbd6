import { compareText } from './diagnostic.ts';

/** Orders ids as people count: "4.2" before "4.10". */
export function compareIds(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const one = left[index] ?? '';
    const other = right[index] ?? '';
    const byNumber = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
    const order = byNumber || compareText(one, other);
    if (order !== 0) return order;
  }
  return 0;
}
