import { dayInWords } from '../model/day.ts';
import { counted } from '../model/words.ts';
import { type Answer, type Question, shownSections } from '../reports/report.ts';
import type { Chart } from './charts/chart.ts';
import { chartFigure, figureStyle } from './charts/figure.ts';
import { type Html, html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { htmlSection } from './html-section.ts';
import type { Sources } from './report-json.ts';

/** An answer as one page that needs nothing beside itself: for mailing and for printing. */
export function reportHtml(
  answer: Answer,
  { asOf }: Question,
  sources: Sources,
  charts: readonly Chart[],
): string {
  const { revision, files, plans } = sources;
  const none = answer.sections.every((section) => section.rows.length === 0);
  const made = revision === null ? '' : `, at revision ${revision.commit.slice(0, 12)}`;
  return htmlPage({
    language: 'en-GB',
    title: answer.title,
    meta: [],
    ...(charts.length > 0 && { style: figureStyle }),
    body: html`<header>
<h1>${answer.title}</h1>
</header>
<main>
<p class="lead">${none ? answer.empty : answer.summary}</p>
${charts.map(chartFigure)}${none ? undefined : shownSections(answer).map((one, at) => htmlSection(one, at))}${notes(answer.notes)}</main>
<footer>
<p>As of ${dayInWords(asOf)}${made}. Made by actionplan from ${counted(files, 'file')} with ${counted(plans, 'plan')}.</p>
</footer>`,
  });
}

function notes(all: readonly string[]): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<h2>Notes</h2>\n<ul class="notes">\n${all.map((note) => html`<li>${note}</li>\n`)}</ul>\n`;
}
