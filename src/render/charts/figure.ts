import { type Html, html, trusted } from '../html.ts';
import type { Chart } from './chart.ts';

/** A picture under its heading, with the figures behind it for those who want them. */
export function chartFigure({ id, title, svg, table }: Chart): Html {
  const [first = '', ...others] = table.headings;
  return html`<h2 id="${id}">${title}</h2>
${trusted(svg)}
<details class="figures">
<summary>The figures as a table</summary>
<div class="table" role="region" tabindex="0" aria-labelledby="${id}">
<table class="plain report" aria-labelledby="${id}">
<thead>
<tr><th scope="col">${first}</th>${others.map((heading) => html`<th scope="col">${heading}</th>`)}</tr>
</thead>
<tbody>
${table.rows.map(([head = '', ...cells]) => html`<tr><th scope="row">${head}</th>${cells.map((cell) => (/^-?\d+$/.test(cell) ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`))}</tr>\n`)}</tbody>
</table>
</div>
</details>
`;
}
