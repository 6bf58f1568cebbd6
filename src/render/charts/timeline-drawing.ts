import { addMonths, type Day, dayInWords } from '../../model/day.ts';
import { type Html, html } from '../html.ts';
import { filled, GRID, INK, LINES } from './fills.ts';
import { type KeyItem, keyAt } from './key.ts';
import { round, within } from './number.ts';
import type { Drawing, Layout } from './picture.ts';
import { LINE, shorten, textAt, widthOf, wrap } from './text.ts';
import { firstOfMonth, shareOf, timeTicks } from './time-scale.ts';
import type { TimelineRow } from './timeline-row.ts';

interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly day: Day;
  /** Said under the last part. */
  readonly below: readonly string[];
}

/** So many rows to a part, which a page of paper holds. */
const PART = 24;
/** The axis reaches so far from the day at most: a mark beyond stands at its end as an arrow. */
const YEARS = 6;
const THICK = 12;

const DONE = '#0f7a52';

/** A row an action, with an axis for each part. */
export function drawTimeline(timeline: Timeline, layout: Layout): Drawing[] {
  const { rows } = timeline;
  const even = Math.ceil(rows.length / Math.ceil(rows.length / PART));
  const parts = Array.from({ length: Math.ceil(rows.length / even) }, (_, at) =>
    rows.slice(at * even, (at + 1) * even),
  );
  const span = spanOf(timeline);
  return parts.map((part, at) => {
    const last = at === parts.length - 1;
    return {
      ...drawPart(part, timeline, span, layout, at === 0, last ? timeline.below : []),
      ...(at === 0
        ? {}
        : { description: `Actions ${part[0]?.label ?? ''} to ${part.at(-1)?.label ?? ''}.` }),
    };
  });
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

function spanOf({ rows, day }: Timeline): Span {
  const days = rows.flatMap(({ raised, first, due, done }) =>
    [raised, first, due, done].filter((one) => one !== null),
  );
  const least = addMonths(day, -12 * YEARS);
  const most = addMonths(day, 12 * YEARS);
  const ours = [day, ...days.map((one) => (one < least ? least : one > most ? most : one))];
  return {
    from: firstOfMonth(ours.reduce((a, b) => (a < b ? a : b))),
    to: addMonths(firstOfMonth(ours.reduce((a, b) => (a > b ? a : b))), 1),
  };
}

function drawPart(
  rows: readonly TimelineRow[],
  { day, rows: all }: Timeline,
  { from, to }: Span,
  { name, width }: Layout,
  first: boolean,
  below: readonly string[],
): Drawing {
  const wide = name === 'wide';
  const labels = wide
    ? Math.min(130, Math.max(...all.map(({ label }) => widthOf(label, true)))) + 14
    : 10;
  const words = wide ? Math.min(330, Math.max(...all.map((row) => widthOf(row.words)))) : 0;
  const left = labels;
  const right = width - (wide ? words + 22 : 10);
  const xOf = (one: Day) => left + within(shareOf(one, from, to), 0, 1) * (right - left);

  const key = first ? keyAt(keyOf(all), 0, 0, width) : { body: undefined, height: 0 };
  const head = key.height + (first ? 14 : 0);
  const today = dayInWords(day);
  const axisTop = head + LINE;
  const rowTop = axisTop + LINE + 8;
  const rowHeight = wide ? 26 : 46;
  const bottom = rowTop + rows.length * rowHeight + 2;
  const half = widthOf(today, true) / 2;
  const months = timeTicks(from, to, Math.floor((right - left) / 84)).map(({ day: one, label }) => {
    const reach = widthOf(label) / 2;
    return html`<path d="M${round(xOf(one))} ${round(axisTop + LINE + 2)}V${round(bottom)}" fill="none" stroke="${GRID}"/>${textAt(within(xOf(one), reach, width - reach), axisTop + LINE / 2 + 1, label, { anchor: 'middle' })}`;
  });
  const now = html`<path d="M${round(xOf(day))} ${round(axisTop)}V${round(bottom)}" fill="none" stroke="${INK}" stroke-width="1.5" stroke-dasharray="3 3"/>${textAt(within(xOf(day), half, width - half), head + LINE / 2 - 1, today, { anchor: 'middle', bold: true })}`;
  const drawn = rows.map((row, at) => {
    const top = rowTop + at * rowHeight;
    const middle = top + (wide ? rowHeight / 2 : 33);
    const idWidth = wide ? labels - 12 : 90;
    const id = shorten(row.label, idWidth, true);
    const said = wide
      ? html`${textAt(0, middle, id, { bold: true })}${textAt(right + 20, middle, shorten(row.words, words + 2))}`
      : html`${textAt(0, top + 12, id, { bold: true })}${textAt(widthOf(id, true) + 10, top + 12, shorten(row.words, width - widthOf(id, true) - 10))}`;
    return html`${said}${marks(row, middle, xOf)}`;
  });
  const notes = below.flatMap((note) => wrap(note, width, 4));
  const noteTop = bottom + 10;
  const said = notes.map((line, at) => textAt(0, noteTop + at * LINE + LINE / 2, line));
  return {
    height: notes.length === 0 ? bottom + 4 : noteTop + notes.length * LINE + 4,
    body: html`${key.body}${months}${now}${drawn}${said}`,
  };
}

/** From the day it was raised to its last day, what came of it, and a mark at each day that counts. */
function marks(
  { raised, first, due, done, late }: TimelineRow,
  middle: number,
  xOf: (day: Day) => number,
): Html {
  const end = [first, due, done].filter((one) => one !== null);
  const reach = Math.max(...end.map(xOf));
  const start = Math.min(xOf(raised), reach);
  const bar = (fill: 'red' | 'amber', one: Day, other: Day) => {
    const [x, to] = [xOf(one), xOf(other)].sort((a, b) => a - b) as [number, number];
    return filled(fill, { x, y: middle - THICK / 2, width: Math.max(2, to - x), height: THICK });
  };
  return html`<path d="M${round(start)} ${round(middle)}H${round(reach)}" fill="none" stroke="${LINES}" stroke-width="2"/>${
    first !== null && due !== null ? bar('amber', first, due) : undefined
  }${late ? bar('red', late[0], late[1]) : undefined}${
    first === null ? undefined : firstMark(xOf(first), middle)
  }${due === null ? undefined : dueMark(xOf(due), middle)}${
    done === null ? undefined : doneMark(xOf(done), middle)
  }`;
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

/** The signs that occur, with their words. */
function keyOf(rows: readonly TimelineRow[]): KeyItem[] {
  const items: (KeyItem | false)[] = [
    rows.some(({ due }) => due !== null) && { sign: dueMark, words: 'target' },
    rows.some(({ first }) => first !== null) && { sign: firstMark, words: 'first target' },
    rows.some(({ first, due }) => first !== null && due !== null) && {
      sign: 'amber',
      words: 'moved',
    },
    rows.some(({ late }) => late !== null) && { sign: 'red', words: 'overdue, or done late' },
    rows.some(({ done }) => done !== null) && { sign: doneMark, words: 'done' },
  ];
  return items.filter((item) => item !== false);
}
