import { counted } from '../../model/words.ts';
import { type Html, html } from '../../render/html.ts';
import { type ActionRow, byDays } from '../../reports/action-row.ts';
import { ageOfOverdue, overdueByOwner } from '../charts/index.ts';
import { ACTION_NOUN, actionColumns } from './action-cells.ts';
import { linkTo } from './address.ts';
import { chartFigure } from './chart-figure.ts';
import { behind, FIGURES, type Figure } from './figures.ts';
import type { Page } from './frame.ts';
import { keyFigures } from './key-figures.ts';
import { figurePlace, listPath, partTable, RAG, worstFirst } from './part-table.ts';
import type { OrganisationPart, OwnerPart, Part, Site } from './site.ts';
import { table } from './table.ts';
import { figureLines, traceTable } from './trace.ts';

/** More rows than this go on to another page: browsers are slow with longer tables. */
const ROWS_A_PAGE = 1000;

/** The pages of all actions behind each figure, as many as they need. */
export function figurePages(site: Site): (Omit<Page, 'body'> & { readonly body: () => Html })[] {
  return FIGURES.flatMap((figure) => {
    const count = behind(figure.id, site.rows, site.asOf).length;
    const pages = Math.max(1, Math.ceil(count / ROWS_A_PAGE));
    return Array.from({ length: pages }, (_, at) => {
      const path = numbered(listPath(figure.id), at);
      return { path, title: titleOf(figure), body: () => listBody(site, figure, path, at, pages) };
    });
  });
}

function numbered(path: string, at: number): string {
  return at === 0 ? path : path.replace(/\.html$/, `-${at + 1}.html`);
}

const TITLES: Readonly<Record<string, string>> = {
  actions: 'All actions',
  open: 'Open actions',
  overdue: 'Overdue actions',
  'due-soon': 'Actions due in the next 30 days',
  'not-started': 'Actions not started',
  'in-progress': 'Actions in progress',
  paused: 'Paused actions',
  complete: 'Complete actions',
  superseded: 'Superseded actions',
  withdrawn: 'Withdrawn actions',
  red: 'Actions that are red',
  amber: 'Actions that are amber',
  green: 'Actions that are green',
  'no-rag': 'Actions without RAG',
  'no-last-day': 'Open actions without a last day',
};

function titleOf({ id, heading }: Figure): string {
  return TITLES[id] ?? heading;
}

function listBody(site: Site, figure: Figure, path: string, at: number, pages: number): Html {
  const rows = ordered(figure, behind(figure.id, site.rows, site.asOf));
  const shown = rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
  const pictures =
    figure.id === 'overdue' && at === 0
      ? html`${chartFigure(ageOfOverdue(site.portfolio, site.asOf))}${chartFigure(overdueByOwner(site.portfolio, site.asOf))}<h2 class="govuk-heading-m">The actions</h2>\n`
      : undefined;
  return html`<p class="govuk-body-l">${counted(rows.length, 'action')}. ${figure.meaning}</p>
${pictures}${pageNote(path, rows.length, at, pages)}${table({
  id: 'list',
  caption: titleOf(figure),
  quiet: true,
  columns: actionColumns(site, path),
  rows: shown,
  empty: 'There is none.',
  noun: ACTION_NOUN,
})}${pager(path, listPath(figure.id), at, pages)}`;
}

function ordered({ id }: Figure, rows: readonly ActionRow[]): readonly ActionRow[] {
  if (id === 'overdue') return rows.toSorted(byDays(({ state }) => state.daysOverdue));
  if (id === 'due-soon') return rows.toSorted(byDays(() => 0));
  return rows;
}

function pageNote(path: string, count: number, at: number, pages: number): Html | undefined {
  if (pages === 1) return undefined;
  const last = Math.min(count, (at + 1) * ROWS_A_PAGE);
  return html`<div class="govuk-inset-text">Page ${at + 1} of ${pages}: actions ${at * ROWS_A_PAGE + 1} to ${last} of ${count}. Search and filters look at this page only; <a href="${linkTo(path, 'data.html')}">the data</a> holds all of them.</div>\n`;
}

function pager(from: string, path: string, at: number, pages: number): Html | undefined {
  if (pages === 1) return undefined;
  const links = Array.from({ length: pages }, (_, index) =>
    index === at
      ? html`<li aria-current="page">${index + 1}</li>\n`
      : html`<li><a href="${linkTo(from, numbered(path, index))}" aria-label="Page ${index + 1}">${index + 1}</a></li>\n`,
  );
  return html`<nav class="app-pager" aria-label="Pages of this list">\n<ul>\n${links}</ul>\n</nav>\n`;
}

/** All owners with their figures, the most overdue first. */
export function ownersPage(site: Site): Html {
  return html`${partTable(site, 'owners.html', {
    id: 'owners',
    caption: 'Actions by owner',
    quiet: true,
    heading: 'Owner',
    noun: ['owner', 'owners'],
    parts: worstFirst(site, site.owners),
    figures: ['actions', 'open', 'overdue', 'due-soon', 'complete'],
    empty: 'No action has an owner.',
  })}<p class="app-small">An action that several own counts for each of them.</p>\n`;
}

export function organisationsPage(site: Site): Html {
  return html`${partTable(site, 'organisations.html', {
    id: 'organisations',
    caption: 'Actions by organisation',
    quiet: true,
    heading: 'Organisation',
    noun: ['organisation', 'organisations'],
    parts: worstFirst(site, site.organisations),
    figures: RAG,
    name: (part) => {
      const { label, title } = part as OrganisationPart;
      return title === undefined ? label : `${label} – ${title}`;
    },
    empty: 'No action has an owner.',
  })}<p class="app-small">An action that several organisations own counts for each of them.</p>\n`;
}

export function ownerPage(site: Site, part: OwnerPart): Html {
  const organisation = part.owner && site.pageOfOrganisation(part.owner.organisation);
  return html`${organisation ? html`<p>One of the owners of <a href="${linkTo(part.path, organisation.path)}">${organisation.title ?? organisation.label}</a></p>\n` : undefined}${partBody(site, part, false)}`;
}

export function organisationPage(site: Site, part: OrganisationPart): Html {
  const owners =
    part.owners.length > 1 || part.owners[0]?.label !== part.label
      ? html`<h2 class="govuk-heading-m">Owners</h2>
${partTable(site, part.path, {
  id: 'owners',
  caption: `Owners of ${part.label}`,
  quiet: true,
  heading: 'Owner',
  noun: ['owner', 'owners'],
  parts: worstFirst(site, part.owners),
  figures: ['actions', 'open', 'overdue', 'due-soon', 'complete'],
  empty: '',
})}`
      : undefined;
  return partBody(site, part, true, owners);
}

function partBody(site: Site, part: Part, withOwner: boolean, between?: Html): Html {
  return html`${keyFigures(site, part.rows, (id) => figurePlace(part.path, part, id))}${between}<h2 class="govuk-heading-m" id="actions">Actions</h2>
${table({
  id: 'actions-table',
  caption: `Actions of ${part.label}`,
  quiet: true,
  columns: actionColumns(site, part.path, { withOwner }),
  rows: part.rows,
  empty: 'There is none.',
  noun: ACTION_NOUN,
})}${traceTable(figureLines(site, part.path, part.rows))}`;
}
