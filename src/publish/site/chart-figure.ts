import { type Html, html, trusted } from '../../render/html.ts';
import type { Chart } from '../charts/index.ts';

/** A picture, with the figures behind it for whoever wants or needs them. */
export function chartFigure(chart: Chart | null, heading: 2 | 3 = 2): Html | undefined {
  if (chart === null) return undefined;
  const { title, svg, table } = chart;
  const name = `figures-${chart.id.replace(/[^A-Za-z0-9-]+/g, '-')}`;
  const top =
    heading === 2
      ? html`<h2 class="govuk-heading-m">${title}</h2>`
      : html`<h3 class="govuk-heading-s">${title}</h3>`;
  return html`${top}
<figure class="app-chart">
${trusted(svg)}
<details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">The figures of this picture: ${title}</span></summary>
<div class="govuk-details__text">
<div class="app-table" role="region" tabindex="0" aria-labelledby="${name}">
<table>
<caption id="${name}"><span class="app-caption">${title}</span></caption>
<thead>
<tr>${table.headings.map((words) => html`<th scope="col">${words}</th>`)}</tr>
</thead>
<tbody>
${table.rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((text) => html`<td>${text}</td>`)}</tr>\n`)}</tbody>
</table>
</div>
</div>
</details>
</figure>
`;
}
