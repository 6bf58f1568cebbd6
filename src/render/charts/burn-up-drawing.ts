import { type Day, dayInWords } from '../../model/day.ts';
import { type Html, html } from '../html.ts';
import { GRID, INK, LINES } from './fills.ts';
import { round } from './number.ts';
import type { Drawing, Layout } from './picture.ts';
import { wholeTicks } from './scale.ts';
import { LINE, MIDDLE, textAt, widthOf, wrap } from './text.ts';
import { timeAxis } from './time-axis.ts';
import { shareOf } from './time-scale.ts';

/** What was due by the end of a day, and of that done, added up. */
export interface Point {
  readonly day: Day;
  readonly due: number;
  readonly done: number;
}

const DONE = '#0f7a52';
const TOP = 14;

/** Two lines from nought, each with its figure where it ends, the gap between them, and what is beside them. */
export function drawBurnUp(
  points: readonly Point[],
  beside: readonly string[],
  { name, width }: Layout,
): Drawing[] {
  const wide = name === 'wide';
  const first = points[0] ?? { day: '', due: 0, done: 0 };
  const last = points.at(-1) ?? first;
  const ticks = wholeTicks(last.due, wide ? 6 : 5);
  const most = ticks.at(-1) ?? 1;
  const gap = last.due - last.done;
  const labels = [
    { value: last.due, words: `${last.due} due`, bold: true },
    {
      value: last.done,
      words: wide ? `${last.done} of them done` : `${last.done} done`,
      bold: true,
    },
    ...(gap > 0
      ? [
          {
            value: (last.due + last.done) / 2,
            words: `${gap} not done`,
            bold: false,
          },
        ]
      : []),
  ];
  const bracket = 22;
  const left = widthOf(String(most)) + 8;
  const right =
    width - bracket - 6 - Math.max(...labels.map(({ words, bold }) => widthOf(words, bold)));
  const plot = wide ? 320 : 240;
  const bottom = TOP + plot;
  const xOf = (day: Day) => left + shareOf(day, first.day, last.day) * (right - left);
  const yOf = (value: number) => bottom - (value / most) * plot;

  const grid = ticks.map(
    (tick) =>
      html`<path d="M${round(left)} ${round(yOf(tick))}H${round(right)}" fill="none" stroke="${tick === 0 ? LINES : GRID}" stroke-width="${tick === 0 ? 1.5 : 1}"/>${textAt(left - 8, yOf(tick), String(tick), { anchor: 'end' })}`,
  );
  const months = timeAxis({
    from: first.day,
    to: last.day,
    xOf,
    left: 0,
    right: right + bracket,
    middle: bottom + 18,
    line: (x) =>
      html`<path d="M${round(x)} ${bottom}v6" fill="none" stroke="${LINES}" stroke-width="1.5"/>`,
  });
  const line = (value: (point: Point) => number) =>
    points
      .map(
        (point, at) =>
          `${at === 0 ? 'M' : 'L'}${round(xOf(point.day))} ${round(yOf(value(point)))}`,
      )
      .join('');
  const ends = apart(
    labels.map(({ value }) => yOf(value)),
    TOP,
    bottom,
  );
  const said = labels.map(({ words, bold }, at) =>
    textAt(right + bracket, ends[at] ?? bottom, words, { bold }),
  );
  const foot = bottom + LINE + 20;
  const caption = [
    `Actions whose target had ended, and those of them that were done, added up to ${dayInWords(last.day)}`,
    first.due > 0 &&
      `${first.due} due, of which ${first.done} done, by ${dayInWords(first.day)}, where the lines begin`,
    ...beside,
  ].filter((line) => line !== false);
  const captions = caption.flatMap((line) => wrap(line, width, 3));
  return [
    {
      height: foot + captions.length * LINE + 4,
      body: html`${grid}${months}${gap > 0 ? bracketAt(right + 9, yOf(last.due), yOf(last.done)) : undefined}<path d="${line(({ due }) => due)}" fill="none" stroke="${INK}" stroke-width="3" stroke-dasharray="9 5"/><path d="${line(({ done }) => done)}" fill="none" stroke="${DONE}" stroke-width="4"/><circle cx="${round(right)}" cy="${round(yOf(last.due))}" r="5" fill="#fff" stroke="${INK}" stroke-width="2.5"/><circle cx="${round(right)}" cy="${round(yOf(last.done))}" r="5.5" fill="${DONE}"/>${said}${captions.map((line, at) => textAt(0, foot + at * LINE + LINE / 2, line))}`,
    },
  ];
}

/** From one line to the other. */
function bracketAt(x: number, from: number, to: number): Html {
  const [top, bottom] = from < to ? [from, to] : [to, from];
  return html`<path d="M${round(x - 4)} ${round(top)}h5V${round(bottom)}h-5" fill="none" stroke="${LINES}" stroke-width="1.5"/>`;
}

/** Heights for labels: as near as may be to where they belong, each a line from the others. */
function apart(wanted: readonly number[], top: number, bottom: number): number[] {
  const order = wanted
    .map((_, at) => at)
    .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const heights = [...wanted];
  let free = top;
  for (const at of order) {
    heights[at] = Math.max(free, heights[at] ?? 0);
    free = (heights[at] ?? 0) + LINE;
  }
  let floor = bottom - MIDDLE;
  for (const at of order.toReversed()) {
    heights[at] = Math.min(floor, heights[at] ?? 0);
    floor = (heights[at] ?? 0) - LINE;
  }
  return heights;
}
