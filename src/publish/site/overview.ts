import { AGREEMENTS } from '../../model/plan-file.ts';
import { capital, counted } from '../../model/words.ts';
import { type Html, html } from '../../render/html.ts';
import { byDays } from '../../reports/action-row.ts';
import {
  ageOfOverdue,
  burnUp,
  overdueByOwner,
  ragByOrganisation,
  ragByPlan,
} from '../charts/index.ts';
import { english } from '../words-en.ts';
import { actionColumns } from './action-cells.ts';
import { chartFigure } from './chart-figure.ts';
import { behind } from './figures.ts';
import { monthInWords } from './frame.ts';
import { keyFigures } from './key-figures.ts';
import { movementTable } from './month-page.ts';
import { listPath, POSITION, partTable, RAG, worstFirst } from './part-table.ts';
import type { Part, PlanPart, Site } from './site.ts';
import { numberLink, table } from './table.ts';
import { traceLink } from './trace.ts';

const PATH = 'index.html';

/** So many plans, organisations and overdue actions stand on the first page; the others on their own. */
const MOST_PARTS = 30;
const MOST_OVERDUE = 10;

/** The first page: where all plans stand. */
export function overview(site: Site): Html {
  const { portfolio, asOf, rows, plans, organisations } = site;
  if (plans.length === 0)
    return html`<p class="govuk-body-l">No plan had been submitted by this day.</p>\n`;
  const overdue = behind('overdue', rows, asOf);
  return html`<p class="govuk-body-l">${leadWords(site, overdue.length)}</p>
${keyFigures(site, rows, listPath)}${chartFigure(burnUp(portfolio, asOf))}<h2 class="govuk-heading-m">Movement in ${monthInWords(site)}</h2>
${movementTable(site, PATH)}<h2 class="govuk-heading-m">Overdue</h2>
${overdueTable(site)}${chartFigure(overdueByOwner(portfolio, asOf), 3)}${chartFigure(ageOfOverdue(portfolio, asOf), 3)}<h2 class="govuk-heading-m">By plan</h2>
${chartFigure(plans.length <= MOST_PARTS ? ragByPlan(portfolio, asOf) : null, 3)}${partTable(
  site,
  PATH,
  {
    id: 'rag-by-plan',
    caption: 'Actions by RAG and plan',
    heading: 'Plan',
    noun: ['plan', 'plans'],
    parts: first(site, plans),
    figures: RAG,
    name: planName,
    totals: rows,
    empty: '',
  },
)}${more(plans, 'plans.html', 'plan')}${agreementTable(first(site, plans))}<h2 class="govuk-heading-m">By organisation</h2>
${chartFigure(organisations.length <= MOST_PARTS ? ragByOrganisation(portfolio, asOf) : null, 3)}${partTable(
  site,
  PATH,
  {
    id: 'rag-by-organisation',
    caption: 'Actions by RAG and organisation',
    heading: 'Organisation',
    noun: ['organisation', 'organisations'],
    parts: first(site, organisations),
    figures: RAG,
    empty: 'No action has an owner.',
  },
)}${more(organisations, 'organisations.html', 'organisation')}<p class="app-small">An action that several organisations own counts for each of them.</p>
`;
}

function leadWords({ rows, plans, asOf }: Site, overdue: number): string {
  const items = new Map<string, number>();
  for (const { plan } of plans) {
    items.set(plan.item, (items.get(plan.item) ?? 0) + plan.recommendations.length);
  }
  const counts = [...items].map(([item, count]) => counted(count, item)).join(', ');
  const done = behind('complete', rows, asOf).length;
  const late =
    overdue === 0 ? 'none is overdue' : `${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`;
  return `${capital(counted(plans.length, 'plan'))} with ${counts} and ${counted(rows.length, 'action')}: ${done} ${done === 1 ? 'is' : 'are'} complete, ${late}.`;
}

/** What stands on the first page: all of it, or the worst. */
function first<P extends Part>(site: Site, parts: readonly P[]): readonly P[] {
  return parts.length <= MOST_PARTS ? parts : worstFirst(site, parts).slice(0, MOST_PARTS);
}

function more(parts: readonly Part[], path: string, noun: string): Html | undefined {
  if (parts.length <= MOST_PARTS) return undefined;
  return html`<p>These are the ${MOST_PARTS} with most overdue. <a href="${path}">All ${parts.length} ${noun}s</a></p>\n`;
}

export function planName(part: Part): string {
  return (part as PlanPart).plan.title;
}

function overdueTable(site: Site): Html {
  const overdue = behind('overdue', site.rows, site.asOf).toSorted(
    byDays(({ state }) => state.daysOverdue),
  );
  const shown = overdue.slice(0, MOST_OVERDUE);
  const rest = overdue.length - shown.length;
  return html`${table({
    id: 'overdue-table',
    caption: rest > 0 ? `The ${MOST_OVERDUE} actions overdue for longest` : 'Overdue actions',
    columns: actionColumns(site, PATH).filter(({ heading }) => heading !== 'Last update'),
    rows: shown,
    empty: 'No action is overdue.',
  })}${rest > 0 ? html`<p><a href="overdue.html">All ${overdue.length} overdue actions</a></p>\n` : undefined}`;
}

/** Items by agreement, of the plans that answer so. */
export function agreementTable(parts: readonly PlanPart[], from = PATH): Html | undefined {
  const answering = parts.filter(({ plan }) =>
    plan.recommendations.some(({ agreement }) => agreement !== undefined),
  );
  if (answering.length === 0) return undefined;
  const keys = [...AGREEMENTS, 'none'] as const;
  const count = ({ plan }: PlanPart, key: (typeof keys)[number]) =>
    plan.recommendations.filter((item) => (item.agreement ?? 'none') === key).length;
  const shown = keys.filter(
    (key) => key !== 'none' || answering.some((one) => count(one, key) > 0),
  );
  return table<PlanPart>({
    id: 'agreement',
    caption: 'Answers by agreement, of the plans that give one',
    columns: [
      {
        heading: 'Plan',
        heads: true,
        words: true,
        cell: ({ plan, path }) => html`<a href="${path}">${plan.title}</a>`,
      },
      ...shown.map((key) => ({
        heading: english.agreement[key],
        align: 'right' as const,
        cell: (part: PlanPart) =>
          numberLink(count(part, key), traceLink(from, part.path, `agreement-${key}`)),
      })),
      {
        heading: 'Total',
        align: 'right',
        cell: ({ plan, path }) => numberLink(plan.recommendations.length, `${path}#items`),
      },
    ],
    rows: answering,
    empty: '',
  });
}

/** All plans with their figures. */
export function plansPage(site: Site): Html {
  const { plans, rows } = site;
  const all = (id: string, caption: string, figures: readonly string[]): Html =>
    partTable(site, 'plans.html', {
      id,
      caption,
      heading: 'Plan',
      noun: ['plan', 'plans'],
      parts: plans,
      figures,
      name: planName,
      totals: rows,
      empty: 'No plan had been submitted by this day.',
    });
  return html`${all('position', 'Actions by status', POSITION)}${all('rag', 'Actions by RAG', RAG)}${agreementTable(plans, 'plans.html')}`;
}
