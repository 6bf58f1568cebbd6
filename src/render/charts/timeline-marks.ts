import type { Day } from '../../model/day.ts';
import { type Html, html } from '../html.ts';
import { filled, INK, LINES } from './fills.ts';
import type { KeyItem } from './key.ts';
import { round, within } from './number.ts';
import { shareOf } from './time-scale.ts';
import type { TimelineRow } from './timeline-row.ts';

/** The days an axis goes from and to, and where it stands. */
export interface Axis {
  readonly from: Day;
  readonly to: Day;
  readonly left: number;
  readonly right: number;
}

const THICK = 12;
const DONE = '#0f7a52';

/** Where a day stands on an axis; one beyond it, at its end. */
export function xOn({ from, to, left, right }: Axis, day: Day): number {
  return left + within(shareOf(day, from, to), 0, 1) * (right - left);
}

/** From the day it was raised to its last day, what came of it, and a mark at each day that counts. */
export function marks(
  { raised, first, due, done, late }: TimelineRow,
  middle: number,
  axis: Axis,
): Html {
  const xOf = (day: Day) => xOn(axis, day);
  const reach = Math.max(...[first, due, done].filter((one) => one !== null).map(xOf));
  const start = Math.min(xOf(raised), reach);
  const bar = (fill: 'red' | 'amber', one: Day, other: Day) => {
    const [x, to] = [Math.min(xOf(one), xOf(other)), Math.max(xOf(one), xOf(other))];
    return filled(fill, { x, y: middle - THICK / 2, width: Math.max(2, to - x), height: THICK });
  };
  const mark = (day: Day | null, draw: (x: number, middle: number) => Html) => {
    if (day === null) return undefined;
    if (day < axis.from) return earlierMark(axis.left, middle);
    return day > axis.to ? laterMark(axis.right, middle) : draw(xOf(day), middle);
  };
  return html`<path d="M${round(start)} ${round(middle)}H${round(reach)}" fill="none" stroke="${LINES}" stroke-width="2"/>${
    first !== null && due !== null ? bar('amber', first, due) : undefined
  }${late ? bar('red', late[0], late[1]) : undefined}${mark(first, firstMark)}${mark(due, dueMark)}${mark(done, doneMark)}`;
}

function diamond(x: number, y: number, size: number): string {
  return `M${round(x - size)} ${round(y)}L${round(x)} ${round(y - size)}L${round(x + size)} ${round(y)}L${round(x)} ${round(y + size)}Z`;
}

function firstMark(x: number, middle: number): Html {
  return html`<path d="${diamond(x, middle, 6.5)}" fill="#fff" stroke="${INK}" stroke-width="2"/>`;
}

function dueMark(x: number, middle: number): Html {
  return html`<path d="${diamond(x, middle, 7.5)}" fill="${INK}" stroke="#fff"/>`;
}

function doneMark(x: number, middle: number): Html {
  return html`<circle cx="${round(x)}" cy="${round(middle)}" r="8" fill="${DONE}" stroke="#fff"/><path d="M${round(x - 4)} ${round(middle)}l3 3.5l5 -6.5" fill="none" stroke="#fff" stroke-width="2"/>`;
}

function earlierMark(x: number, middle: number): Html {
  return arrow(x, middle, -8);
}

function laterMark(x: number, middle: number): Html {
  return arrow(x, middle, 8);
}

function arrow(x: number, y: number, size: number): Html {
  return html`<path d="M${round(x + size)} ${round(y)}L${round(x)} ${round(y - 8)}L${round(x)} ${round(y + 8)}Z" fill="${INK}" stroke="#fff"/>`;
}

/** The signs that occur, with their words. */
export function keyOf(rows: readonly TimelineRow[], { from, to }: Axis): KeyItem[] {
  const within = (day: Day | null) => day !== null && from <= day && day <= to;
  const days = rows
    .flatMap(({ first, due, done }) => [first, due, done])
    .filter((one) => one !== null);
  const items: (KeyItem | false)[] = [
    rows.some(({ due }) => within(due)) && { sign: dueMark, words: 'target' },
    rows.some(({ first }) => within(first)) && { sign: firstMark, words: 'first target' },
    rows.some(({ first, due }) => first !== null && due !== null) && {
      sign: 'amber',
      words: 'moved',
    },
    rows.some(({ late }) => late !== null) && { sign: 'red', words: 'overdue, or done late' },
    rows.some(({ done }) => within(done)) && { sign: doneMark, words: 'done' },
    days.some((day) => day < from) && { sign: earlierMark, words: 'before these years' },
    days.some((day) => day > to) && { sign: laterMark, words: 'after these years' },
  ];
  return items.filter((item) => item !== false);
}
