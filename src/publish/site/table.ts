import { type Html, html } from '../../render/html.ts';

/** A column of a table on a page. */
export interface TableColumn<Row> {
  readonly heading: string;
  readonly align?: 'right';
  /** The script offers the values of this column as a choice. */
  readonly filter?: true;
  /** It names the row. */
  readonly heads?: true;
  /** Its words are not broken over lines. */
  readonly whole?: true;
  /** It holds sentences. */
  readonly words?: true;
  readonly cell: (row: Row) => Html | string;
}

export interface TableOptions<Row> {
  /** Unique on its page. */
  readonly id: string;
  readonly caption: string;
  /** The heading above says the same. */
  readonly quiet?: true;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly totals?: Row | undefined;
  /** Said where there is no row. */
  readonly empty: string;
  /** What one row is called, where the table can be searched. */
  readonly noun?: readonly [one: string, many: string];
  /** The name of a place for each row. */
  readonly place?: (row: Row) => string | undefined;
}

/** Fewer rows need no search. */
const SEARCHED = 6;

/**
 * A table that a narrow screen scrolls, by keyboard too. Search and filters are added by the script of
 * the site, since without it they would do nothing.
 */
export function table<Row>(options: TableOptions<Row>): Html {
  const { id, caption, quiet, columns, rows, totals, empty, noun, place } = options;
  if (rows.length === 0) return html`<p>${empty}</p>\n`;
  const searched = noun && rows.length >= SEARCHED;
  const said = quiet
    ? html`<span class="govuk-visually-hidden">${caption}</span>`
    : html`<span class="app-caption">${caption}</span>`;
  const line = (row: Row): Html => {
    const name = place?.(row);
    return html`<tr${name === undefined ? undefined : html` id="${name}"`}>${columns.map((column) => cellOf(column, row))}</tr>\n`;
  };
  return html`<div class="app-table" role="region" tabindex="0" aria-labelledby="${id}"${searched ? html` data-search="${noun[0]}|${noun[1]}"` : undefined}>
<table>
<caption id="${id}">${said}</caption>
<thead>
<tr>${columns.map(({ heading, align, filter }) => html`<th scope="col"${align && html` class="app-number"`}${filter && html` data-filter`}>${heading}</th>`)}</tr>
</thead>
<tbody>
${rows.map(line)}</tbody>
${totals && html`<tfoot>\n${line(totals)}</tfoot>\n`}</table>
</div>
`;
}

function cellOf<Row>({ align, heads, whole, words, cell }: TableColumn<Row>, row: Row): Html {
  const classes = [align ? 'app-number' : '', whole ? 'app-whole' : '', words ? 'app-words' : '']
    .filter((name) => name !== '')
    .join(' ');
  const attributes = classes === '' ? undefined : html` class="${classes}"`;
  const inner = cell(row);
  return heads
    ? html`<th scope="row"${attributes}>${inner}</th>`
    : html`<td${attributes}>${inner}</td>`;
}

/** A number that leads to what is behind it. Nothing is behind none. */
export function numberLink(count: number, href: string | undefined): Html {
  const shown = count.toLocaleString('en-GB');
  return count === 0 || href === undefined ? html`${shown}` : html`<a href="${href}">${shown}</a>`;
}
