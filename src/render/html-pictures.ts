import { sum } from '../model/sum.ts';
import type { Cell } from '../reports/report.ts';
import { filled, TRACK } from './charts/fills.ts';
import { stacked } from './charts/stack.ts';
import { type Html, html } from './html.ts';

/** The units of a strip: about what it measures on a page, so that patterns look as in other pictures. */
const WIDTH = 192;
const HEIGHT = 18;
const TONES = ['red', 'amber', 'green', 'none'] as const;

/** A part of a whole as a bar. The figure stands beside it, so those who do not see it miss nothing. */
export function barPicture(share: number): Html {
  const within = Math.min(1, Math.max(0, share));
  // What is not nothing is seen.
  const full = within === 0 ? 0 : Math.max(2, Math.round(within * 100));
  return html`<svg class="picture" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="12" fill="${TRACK}"/>${full > 0 ? filled('plain', { x: 0, y: 0, width: full, height: 12 }) : undefined}</svg>`;
}

/** Red, amber and green in their proportions, each in its pattern; its name says the figures. */
export function stripPicture(counts: NonNullable<Cell['strip']>): Html {
  const tones = TONES.filter((tone) => counts[tone] > 0);
  const total = sum(tones.map((tone) => counts[tone]));
  const words = tones.map((tone) => `${counts[tone]} ${tone === 'none' ? 'without RAG' : tone}`);
  const { body } = stacked(
    tones.map((tone) => ({ count: counts[tone], fill: tone })),
    // Parts too small to be seen take a little more than their share.
    { x: 0, y: 0, height: HEIGHT, unit: (WIDTH - 9) / Math.max(1, total) },
  );
  return html`<svg class="picture strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.length === 0 ? 'no actions' : words.join(', ')}">${body}</svg>`;
}
