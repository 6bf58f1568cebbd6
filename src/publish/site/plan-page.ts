import type { Plan, Recommendation } from '../../model/plan.ts';
import { AGREEMENTS } from '../../model/plan-file.ts';
import { capital, counted } from '../../model/words.ts';
import { type Html, html } from '../../render/html.ts';
import type { ActionRow } from '../../reports/action-row.ts';
import { timeline } from '../charts/index.ts';
import { dateInWords } from '../dates.ts';
import { roundsUntil } from '../progress.ts';
import { english } from '../words-en.ts';
import { actionArticle, sourceNote } from './action-article.ts';
import { ACTION_NOUN, actionColumns } from './action-cells.ts';
import { chartFigure } from './chart-figure.ts';
import { keyFigures } from './key-figures.ts';
import { moverLines } from './movement-lines.ts';
import { figurePlace } from './part-table.ts';
import type { PlanPart, Site } from './site.ts';
import { table } from './table.ts';
import { planLink, proseHtml } from './text.ts';
import { figureLines, type TraceLine, traceTable } from './trace.ts';

/** A plan: where it stands, and all that it says, but for notes. */
export function planPage(site: Site, part: PlanPart): Html {
  const { plan, rows, path } = part;
  const items = `${plan.item}s`;
  const targets = timeline(plan, site.asOf);
  return html`${facts(site, plan)}${keyFigures(site, rows, (id) => figurePlace(path, part, id))}${onThisPage(
    [
      ...(targets ? [['timeline', 'Timeline of targets'] as const] : []),
      ['actions', 'Actions'],
      ['behind-figures', 'What is behind the figures'],
      ['items', capital(items)],
    ],
  )}${targets ? html`<div id="timeline">${chartFigure(targets)}</div>` : undefined}<h2 class="govuk-heading-m" id="actions">Actions</h2>
${table({
  id: 'actions-table',
  caption: `The actions of ${plan.title}`,
  quiet: true,
  columns: actionColumns(site, path, { withPlan: false }),
  rows,
  empty: 'This plan has no actions.',
  noun: ACTION_NOUN,
})}${traceTable([
  ...agreementLines(part),
  ...figureLines(site, path, rows),
  ...moverLines(site, path, plan),
])}<h2 class="govuk-heading-m" id="items">${capital(items)}</h2>
${contents(part)}${plan.recommendations.map((item, at) => itemSection(site, part, item, plan.recommendations[at - 1], rows))}`;
}

function onThisPage(places: readonly (readonly [place: string, words: string])[]): Html {
  return html`<nav class="app-onpage" aria-label="On this page">
<ul>
${places.map(([place, words]) => html`<li><a href="#${place}">${words}</a></li>\n`)}</ul>
</nav>
`;
}

function facts(site: Site, plan: Plan): Html {
  const { report, by, submitted } = plan;
  const list: (readonly [term: string, value: Html])[] = [];
  const add = (term: string, value: Html | undefined): void => {
    if (value !== undefined) list.push([term, value]);
  };
  const title = report?.title ?? report?.url;
  add('In answer to', title === undefined ? undefined : planLink(title, report?.url));
  add('Published by', report?.publisher === undefined ? undefined : html`${report.publisher}`);
  add('Report published', report?.published && html`${dateInWords(report.published, english)}`);
  add('Answered by', by.length === 0 ? undefined : html`${by.join(', ')}`);
  add('Plan submitted', html`${dateInWords(submitted, english)}`);
  for (const { title: name, date } of roundsUntil(plan, site.asOf)) {
    add(name ?? 'Update', html`${dateInWords(date, english)}`);
  }
  add('Source', sourceNote(site, plan.at('plan')));
  return html`<dl class="app-facts">\n${list.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
}

/** Items by their agreement, where the plan gives any. */
function agreementLines({ plan, places }: PlanPart): TraceLine[] {
  if (plan.recommendations.every(({ agreement }) => agreement === undefined)) return [];
  return [...AGREEMENTS, 'none' as const].map((key) => {
    const found = plan.recommendations.filter((item) => (item.agreement ?? 'none') === key);
    return {
      id: `agreement-${key}`,
      heading: `${capital(plan.item)}s: ${english.agreement[key].toLowerCase()}`,
      count: found.length,
      items: html`${found.map((item, at) => html`${at > 0 ? html`, ` : undefined}<a href="#${places.get(item) ?? ''}">${item.id}</a>`)}`,
    };
  });
}

/** A list of contents, where a plan is long enough to need one. */
function contents({ plan, places }: PlanPart): Html | undefined {
  if (plan.recommendations.length < 4) return undefined;
  return html`<nav class="app-contents" aria-label="${capital(plan.item)}s of this plan">
<ul>
${plan.recommendations.map((item) => html`<li><a href="#${places.get(item) ?? ''}">${capital(plan.item)} ${item.id}</a></li>\n`)}</ul>
</nav>
`;
}

function itemSection(
  site: Site,
  part: PlanPart,
  item: Recommendation,
  before: Recommendation | undefined,
  rows: readonly ActionRow[],
): Html {
  const { plan, places } = part;
  const own = rows.filter(({ recommendation }) => recommendation === item);
  const themed =
    item.theme !== undefined && item.theme !== before?.theme
      ? html`<p class="app-theme">${item.theme}</p>\n`
      : undefined;
  const to =
    item.to.length === 0 ? undefined : html`<p class="app-small">To ${item.to.join(', ')}</p>\n`;
  return html`<section class="app-item">
${themed}<h3 class="govuk-heading-s" id="${places.get(item) ?? ''}">${capital(plan.item)} ${item.id}</h3>
${to}<div class="app-quote">
${proseHtml(item.text)}</div>
${answer(item)}${own.length === 0 ? html`<p>${noActions(item)}</p>\n` : own.map((row) => actionArticle(site, part, row))}</section>
`;
}

function noActions({ actions }: Recommendation): string {
  return actions.length === 0
    ? 'No action belongs to it.'
    : `${capital(counted(actions.length, 'action'))} had not been taken on by this day.`;
}

/** The answer: agreement, the reason where it is not full, the part agreed, and the response. */
function answer(item: Recommendation): Html {
  const { agreement, reason, agreedPart, response, see } = item;
  const categories = reason?.category.map((one) => english.categories[one] ?? one).join(', ') ?? '';
  return html`${agreement && html`<p><strong class="app-tag app-tag--plain">${english.agreement[agreement]}</strong></p>\n`}${
    reason &&
    html`<p class="app-label">Reason${categories === '' ? '' : ` (${categories})`}</p>\n${proseHtml(reason.text ?? '')}`
  }${agreedPart === undefined ? undefined : html`<p class="app-label">Part that will be implemented</p>\n${proseHtml(agreedPart)}`}${
    response === undefined
      ? undefined
      : html`<p class="app-label">Response</p>\n${proseHtml(response)}`
  }${see.length > 0 ? html`<p class="app-small">See also ${see.join(', ')}</p>\n` : undefined}`;
}
