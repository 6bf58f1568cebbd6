/** Whole numbers from nought to at least `most`, evenly spaced: not more than `ticks` steps. */
export function wholeTicks(most: number, ticks: number): number[] {
  const step = stepFor(Math.max(1, most) / ticks);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** The least of 1, 2, 5, 10, 20, 50, … that is not below a number. */
function stepFor(least: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((digit) => digit * power).find((one) => one >= least);
    if (step !== undefined) return step;
  }
}
