import { CHANGE_TYPES, type Change, type ChangeType } from '../../changes/change.ts';
import { pushTo } from '../../model/group.ts';
import { capital, counted } from '../../model/words.ts';
import { changeWords } from '../../render/change-words.ts';
import { type Html, html } from '../../render/html.ts';
import { fileNote } from './action-article.ts';
import type { Comparison } from './input.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** Fields that are never published: nor is what changed in them. */
const INTERNAL = new Set(['notes', 'tags', 'standards']);

/** What changed in the commitments since a revision, plan by plan. */
export function changesPage(site: Site, { base, changes, placeOf }: Comparison): Html {
  const shown = changes.filter(({ field }) => field === null || !INTERNAL.has(field));
  const hidden = changes.length - shown.length;
  const byPlan = new Map<string, Change[]>();
  for (const change of shown) pushTo(byPlan, change.plan, change);
  const types = CHANGE_TYPES.map((type) => ({
    type,
    count: shown.filter((change) => change.type === type).length,
  })).filter(({ count }) => count > 0);
  return html`<p class="govuk-body-l">${shown.length === 0 ? 'No commitment changed' : counted(shown.length, 'change')} since ${base.rev} (${base.commit.slice(0, 12)}).</p>
<p>Plans, recommendations and actions are matched by their ids: order, wrapping and moved files are no change.${hidden > 0 ? ` ${capital(counted(hidden, 'change'))} of fields that are not published ${hidden === 1 ? 'is' : 'are'} not shown.` : ''}</p>
${
  types.length === 0
    ? undefined
    : table({
        id: 'types',
        caption: 'Changes by kind',
        columns: [
          { heading: 'Kind', heads: true, cell: ({ type }) => typeWords(type) },
          { heading: 'Number', align: 'right', cell: ({ count }) => String(count) },
        ],
        rows: types,
        empty: '',
      })
}${[...byPlan].map(([plan, own], at) => planChanges(site, plan, own, at, placeOf))}`;
}

function typeWords(type: ChangeType): string {
  return capital(type.replaceAll('-', ' '));
}

function planChanges(
  site: Site,
  id: string,
  changes: readonly Change[],
  at: number,
  placeOf: Comparison['placeOf'],
): Html {
  const part = site.plans.find(({ label }) => label === id);
  const title = changes.map(({ after, before }) => (after ?? before)?.plan.title).find(Boolean);
  return html`<h2 class="govuk-heading-m">${part ? html`<a href="${part.path}">${title ?? id}</a>` : (title ?? id)}</h2>
${table<Change>({
  id: `changes-${at + 1}`,
  caption: `Changes of plan ${id}`,
  quiet: true,
  columns: [
    { heading: 'Item', heads: true, whole: true, cell: (change) => itemLink(site, change) },
    {
      heading: 'Kind',
      filter: true,
      cell: ({ type }) => html`<span data-value>${typeWords(type)}</span>`,
    },
    { heading: 'Change', words: true, cell: (change) => capital(changeWords(change)) },
    {
      heading: 'Where',
      cell: (change) => {
        const { file, line } = placeOf(change);
        return fileNote(site, file, line);
      },
    },
  ],
  rows: changes,
  empty: '',
  noun: ['change', 'changes'],
})}`;
}

function itemLink(site: Site, change: Change): Html | string {
  const { after, action, recommendation } = change;
  const label = action ?? recommendation ?? 'Plan';
  const item = after?.action ?? after?.recommendation;
  const place = item && site.placeOf(item);
  return place === undefined ? label : html`<a href="${place}">${label}</a>`;
}
