import { type Html, html } from '../../render/html.ts';
import type { ActionRow } from '../../reports/action-row.ts';
import { linkTo } from './address.ts';
import { behind, figure } from './figures.ts';
import type { Part, Site } from './site.ts';
import { numberLink, type TableColumn, table } from './table.ts';
import { traceLink } from './trace.ts';

/** The figures of plans, owners or organisations, one a row; in all, with links to lists. */
interface Line {
  readonly part: Part | null;
  readonly rows: readonly ActionRow[];
}

export interface PartTable {
  readonly id: string;
  readonly caption: string;
  readonly quiet?: true;
  readonly heading: string;
  readonly noun: readonly [one: string, many: string];
  readonly parts: readonly Part[];
  readonly figures: readonly string[];
  /** What a part is called; its label unless given. */
  readonly name?: (part: Part) => Html | string;
  /** All rows, where a line for all stands below. */
  readonly totals?: readonly ActionRow[];
  readonly empty: string;
}

export const POSITION = [
  'actions',
  'not-started',
  'in-progress',
  'paused',
  'complete',
  'superseded',
  'withdrawn',
  'overdue',
  'due-soon',
];
export const RAG = ['red', 'amber', 'green', 'no-rag', 'overdue', 'no-last-day', 'actions'];

/** Where a figure of a part is shown row by row. */
export function figurePlace(from: string, { path }: Part, id: string): string {
  if (id !== 'actions') return traceLink(from, path, id);
  return from === path ? '#actions' : `${linkTo(from, path)}#actions`;
}

export function partTable(site: Site, from: string, options: PartTable): Html {
  const { id, caption, quiet, heading, noun, parts, figures, name, totals, empty } = options;
  // A column of noughts says little: the page on the figures says what is left out.
  const shown = figures.filter(
    (one) => !QUIET.has(one) || parts.some(({ rows }) => behind(one, rows, site.asOf).length > 0),
  );
  const columns: TableColumn<Line>[] = [
    {
      heading,
      heads: true,
      words: true,
      cell: ({ part }) =>
        part
          ? html`<a href="${linkTo(from, part.path)}">${name?.(part) ?? part.label}</a>`
          : `All ${noun[1]}`,
    },
    ...shown.map(
      (one): TableColumn<Line> => ({
        heading: figure(one).heading,
        align: 'right',
        cell: ({ part, rows }) => {
          const count = behind(one, rows, site.asOf).length;
          const to = part ? figurePlace(from, part, one) : linkTo(from, listPath(one));
          return numberLink(count, to);
        },
      }),
    ),
  ];
  return table<Line>({
    id,
    caption,
    ...(quiet && { quiet }),
    columns,
    rows: parts.map((part) => ({ part, rows: part.rows })),
    totals: totals && parts.length > 1 ? { part: null, rows: totals } : undefined,
    empty,
    noun,
  });
}

/** Figures that most plans have none of. */
const QUIET = new Set(['paused', 'superseded', 'withdrawn', 'no-rag', 'no-last-day']);

/** The page that lists the actions of all plans behind a figure. */
export function listPath(id: string): string {
  return id === 'overdue' ? 'overdue.html' : `lists/${id}.html`;
}

/** The worst first: what is overdue most, then what has most actions. */
export function worstFirst<P extends Part>(site: Site, parts: readonly P[]): P[] {
  const late = new Map(parts.map((part) => [part, behind('overdue', part.rows, site.asOf).length]));
  return [...parts].sort(
    (a, b) => (late.get(b) ?? 0) - (late.get(a) ?? 0) || b.rows.length - a.rows.length,
  );
}
