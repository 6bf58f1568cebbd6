import { type Html, html } from '../html.ts';
import { round } from './number.ts';

/** A picture is drawn twice: as wide as a page, and for a telephone or a page at 400 %. */
export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
}

export const LAYOUTS: readonly Layout[] = [
  { name: 'wide', width: 960 },
  { name: 'narrow', width: 320 },
];

/** A part of a picture, as tall as it needs to be. What is too tall for a page comes in several. */
export interface Drawing {
  readonly height: number;
  readonly body: Html | readonly Html[];
  /** What this part says, where it is not the first. */
  readonly description?: string;
}

interface Message {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** The picture in both layouts, with its message as the name that is heard. */
export function pictureOf(message: Message, draw: (layout: Layout) => readonly Drawing[]): string {
  const parts = LAYOUTS.map((layout) => {
    const drawings = draw(layout);
    return drawings.map((drawing, at) => element(message, layout, drawing, at, drawings.length));
  });
  return html`<div class="chart">${parts.flat()}</div>`.toString();
}

function element(
  { id, title, description }: Message,
  { name, width }: Layout,
  drawing: Drawing,
  at: number,
  count: number,
): Html {
  const own = `${id}-${name}${at === 0 ? '' : `-${at + 1}`}`;
  const said = count === 1 ? title : `${title}, part ${at + 1} of ${count}`;
  return html`<svg class="chart-${name}" viewBox="0 0 ${width} ${round(drawing.height)}" preserveAspectRatio="xMinYMin" role="img" aria-labelledby="title-${own} desc-${own}" font-family="Arial, 'Liberation Sans', Helvetica, sans-serif" font-size="16" fill="currentColor"><title id="title-${own}">${said}</title><desc id="desc-${own}">${drawing.description ?? description}</desc>${drawing.body}</svg>`;
}

/** A text as part of an id: of letters, digits and hyphens, different for different texts. */
export function idPart(text: string): string {
  return text.replace(/[^a-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`);
}
