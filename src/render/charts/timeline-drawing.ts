import { addMonths, type Day, dayInWords } from '../../model/day.ts';
import { type Html, html } from '../html.ts';
import { GRID, INK } from './fills.ts';
import { keyAt } from './key.ts';
import { round, within } from './number.ts';
import type { Drawing, Layout } from './picture.ts';
import { LINE, shorten, textAt, widthOf, wrap } from './text.ts';
import { timeAxis } from './time-axis.ts';
import { firstOfMonth } from './time-scale.ts';
import { type Axis, keyOf, marks, xOn } from './timeline-marks.ts';
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

/** A row an action, with an axis for each part. */
export function drawTimeline(timeline: Timeline, layout: Layout): Drawing[] {
  const { rows } = timeline;
  const even = Math.ceil(rows.length / Math.ceil(rows.length / PART));
  const parts = Array.from({ length: Math.ceil(rows.length / even) }, (_, at) =>
    rows.slice(at * even, (at + 1) * even),
  );
  const columns = columnsOf(timeline, layout);
  return parts.map((part, at) => {
    const first = at === 0;
    const last = at === parts.length - 1;
    const key = keyAt(first ? keyOf(rows, columns.axis) : [], 0, 0, layout.width);
    const head = first ? key.height + 14 : 0;
    const drawn = drawRows(part, head, timeline.day, columns, layout);
    const notes = last ? timeline.below.flatMap((note) => wrap(note, layout.width, 4)) : [];
    const said = notes.map((line, index) =>
      textAt(0, drawn.bottom + 10 + index * LINE + LINE / 2, line),
    );
    return {
      height: drawn.bottom + 4 + (notes.length > 0 ? 10 + notes.length * LINE : 0),
      body: html`${key.body}${drawn.body}${said}`,
      ...(!first && {
        description: `Actions ${part[0]?.label ?? ''} to ${part.at(-1)?.label ?? ''}.`,
      }),
    };
  });
}

/** Where the axis stands, and how wide the labels before it and the words after it are: in all parts. */
interface Columns {
  readonly axis: Axis;
  readonly labels: number;
  readonly words: number;
}

function columnsOf({ rows, day }: Timeline, { name, width }: Layout): Columns {
  const widest = (widths: readonly number[], most: number) => Math.min(most, Math.max(...widths));
  const wide = name === 'wide';
  const labels = wide
    ? widest(
        rows.map(({ label }) => widthOf(label, true)),
        130,
      )
    : 90;
  const words = wide
    ? widest(
        rows.map((row) => widthOf(row.words)),
        390,
      )
    : 0;
  const days = rows.flatMap(({ raised, first, due, done }) =>
    [raised, first, due, done].filter((one) => one !== null),
  );
  const least = addMonths(day, -12 * YEARS);
  const most = addMonths(day, 12 * YEARS);
  const ours = [day, ...days.map((one) => (one < least ? least : one > most ? most : one))].sort();
  return {
    axis: {
      from: firstOfMonth(ours[0] ?? day),
      to: addMonths(firstOfMonth(ours.at(-1) ?? day), 1),
      left: wide ? labels + 14 : 10,
      right: width - (wide ? words + 22 : 10),
    },
    labels,
    words,
  };
}

function drawRows(
  rows: readonly TimelineRow[],
  head: number,
  day: Day,
  { axis, labels, words }: Columns,
  { name, width }: Layout,
): { readonly body: Html; readonly bottom: number } {
  const wide = name === 'wide';
  const axisTop = head + LINE;
  let top = axisTop + LINE + 8;
  const bands: [top: number, bottom: number][] = [];
  const drawn = rows.map((row) => {
    const id = shorten(row.label, labels, true);
    const indent = widthOf(id, true) + 10;
    const lines = wide ? [] : wrap(row.words, width - indent, 2);
    const band = top + lines.length * LINE + (wide ? 0 : 4);
    const middle = band + (wide ? 13 : 9);
    const idAt = textAt(0, wide ? middle : top + LINE / 2, id, { bold: true });
    const said = wide
      ? textAt(axis.right + 20, middle, shorten(row.words, words))
      : html`${lines.map((line, at) => textAt(indent, top + at * LINE + LINE / 2, line))}`;
    top = band + (wide ? 26 : 22);
    bands.push([band, top]);
    return html`${idAt}${said}${marks(row, middle, axis)}`;
  });
  const bottom = top + 2;
  // Where words stand between the rows, no line runs through them.
  const down = (x: number, from: number) =>
    (wide ? [[from, bottom] as const] : bands)
      .map(([start, end]) => `M${round(x)} ${round(start)}V${round(end)}`)
      .join('');
  const months = timeAxis({
    from: axis.from,
    to: axis.to,
    xOf: (one) => xOn(axis, one),
    left: 0,
    right: width,
    middle: axisTop + LINE / 2 + 1,
    line: (x) => html`<path d="${down(x, axisTop + LINE + 2)}" fill="none" stroke="${GRID}"/>`,
  });
  const now = xOn(axis, day);
  const today = dayInWords(day);
  const half = widthOf(today, true) / 2;
  const nowLine = html`<path d="${down(now, axisTop)}" fill="none" stroke="${INK}" stroke-width="1.5" stroke-dasharray="3 3"/>${textAt(within(now, half, width - half), head + LINE / 2 - 1, today, { anchor: 'middle', bold: true })}`;
  return { body: html`${months}${nowLine}${drawn}`, bottom };
}
