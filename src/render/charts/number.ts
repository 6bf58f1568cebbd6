/** A coordinate with two decimals at most, so that the same figures give the same bytes. */
export function round(value: number): number {
  // Adding nought makes plain nought of what is just below it.
  return Math.round(value * 100) / 100 + 0;
}

/** A number within two others. */
export function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
