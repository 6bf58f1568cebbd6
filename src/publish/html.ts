import { type Html, html } from '../render/html.ts';
import { htmlPage } from '../render/html-page.ts';
import { safeLink } from '../render/link.ts';
import type { Block, Document, Facts, List, Paragraph, Run, Table, TableCell } from './document.ts';
import { stampFields } from './stamp.ts';

/** A document as one page that needs nothing beside itself. */
export function documentHtml(document: Document): string {
  const { language, title, kicker, logo, blocks, stamp } = document;
  const picture =
    logo &&
    html`<img class="logo" src="data:image/png;base64,${Buffer.from(logo.bytes).toString('base64')}" width="${logo.width}" height="${logo.height}" alt="${logo.text}">\n`;
  const above = headingsAbove(blocks);
  return htmlPage({
    language,
    title,
    meta: Object.entries(stampFields(stamp)),
    body: html`<header>
${picture}<p class="kicker">${kicker}</p>
<h1>${title}</h1>
</header>
<main>
${blocks.map((one, at) => html`${block(one, at, above[at])}${one.kind === 'facts' ? contents(document) : undefined}`)}</main>`,
  });
}

/** What the document holds, with links to it. */
function contents({ blocks, contents: title }: Document): Html {
  const items = blocks.flatMap((one, at) =>
    one.kind === 'heading' && one.level === 2
      ? [html`<li><a href="#part-${at}">${one.text}</a></li>\n`]
      : [],
  );
  return html`<nav aria-label="${title}">
<h2>${title}</h2>
<ul>
${items}</ul>
</nav>
`;
}

/** For each block, the heading it stands under. */
function headingsAbove(blocks: readonly Block[]): (string | undefined)[] {
  let last: string | undefined;
  return blocks.map((one) => {
    if (one.kind === 'heading') last = one.text;
    return last;
  });
}

function block(one: Block, at: number, above: string | undefined): Html {
  switch (one.kind) {
    case 'heading':
      return one.level === 2
        ? html`<h2 id="part-${at}">${one.text}</h2>\n`
        : html`<h3>${one.text}</h3>\n`;
    case 'paragraph':
      return paragraph(one);
    case 'list':
      return list(one);
    case 'facts':
      return facts(one);
    case 'table':
      return table(one, at, above);
  }
}

function paragraph({ runs, small }: Paragraph): Html {
  return small ? html`<p class="small">${runs.map(run)}</p>\n` : html`<p>${runs.map(run)}</p>\n`;
}

function list({ items }: List): Html {
  return html`<ul>\n${items.map((item) => html`<li>${item.map(run)}</li>\n`)}</ul>\n`;
}

function facts({ facts: all }: Facts): Html {
  return html`<dl>\n${all.map(({ term, value }) => html`<dt>${term}</dt><dd>${value.map(run)}</dd>\n`)}</dl>\n`;
}

/** What may be no link is shown, so that nothing of the plan is lost. */
function run({ text, strong, href }: Run): Html {
  const link = href === undefined ? undefined : safeLink(href);
  const shown =
    link !== undefined
      ? html`<a href="${link}" rel="noreferrer">${text}</a>`
      : html`${href === undefined || href === text ? text : `${text} (${href})`}`;
  return strong ? html`<strong>${shown}</strong>` : shown;
}

/** A table that a narrow screen can scroll, by keyboard too. Its caption names it for both. */
function table(one: Table, at: number, above: string | undefined): Html {
  const { caption, columns, bodies, totals } = one;
  const id = `table-${at}`;
  // The heading above it says it for the eye.
  const said = above === caption;
  const wide = columns.reduce((sum, { width }) => sum + width, 0) > 90;
  const align = columns.map((column) => column.align);
  const row = (cells: readonly TableCell[], group: boolean, last: number): Html =>
    html`<tr>${cells.map((one, index) => tableCell(one, align[index + last - cells.length], group))}</tr>\n`;
  const width = columns.length;
  return html`<div class="table" role="region" tabindex="0" aria-labelledby="${id}">
<table class="${wide ? 'wide' : 'plain'}">
<caption id="${id}">${said ? html`<span class="hidden">${caption}</span>` : caption}</caption>
${wide ? html`<colgroup>${columns.map((column) => html`<col class="w${Math.round(column.width)}">`)}</colgroup>\n` : undefined}<thead>
<tr>${columns.map((column) => (column.align ? html`<th scope="col" class="number">${column.heading}</th>` : html`<th scope="col">${column.heading}</th>`))}</tr>
</thead>
${bodies.map((rows) => html`<tbody>\n${rows.map((cells) => row(cells, rows.length > 1, width))}</tbody>\n`)}${totals && html`<tfoot>\n${row(totals, false, width)}</tfoot>\n`}</table>
</div>
`;
}

function tableCell(one: TableCell, align: 'right' | undefined, group: boolean): Html {
  const { blocks, rows = 1, columns = 1, heads, band, tone } = one;
  const classes = [band ? 'band' : '', align ? 'number' : '', tone ?? ''].filter(Boolean).join(' ');
  const attributes = [
    rows > 1 ? html` rowspan="${rows}"` : undefined,
    columns > 1 ? html` colspan="${columns}"` : undefined,
    classes === '' ? undefined : html` class="${classes}"`,
  ];
  const [only, ...more] = blocks;
  const inner =
    only?.kind === 'paragraph' && more.length === 0 && !only.small
      ? only.runs.map(run)
      : blocks.map((part) => (part.kind === 'list' ? list(part) : paragraph(part)));
  if (!heads) return html`<td${attributes}>${inner}</td>`;
  return html`<th scope="${group && rows > 1 ? 'rowgroup' : 'row'}"${attributes}>${inner}</th>`;
}
