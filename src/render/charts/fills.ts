import type { Cell } from '../../reports/report.ts';
import { type Html, html } from '../html.ts';
import { round } from './number.ts';

/** What a part of a picture stands for: a colour and a pattern, so that no colour is needed to tell. */
export type Fill = keyof NonNullable<Cell['strip']> | 'plain';

export const INK = '#0b0c0c';
export const LINES = '#6f7375';
export const GRID = '#d9dcde';
/** The rest of the whole that a bar is part of. */
export const TRACK = '#e3e5e6';

/**
 * Red is striped aslant, amber upright, green and plain are full and none is empty. Each stands out from
 * white by 3:1 at least, by its colour or its edge, and parts side by side have white between them.
 */
const FILLS = {
  red: { colour: '#ca3535', edge: '#ca3535', stripes: '#fff' },
  amber: { colour: '#f5a94b', edge: '#7a4a08', stripes: '#7a4a08' },
  green: { colour: '#0f7a52', edge: '#0f7a52', stripes: null },
  none: { colour: '#fff', edge: '#484949', stripes: null },
  plain: { colour: '#1d70b8', edge: '#1d70b8', stripes: null },
} as const satisfies Record<Fill, { colour: string; edge: string; stripes: string | null }>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box in the colour and pattern of what it stands for. Patterns are lines, so none needs an id. */
export function filled(fill: Fill, box: Box): Html {
  const { colour, edge, stripes } = FILLS[fill];
  // The edge is drawn within the box.
  const inset = Math.min(0.75, box.width / 4);
  const inner: Box = {
    x: box.x + inset,
    y: box.y + inset,
    width: box.width - 2 * inset,
    height: box.height - 2 * inset,
  };
  const lines = stripes === null ? '' : fill === 'red' ? aslant(inner) : upright(inner);
  return html`<rect x="${round(inner.x)}" y="${round(inner.y)}" width="${round(inner.width)}" height="${round(inner.height)}" fill="${colour}" stroke="${edge}" stroke-width="${round(2 * inset)}"/>${
    lines === '' || stripes === null
      ? undefined
      : html`<path d="${lines}" fill="none" stroke="${stripes}" stroke-width="2"/>`
  }`;
}

/** From one stripe to the next. */
const SPACE = 9;

function aslant({ x, y, width, height }: Box): string {
  const lines: string[] = [];
  for (let from = SPACE / 2 - height; from < width - 1; from += SPACE) {
    const low = Math.max(0, -from);
    const high = Math.min(height, width - from);
    if (high - low < 2) continue;
    lines.push(
      `M${round(x + from + low)} ${round(y + height - low)}L${round(x + from + high)} ${round(y + height - high)}`,
    );
  }
  return lines.join('');
}

function upright({ x, y, width, height }: Box): string {
  const lines: string[] = [];
  for (let from = SPACE - 2; from < width - 2; from += SPACE - 2) {
    lines.push(`M${round(x + from)} ${round(y)}V${round(y + height)}`);
  }
  return lines.join('');
}
