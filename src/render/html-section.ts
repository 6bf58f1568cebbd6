import type { Cell, Column, Section, Tone } from '../reports/report.ts';
import { type Html, html } from './html.ts';
import { barPicture, stripPicture } from './html-pictures.ts';

/** A table with its heading. `at` counts the tables of the page; one without a title is called `unnamed`. */
export function htmlSection(one: Section, at: number, unnamed = 'Actions'): Html {
  const { title, columns, rows, totals, empty } = one;
  const top = title === null ? undefined : html`<h2 id="table-${at}">${title}</h2>\n`;
  if (rows.length === 0) return html`${top}<p>${empty ?? ''}</p>\n`;
  const name = title === null ? html`aria-label="${unnamed}"` : html`aria-labelledby="table-${at}"`;
  // Some tables begin with a figure, which names nothing.
  const heads = columns[0]?.align === undefined;
  const line = (cells: readonly Cell[]): Html =>
    html`<tr>${columns.map((column, index) => cell(cells[index], column, heads && index === 0))}</tr>\n`;
  return html`${top}<div class="table" role="region" tabindex="0" ${name}>
<table class="plain report" ${name}>
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
