import type { Cell } from '../reports/report.ts';
import { type Html, html } from './html.ts';

/** The unit of these pictures: their width in it, whatever they measure on the page. */
const WIDTH = 100;

const FILLS = { red: '#ca3535', amber: '#f5a94b', green: '#0f7a52', none: '#b1b4b6' } as const;
const LETTERS = { red: 'R', amber: 'A', green: 'G', none: '' } as const;
const INKS = { red: '#fff', amber: '#0b0c0c', green: '#fff', none: '#0b0c0c' } as const;

/** A part of a whole as a bar. The figure stands beside it, so those who do not see it miss nothing. */
export function barPicture(share: number): Html {
  const within = Math.min(1, Math.max(0, share));
  // What is not nothing is seen.
  const full = within === 0 ? 0 : Math.max(2, Math.round(within * WIDTH));
  return html`<svg class="picture" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="12" fill="#e3e5e6"/><rect width="${full}" height="12" fill="#1d70b8"/></svg>`;
}

/** Red, amber and green in their proportions, each with its letter; its name says the figures. */
export function stripPicture(counts: NonNullable<Cell['strip']>): Html {
  const tones = (['red', 'amber', 'green', 'none'] as const).filter((tone) => counts[tone] > 0);
  const total = tones.reduce((sum, tone) => sum + counts[tone], 0);
  const words = tones.map((tone) => `${counts[tone]} ${tone === 'none' ? 'without RAG' : tone}`);
  let at = 0;
  const parts = tones.map((tone) => {
    const width = (counts[tone] / total) * WIDTH;
    const x = at;
    at += width;
    const middle = (x + width / 2).toFixed(2);
    const letter =
      width < 8 || tone === 'none'
        ? undefined
        : html`<text x="${middle}" y="9" font-size="8" font-weight="bold" text-anchor="middle" fill="${INKS[tone]}">${LETTERS[tone]}</text>`;
    return html`<rect x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="12" fill="${FILLS[tone]}" stroke="#fff" stroke-width="0.75"/>${letter}`;
  });
  return html`<svg class="picture strip" viewBox="0 0 100 12" role="img" aria-label="${words.length === 0 ? 'no actions' : words.join(', ')}">${parts}</svg>`;
}
