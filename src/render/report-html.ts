import { dayInWords } from '../model/day.ts';
import {
  type Answer,
  type Cell,
  type Column,
  type Question,
  type Section,
  shownSections,
  type Tone,
} from '../reports/report.ts';
import type { Chart } from './charts/chart.ts';
import { chartFigure } from './charts/figure.ts';
import { chartStyle } from './charts/style.ts';
import { type Html, html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { barPicture, stripPicture } from './html-pictures.ts';
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
    ...(charts.length > 0 && { style: chartStyle }),
    body: html`<header>
<h1>${answer.title}</h1>
</header>
<main>
<p class="lead">${none ? answer.empty : answer.summary}</p>
${charts.map(chartFigure)}${none ? undefined : shownSections(answer).map(section)}${notes(answer.notes)}</main>
<footer>
<p>As of ${dayInWords(asOf)}${made}. Made by actionplan from ${counted(files, 'file')} with ${counted(plans, 'plan')}.</p>
</footer>`,
  });
}

function section(one: Section, at: number): Html {
  const { title, columns, rows, totals, empty } = one;
  const top = title === null ? undefined : html`<h2 id="table-${at}">${title}</h2>\n`;
  if (rows.length === 0) return html`${top}<p>${empty ?? ''}</p>\n`;
  const name = title === null ? html`aria-label="Actions"` : html`aria-labelledby="table-${at}"`;
  // Some tables begin with a figure, which names nothing.
  const heads = columns[0]?.align === undefined;
  const line = (cells: readonly Cell[]): Html =>
    html`<tr>${columns.map((column, index) => cell(cells[index], column, heads && index === 0))}</tr>\n`;
  return html`${top}<div class="table" role="region" tabindex="0" ${name}>
<table class="plain report"${title === null ? html` aria-label="Actions"` : html` aria-labelledby="table-${at}"`}>
<thead>
<tr>${columns.map(({ heading, align }) => (align ? html`<th scope="col" class="number">${heading}</th>` : html`<th scope="col">${heading}</th>`))}</tr>
</thead>
<tbody>
${rows.map(line)}</tbody>
${totals && html`<tfoot>\n${line(totals)}</tfoot>\n`}</table>
</div>
`;
}

function cell(one: Cell | undefined, { align, whole }: Column, heads: boolean): Html {
  const { text = '', tone, share, strip } = one ?? {};
  const classes = [align ? 'number' : '', tone === undefined ? '' : TONES[tone], whole ? 'id' : '']
    .filter((name) => name !== '')
    .join(' ');
  const attributes = classes === '' ? undefined : html` class="${classes}"`;
  const shown = strip
    ? stripPicture(strip)
    : html`${share === undefined ? undefined : barPicture(share)}${datesWhole(text)}`;
  return heads
    ? html`<th scope="row"${attributes}>${shown}</th>`
    : html`<td${attributes}>${shown}</td>`;
}

/** Browsers break a line at the hyphens of a date, and then it is hard to read. */
function datesWhole(text: string): Html[] {
  return text
    .split(/(\b\d{4}-\d{2}(?:-\d{2})?\b)/)
    .map((part, at) => (at % 2 === 1 ? html`<span class="id">${part}</span>` : html`${part}`));
}

const TONES: Readonly<Record<Tone, string>> = { red: 'red', amber: 'amber', green: 'green' };

function notes(all: readonly string[]): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<h2>Notes</h2>\n<ul class="notes">\n${all.map((note) => html`<li>${note}</li>\n`)}</ul>\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
