import { sum } from '../../model/sum.ts';
import { type Html, html } from '../html.ts';
import { GRID, LINES } from './fills.ts';
import { type KeyItem, keyAt } from './key.ts';
import { round } from './number.ts';
import type { Drawing, Layout } from './picture.ts';
import { wholeTicks } from './scale.ts';
import { type Part, stacked } from './stack.ts';
import { LINE, textAt, widthOf, wrap } from './text.ts';

/** A bar from nought: of one part with its count behind it, or of several with theirs below. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly words: string | readonly KeyItem[];
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** What the axis counts. */
  readonly unit: string;
  /** Said under the bars. */
  readonly below?: readonly string[];
}

/** White above the first bar. */
const TOP = 6;
const THICK = 22;
const GAP = 16;
/** The most that labels take beside the bars of a wide picture. */
const LABELS = 320;

/** Bars across, in the order given. */
export function drawBars({ bars, unit, below = [] }: Bars, layout: Layout): Drawing[] {
  const { width, name } = layout;
  const beside = name === 'wide';
  const labels = beside
    ? Math.min(LABELS, Math.max(...bars.map(({ label }) => widthOf(label))))
    : width;
  const left = beside ? labels + 12 : 1;
  const behind = Math.max(
    ...bars.map(({ words }) => (typeof words === 'string' ? widthOf(words) + 10 : 0)),
  );
  const most = Math.max(...bars.map(({ parts }) => sum(parts.map(({ count }) => count))));
  const ticks = wholeTicks(most, beside ? 8 : 4);
  const end = ticks.at(-1) ?? 1;
  // Room for the words behind the longest bar, for half a tick's label, and for parts too small to see.
  const right = width - Math.max(behind * (most / end), widthOf(String(end)) / 2 + 2, 14);
  const xOf = (count: number) => left + (count / end) * (right - left);
  let y = TOP;
  const tops: number[] = [];
  const rows = bars.map((bar): Html => {
    const lines = wrap(bar.label, labels, 2);
    const top = y;
    const barTop = beside
      ? top + Math.max(0, (lines.length * LINE - THICK) / 2)
      : top + lines.length * LINE + 3;
    tops.push(barTop);
    const named = lines.map((line, at) =>
      textAt(
        beside ? labels : 0,
        beside
          ? barTop + THICK / 2 + (at - (lines.length - 1) / 2) * LINE
          : top + at * LINE + LINE / 2,
        line,
        beside ? { anchor: 'end' } : {},
      ),
    );
    const { body, reach } = stacked(bar.parts, {
      x: left,
      y: barTop,
      height: THICK,
      unit: (right - left) / end,
    });
    let bottom = barTop + THICK;
    let said: Html;
    if (typeof bar.words === 'string') {
      said = textAt(reach + 7, barTop + THICK / 2, bar.words, { bold: true });
    } else {
      const key = keyAt(bar.words, left, bottom + 3, width);
      said = key.body;
      bottom += 3 + key.height;
    }
    y = Math.max(bottom, top + (beside ? lines.length * LINE : 0)) + GAP;
    return html`${named}${body}${said}`;
  });
  const foot = y - GAP + 8;
  // Where words stand between the bars, no line runs through them.
  const spans: readonly (readonly [number, number])[] =
    beside && bars.every(({ words }) => typeof words === 'string')
      ? [[0, foot]]
      : tops.map((top) => [top - 3, top + THICK + 3]);
  const lineAt = (count: number, stroke: string, thick: number) =>
    html`<path d="${spans.map(([from, to]) => `M${round(xOf(count))} ${round(from)}V${round(to)}`).join('')}" fill="none" stroke="${stroke}" stroke-width="${thick}"/>`;
  const grid = ticks.slice(1).map((tick) => lineAt(tick, GRID, 1));
  const axis = html`${lineAt(0, LINES, 1.5)}<path d="M${round(left)} ${round(foot)}H${round(xOf(end))}${ticks.map((tick) => `M${round(xOf(tick))} ${round(foot)}v5`).join('')}" fill="none" stroke="${LINES}" stroke-width="1.5"/>`;
  const figures = ticks.map((tick, at) =>
    textAt(xOf(tick), foot + 16, String(tick), at === 0 && !beside ? {} : { anchor: 'middle' }),
  );
  const notes = below.flatMap((note) => wrap(note, width - (beside ? left : 0), 4));
  const noteTop = foot + 2 * LINE + 18;
  const said = notes.map((line, at) =>
    textAt(beside ? left : 0, noteTop + at * LINE + LINE / 2, line),
  );
  return [
    {
      height: notes.length === 0 ? foot + 2 * LINE + 10 : noteTop + notes.length * LINE + 2,
      body: html`${grid}${rows}${axis}${figures}${textAt(left, foot + LINE + 16, unit)}${said}`,
    },
  ];
}
