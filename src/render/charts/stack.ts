import { type Html, html } from '../html.ts';
import { type Fill, filled } from './fills.ts';

/** A count of what a fill stands for. */
export interface Part {
  readonly count: number;
  readonly fill: Fill;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** The width of a count of one. */
  readonly unit: number;
}

/** However little something is, it is seen. */
const LEAST = 3;

/** Parts side by side with white between them, and how far they reach. */
export function stacked(
  parts: readonly Part[],
  { x: left, y, height, unit }: Place,
): { readonly body: Html; readonly reach: number } {
  let x = left;
  const shown = parts.filter(({ count }) => count > 0);
  const body = shown.map(({ count, fill }, at) => {
    const whole = Math.max(LEAST, count * unit);
    const gap = at < shown.length - 1 ? Math.min(2, whole / 3) : 0;
    const box = { x, y, width: whole - gap, height };
    x += whole;
    return filled(fill, box);
  });
  return { body: html`${body}`, reach: x };
}
