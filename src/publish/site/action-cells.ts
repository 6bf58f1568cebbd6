import type { OwnerName } from '../../model/owner.ts';
import { ownerLabel } from '../../model/owner.ts';
import { capital, counted } from '../../model/words.ts';
import { type Html, html } from '../../render/html.ts';
import { type ActionRow, actionLabel, statusWords } from '../../reports/action-row.ts';
import { dateInWords, targetInWords } from '../dates.ts';
import { english } from '../words-en.ts';
import { linkTo } from './address.ts';
import { figure } from './figures.ts';
import type { Site } from './site.ts';
import type { TableColumn } from './table.ts';

/** Longer texts are cut in lists; the page of the plan has all of each. */
const EXCERPT = 200;

/** The beginning of a text. What is cut off is there for the search to find, but not shown. */
export function excerpt(text: string): Html {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT) return html`${line}`;
  const end = Math.max(line.slice(0, EXCERPT).lastIndexOf(' '), 120);
  const shown = line.slice(0, end).replace(/[\s,;:.–-]+$/, '');
  return html`${shown} …<span hidden> ${line.slice(end).trim()}</span>`;
}

/** The id of an action as a link to it on the page of its plan. */
export function actionLink(site: Site, from: string, row: ActionRow, withPlan = true): Html {
  const place = site.placeOf(row.action);
  const label = actionLabel(row, withPlan && site.plans.length > 1);
  return place === undefined ? html`${label}` : html`<a href="${linkTo(from, place)}">${label}</a>`;
}

/** The owners of an action, each with a link to their page. */
export function ownerLinks(site: Site, from: string, owners: readonly OwnerName[]): Html {
  if (owners.length === 0) return html`<span data-value>No owner</span>`;
  return html`${owners.map((owner, at) => {
    const label = ownerLabel(owner);
    const part = site.pageOfOwner(owner);
    const shown = part
      ? html`<a href="${linkTo(from, part.path)}" data-value>${label}</a>`
      : html`<span data-value>${label}</span>`;
    return html`${at > 0 ? html`; ` : undefined}${shown}`;
  })}`;
}

/** Red, amber or green in words; the colour only repeats them. */
export function ragTag({ state: { rag } }: ActionRow): Html {
  return html`<strong class="app-tag app-tag--${rag ?? 'none'}">${figure(rag ?? 'no-rag').heading}</strong>`;
}

/** The target that holds, and the first one where that is another. */
export function targetCell({ action, state: { target, moves } }: ActionRow): Html {
  if (!target) return html`None given`;
  const first =
    moves.length > 0 && action.target && action.target.written !== target.written
      ? html`<br><span class="app-small">first: ${targetInWords(action.target, english)}</span>`
      : undefined;
  return html`${targetInWords(target, english)}${first}`;
}

export function lateWords({ state }: ActionRow): string {
  return state.overdue ? `${counted(state.daysOverdue, 'day')} overdue` : '';
}

/** The columns that lists of actions have. */
export function actionColumns(
  site: Site,
  from: string,
  { withPlan = true, withOwner = true }: { withPlan?: boolean; withOwner?: boolean } = {},
): TableColumn<ActionRow>[] {
  const columns: (TableColumn<ActionRow> | false)[] = [
    {
      heading: 'Action',
      heads: true,
      whole: true,
      cell: (row) => actionLink(site, from, row, withPlan),
    },
    { heading: 'What', words: true, cell: ({ action }) => excerpt(action.action) },
    withOwner && {
      heading: 'Owner',
      filter: true,
      cell: ({ owners }) => ownerLinks(site, from, owners),
    },
    { heading: 'Target', cell: targetCell },
    {
      heading: 'Status',
      filter: true,
      cell: ({ state }) => html`<span data-value>${capital(statusWords(state.status))}</span>`,
    },
    { heading: 'RAG', filter: true, cell: (row) => html`<span data-value>${ragTag(row)}</span>` },
    {
      heading: 'Days overdue',
      align: 'right',
      cell: ({ state }) => (state.overdue ? String(state.daysOverdue) : '–'),
    },
    {
      heading: 'Last update',
      cell: ({ state }) => (state.lastUpdate ? dateInWords(state.lastUpdate, english) : 'Never'),
    },
  ];
  return columns.filter((column) => column !== false);
}

export const ACTION_NOUN = ['action', 'actions'] as const;
