import { type Html, html } from '../../render/html.ts';
import type { ActionRow } from '../../reports/action-row.ts';
import { behind, figure } from './figures.ts';
import type { Site } from './site.ts';

const SHOWN = ['actions', 'complete', 'open', 'overdue', 'due-soon'] as const;

/** The figures that a page begins with, each with a link to what is behind it. */
export function keyFigures(
  site: Site,
  rows: readonly ActionRow[],
  linkOf: (id: string) => string,
): Html {
  const items = SHOWN.map((id) => {
    const count = behind(id, rows, site.asOf).length;
    const words = wordsOf(id, count, rows.length);
    const shown = html`<span class="app-figures__number">${count.toLocaleString('en-GB')}</span> <span class="app-figures__words">${words}</span>`;
    return html`<li${id === 'overdue' && count > 0 ? html` class="app-figures__late"` : undefined}>${count === 0 ? shown : html`<a href="${linkOf(id)}">${shown}</a>`}</li>\n`;
  });
  return html`<ul class="app-figures">\n${items}</ul>\n`;
}

function wordsOf(id: (typeof SHOWN)[number], count: number, all: number): string {
  switch (id) {
    case 'actions':
      return count === 1 ? 'action' : 'actions';
    case 'complete':
      return all === 0 ? 'complete' : `complete (${Math.round((100 * count) / all)}%)`;
    case 'due-soon':
      return 'due in the next 30 days';
    default:
      return figure(id).heading.toLowerCase();
  }
}
