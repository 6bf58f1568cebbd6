import type { Column, Section } from '../../reports/report.ts';
import { type Html, html, trusted } from '../html.ts';
import { htmlSection } from '../html-section.ts';
import type { Chart } from './chart.ts';

/** A picture under its heading, with the figures behind it for those who want them. */
export function chartFigure(chart: Chart): Html {
  const { id, title, svg } = chart;
  return html`<h2 id="${id}">${title}</h2>
${trusted(svg)}
<details class="figures">
<summary>The figures as a table</summary>
${htmlSection(tableOf(chart), 0, title)}</details>
`;
}

/** The figures as a table of a report; what are numbers only stands on the right. */
function tableOf({ table: { headings, rows } }: Chart): Section {
  return {
    title: null,
    columns: headings.map((heading, at): Column => {
      const numbers = rows.every((row) => /^-?\d*$/.test(row[at] ?? ''));
      return numbers ? { heading, align: 'right' } : { heading };
    }),
    rows: rows.map((row) => row.map((text) => ({ text }))),
  };
}
