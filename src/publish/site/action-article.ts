import type { Place } from '../../model/diagnostic.ts';
import type { Entry } from '../../model/plan.ts';
import { entriesUntil } from '../../model/state.ts';
import { capital, counted } from '../../model/words.ts';
import { type Html, html } from '../../render/html.ts';
import { type ActionRow, statusWords } from '../../reports/action-row.ts';
import { lateCell } from '../../reports/completed.ts';
import { dateInWords, targetInWords } from '../dates.ts';
import { reportersOf } from '../progress.ts';
import { english } from '../words-en.ts';
import { lateWords, ownerLinks, ragTag } from './action-cells.ts';
import type { PlanPart, Site } from './site.ts';
import { planLink, proseHtml } from './text.ts';

/** An action in full: what, by whom, by when, how it went, and where it is written. */
export function actionArticle(site: Site, { path, places }: PlanPart, row: ActionRow): Html {
  const { action, state } = row;
  const name = places.get(action) ?? '';
  const late = lateWords(row);
  return html`<article class="app-action" aria-labelledby="${name}">
<h4 class="govuk-heading-s" id="${name}">Action ${action.id}</h4>
<p class="app-state">${ragTag(row)} ${capital(statusWords(state.status))}${late === '' ? undefined : html`, <strong>${late}</strong>`}</p>
${proseHtml(action.action)}<dl class="app-facts">
${factsOf(site, path, row).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
${log(site, row)}</article>
`;
}

function factsOf(site: Site, path: string, row: ActionRow): (readonly [string, Html])[] {
  const { action, state, owners } = row;
  const { measure, achievable, realistic, review, raised, dependsOn, see } = action;
  const words = (text: string | undefined): Html | undefined =>
    text === undefined ? undefined : html`${text}`;
  const listed = (list: readonly string[]): Html | undefined =>
    list.length === 0 ? undefined : html`${list.join(', ')}`;
  const later = raised.day === row.plan.submitted.day ? undefined : raised;
  const done = state.completion;
  const facts: (readonly [string, Html | undefined])[] = [
    [owners.length === 1 ? 'Owner' : 'Owners', ownerLinks(site, path, owners)],
    ...targetFacts(row),
    ['Done', done ? html`${dateInWords(done.done, english)} (${lateCell(row).text})` : undefined],
    ['Measure', words(measure)],
    ['Achievable', words(achievable)],
    ['Realistic', words(realistic)],
    ['Review', review && html`${dateInWords(review, english)}`],
    ['Raised', later && html`${dateInWords(later, english)}`],
    ['Depends on', listed(dependsOn)],
    ['See also', listed(see)],
    ['Source', sourceNote(site, action.at())],
  ];
  return facts.flatMap(([term, value]) => (value === undefined ? [] : [[term, value] as const]));
}

/** The target; where it moved, the first one and each move with its reason. */
function targetFacts({ action, state }: ActionRow): (readonly [string, Html])[] {
  const { moves, target, slippage } = state;
  if (!target) return [['Target', html`None given`]];
  if (moves.length === 0) return [['Target', html`${targetInWords(target, english)}`]];
  const days =
    slippage === null || slippage === 0
      ? ''
      : `, ${counted(Math.abs(slippage), 'day')} ${slippage > 0 ? 'later' : 'earlier'} than first given`;
  return [
    ['Target', html`${targetInWords(target, english)}${days}`],
    ['First target', html`${action.target ? targetInWords(action.target, english) : 'None given'}`],
  ];
}

/** What was reported, oldest first. */
function log(site: Site, { action }: ActionRow): Html {
  const entries = entriesUntil(action, site.asOf);
  if (entries.length === 0) return html`<p class="app-small">Nothing reported.</p>\n`;
  return html`<p class="app-label">Progress</p>
<ol class="app-log">
${entries.map((entry) => html`<li>${entryHtml(site, action.owner.length > 0 || entry.by.length > 0 ? reportersOf(action, entry, site.portfolio) : [], entry)}</li>\n`)}</ol>
`;
}

function entryHtml(site: Site, reporters: readonly string[], entry: Entry): Html {
  const { date, status, target, completed, text, evidence, see, by } = entry;
  const parts = [
    status === undefined ? undefined : capital(statusWords(status)),
    completed && `done ${dateInWords(completed, english)}`,
    target && `new target: ${targetInWords(target, english)}`,
    // Owners stand above; only another reporter is news.
    by.length > 0 ? `reported by ${reporters.join('; ')}` : undefined,
  ].filter((part) => part !== undefined);
  return html`<p class="app-log__head"><strong>${dateInWords(date, english)}</strong>${parts.map((part) => html` · ${part}`)} <span class="app-small">${sourceNote(site, entry.at())}</span></p>
${proseHtml(text)}${see.length > 0 ? html`<p class="app-small">See also ${see.join(', ')}</p>\n` : undefined}${
  evidence.length > 0
    ? html`<p class="app-small">Evidence: ${evidence.map(({ title, href }, at) => html`${at > 0 ? html`; ` : undefined}${planLink(title, href)}`)}</p>\n`
    : undefined
}`;
}

/** Where something is written: file and line, as a link where the site was told of one. */
export function sourceNote(site: Site, place: Place): Html {
  return fileNote(site, place.file, site.lineOf(place));
}

export function fileNote({ sourceLink }: Site, file: string, line: number): Html {
  const words = `${file}:${line}`;
  const href = sourceLink?.(file, line);
  return href === undefined
    ? html`<span class="app-source">${words}</span>`
    : html`<a class="app-source" href="${href}" rel="noreferrer">${words}</a>`;
}
