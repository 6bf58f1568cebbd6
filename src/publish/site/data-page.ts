import { type Html, html } from '../../render/html.ts';
import { dataSets } from './data-files.ts';
import { dictionaryOf, sharedFields } from './dictionary.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

const PARTS = {
  rows: 'Rows (JSON and CSV)',
  totals: 'Totals (JSON)',
  about: 'About the report (JSON)',
} as const;

/** The data of every report to take away, and what each field of it means. */
export function dataPage(site: Site): Html {
  const sets = dataSets(site);
  const entries = dictionaryOf(site.schemas);
  const fields = sharedFields(entries);
  const every = new Set(entries.map(({ report }) => report)).size;
  return html`<p class="govuk-body-l">Each report as data: the same figures as the pages, of the same day.</p>
${table({
  id: 'downloads',
  caption: 'Reports to take away',
  columns: [
    { heading: 'Report', heads: true, whole: true, cell: ({ name }) => name },
    { heading: 'Answers', words: true, cell: ({ answers }) => answers },
    {
      heading: 'Data',
      whole: true,
      cell: ({ name }) =>
        html`<span class="app-downloads"><a href="data/${name}.json" aria-label="${name} as JSON">JSON</a> <a href="data/${name}.csv" aria-label="${name} as CSV">CSV</a></span>`,
    },
  ],
  rows: sets,
  empty: '',
})}<p>Spreadsheets that open a CSV file by themselves take 1.10 for the number 1.1. Import it instead, as UTF-8, with the columns recommendation, action, target and firstTarget as text.</p>
<h2 class="govuk-heading-m" id="dictionary">Data dictionary</h2>
<p>The fields of all reports: those that several have in the same sense are listed once, and report by report <a href="data/dictionary.csv">as CSV</a>. A field of a record is written with a dot, one of the records of a list with []. In CSV a list is one text, joined by semicolons; none is an empty cell in CSV and null in JSON.</p>
${table({
  id: 'fields',
  caption: 'Fields of the reports',
  quiet: true,
  columns: [
    { heading: 'Field', heads: true, cell: ({ field }) => html`<code>${field}</code>` },
    {
      heading: 'Part',
      filter: true,
      cell: ({ part }) => html`<span data-value>${PARTS[part]}</span>`,
    },
    { heading: 'Type', cell: ({ type }) => type },
    { heading: 'Meaning', words: true, cell: ({ meaning }) => meaning },
    {
      heading: 'Report',
      filter: true,
      cell: ({ reports }) => reportNames(reports, every),
    },
  ],
  rows: fields,
  empty: '',
  noun: ['field', 'fields'],
})}`;
}

/** The reports that have a field; the filter finds each of them, also where all are named together. */
function reportNames(reports: readonly string[], every: number): Html {
  if (reports.length === every) {
    return html`Every report${reports.map((name) => html`<span data-value="${name}"></span>`)}`;
  }
  return html`${reports.map((name, at) => html`${at > 0 ? html`, ` : undefined}<span data-value>${name}</span>`)}`;
}
