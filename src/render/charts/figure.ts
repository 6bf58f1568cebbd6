import type { Column, Section } from '../../reports/report.ts';
import { type Html, html, trusted } from '../html.ts';
import { htmlSection } from '../html-section.ts';
import type { Chart } from './chart.ts';
import { chartStyle } from './style.ts';

/** The look of figures beside that of all pages. On paper a table that nobody opened is left out. */
export const figureStyle = `${chartStyle}
.figures { margin: 0 0 2rem; }
.figures summary { width: fit-content; margin-bottom: .75rem; color: #1a65a6; text-decoration: underline; text-underline-offset: .1578em; cursor: pointer; }
@media print {
  .figures:not([open]) { display: none; }
}
`;

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
