import { pushTo } from '../../model/group.ts';
import { type Html, html } from '../../render/html.ts';
import type { ActionRow } from '../../reports/action-row.ts';
import { linkTo } from './address.ts';
import { behind, FIGURES } from './figures.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** One number, with links to all that it counts. */
export interface TraceLine {
  readonly id: string;
  readonly heading: string;
  readonly count: number;
  readonly items: Html;
}

/** Where the rows behind a figure of a page are listed on that page. */
export function tracePlace(id: string): string {
  return `figure-${id}`;
}

/** Where the rows behind a number of a page stand; nothing is behind none. */
export function traceLink(from: string, path: string, id: string): string {
  return from === path ? `#${tracePlace(id)}` : `${linkTo(from, path)}#${tracePlace(id)}`;
}

/** The lines of the figures of some actions, but for all of them, which the table of actions shows. */
export function figureLines(site: Site, from: string, rows: readonly ActionRow[]): TraceLine[] {
  return FIGURES.filter(({ id }) => id !== 'actions').map(({ id, heading }) => {
    const found = behind(id, rows, site.asOf);
    return { id, heading, count: found.length, items: actionIds(site, from, found) };
  });
}

/** "plan: 1.1, 1.2; other: 3.1", each with a link; only the ids where all are of one plan. */
export function actionIds(site: Site, from: string, rows: readonly ActionRow[]): Html {
  const byPlan = new Map<string, ActionRow[]>();
  for (const row of rows) pushTo(byPlan, row.plan.file, row);
  const many = from.startsWith('plans/') ? false : site.plans.length > 1;
  return html`${[...byPlan.values()].map((own, at) => {
    const plan = many ? html`${own[0]?.plan.id ?? ''}: ` : undefined;
    return html`${at > 0 ? html`; ` : undefined}${plan}${own.map(
      (row, index) =>
        html`${index > 0 ? html`, ` : undefined}<a href="${here(from, site.placeOf(row.action) ?? '')}">${row.action.id}</a>`,
    )}`;
  })}`;
}

/** A link to a place, short where it is on the page itself. */
function here(from: string, place: string): string {
  return place.startsWith(`${from}#`) ? place.slice(from.length) : linkTo(from, place);
}

/** The table of what is behind the numbers of a page. */
export function traceTable(lines: readonly TraceLine[]): Html {
  const some = lines.filter(({ count }) => count > 0);
  return html`<h2 class="govuk-heading-m" id="behind-figures">What is behind the figures</h2>
${table({
  id: 'behind',
  caption: 'The actions and other items that each figure counts',
  columns: [
    { heading: 'Figure', heads: true, cell: ({ heading }) => heading },
    { heading: 'Number', align: 'right', cell: ({ count }) => count.toLocaleString('en-GB') },
    { heading: 'Which', cell: ({ items }) => items },
  ],
  rows: some,
  empty: 'Nothing is counted.',
  place: ({ id }) => tracePlace(id),
})}`;
}
