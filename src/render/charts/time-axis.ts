import type { Day } from '../../model/day.ts';
import { type Html, html } from '../html.ts';
import { within } from './number.ts';
import { textAt, widthOf } from './text.ts';
import { timeTicks } from './time-scale.ts';

/** The least from one label to the next. */
const APART = 8;

interface Axis {
  readonly from: Day;
  readonly to: Day;
  readonly xOf: (day: Day) => number;
  /** Where labels may stand. */
  readonly left: number;
  readonly right: number;
  /** The middle of their line. */
  readonly middle: number;
  /** The line at a tick. */
  readonly line: (x: number) => Html;
}

/** Lines at months or years, each with its label unless that would run into the one before it. */
export function timeAxis({ from, to, xOf, left, right, middle, line }: Axis): Html {
  let free = left;
  const ticks = timeTicks(from, to, Math.floor((xOf(to) - xOf(from)) / 84));
  return html`${ticks.map(({ day, label }) => {
    const x = xOf(day);
    const half = widthOf(label) / 2;
    const at = within(x, left + half, right - half);
    const fits = at - half >= free;
    if (fits) free = at + half + APART;
    return html`${line(x)}${fits ? textAt(at, middle, label, { anchor: 'middle' }) : undefined}`;
  })}`;
}
