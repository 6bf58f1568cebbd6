import { dayInWords } from '../../model/day.ts';
import { type Html, html } from '../../render/html.ts';
import type { ActionRow } from '../../reports/action-row.ts';
import { lateCell } from '../../reports/completed.ts';
import { MOVEMENT_PARTS, type MovementPart, movesIn, PART_WORDS } from '../../reports/movement.ts';
import { daysOf } from '../../reports/slippage.ts';
import { dateInWords, targetInWords } from '../dates.ts';
import { english } from '../words-en.ts';
import {
  ACTION_NOUN,
  actionColumns,
  actionLink,
  excerpt,
  ownerLinks,
  targetCell,
} from './action-cells.ts';
import { linkTo } from './address.ts';
import { moversWith, timesOf } from './movement-lines.ts';
import type { Mover, PlanPart, Site } from './site.ts';
import { numberLink, type TableColumn, table } from './table.ts';
import { actionIds, traceLink } from './trace.ts';

const PATH = 'month.html';

/** Signs that show how the parts make up a sum. */
const SIGNS: Readonly<Partial<Record<MovementPart, string>>> = {
  raised: '+',
  reopened: '+',
  completed: '−',
  superseded: '−',
  withdrawn: '−',
  closing: '=',
};

/** More plans than this have their movement on its own page only. */
const MOST_PLANS = 30;

/** How the open actions changed over the month, in all and by plan; the sum balances. */
export function movementTable(site: Site, from: string): Html {
  const plans = from === PATH || site.plans.length <= MOST_PLANS ? site.plans : [];
  const line = (part: PlanPart | null) => ({
    part,
    movers: part ? site.moversOf(part.plan) : site.movers,
  });
  const never = new Set<MovementPart>(
    (['reopened', 'superseded', 'withdrawn'] as const).filter(
      (part) => timesOf(site.movers, part) === 0,
    ),
  );
  const columns: TableColumn<ReturnType<typeof line>>[] = [
    {
      heading: 'Plan',
      heads: true,
      words: true,
      cell: ({ part }) =>
        part ? html`<a href="${linkTo(from, part.path)}">${part.plan.title}</a>` : 'All plans',
    },
    ...MOVEMENT_PARTS.filter((part) => !never.has(part)).map(
      (one): TableColumn<ReturnType<typeof line>> => ({
        heading: [SIGNS[one], PART_WORDS[one]].filter((word) => word !== undefined).join(' '),
        align: 'right',
        cell: ({ part, movers }) =>
          numberLink(
            timesOf(movers, one),
            part
              ? traceLink(from, part.path, `month-${one}`)
              : `${from === PATH ? '' : linkTo(from, PATH)}#${one}`,
          ),
      }),
    ),
  ];
  const all = line(null);
  return html`${table({
    id: 'movement',
    caption: `Open actions from ${dayInWords(site.period.from)} to ${dayInWords(site.period.to)}`,
    columns,
    rows: plans.length > 0 ? plans.map(line) : [all],
    totals: plans.length > 1 ? all : undefined,
    empty: '',
  })}${never.size > 0 ? html`<p class="app-small">None was ${[...never].map((part) => PART_WORDS[part].toLowerCase()).join(', ')}.</p>\n` : undefined}${site.reclosed.map((words) => html`<p class="app-small">${words}.</p>\n`)}`;
}

/** The month: its movement, and the actions behind each number of it. */
export function monthPage(site: Site): Html {
  const { movers, period, asOf } = site;
  const of = (part: MovementPart): Mover[] => moversWith(movers, part);
  const usual = actionColumns(site, PATH);
  const [action, what, owner] = usual;
  const lists: (readonly [MovementPart, string, readonly TableColumn<ActionRow>[]])[] = [
    ['raised', 'No action was raised.', pick(usual, ['Action', 'What', 'Owner', 'Target'])],
    ['reopened', 'No action was reopened.', usual],
    [
      'completed',
      'No action was completed.',
      [
        ...(action && what && owner ? [action, what, owner] : []),
        { heading: 'Target', cell: targetCell },
        {
          heading: 'Done',
          cell: ({ state }) =>
            state.completion ? dateInWords(state.completion.done, english) : 'Reopened since',
        },
        {
          heading: 'On time',
          filter: true,
          cell: (row) => html`<span data-value>${onTime(row)}</span>${detail(row)}`,
        },
      ],
    ],
    ['superseded', 'No action was superseded.', usual],
    ['withdrawn', 'No action was withdrawn.', usual],
    [
      'newlyOverdue',
      'No action became overdue.',
      pick(usual, ['Action', 'What', 'Owner', 'Target', 'Status', 'Days overdue']),
    ],
  ];
  const rows = (part: MovementPart) => of(part).map(({ row }) => row);
  const ids = (
    part: MovementPart,
  ): Html => html`<h2 class="govuk-heading-m" id="${part}">${PART_WORDS[part]}</h2>
<p>${of(part).length === 0 ? 'None.' : actionIds(site, PATH, rows(part))}</p>
`;
  const later =
    asOf === period.to
      ? undefined
      : html`<p>The lists show the actions as they stood on ${dayInWords(period.to)}; the pages of plans show them on ${dayInWords(asOf)}.</p>\n`;
  return html`${movementTable(site, PATH)}${later}${lists.map(
    ([
      part,
      empty,
      columns,
    ]) => html`<h2 class="govuk-heading-m" id="${part}">${PART_WORDS[part]}</h2>
${table({ id: `list-${part}`, caption: PART_WORDS[part], quiet: true, columns, rows: rows(part), empty, noun: ACTION_NOUN })}`,
  )}${movesSection(site)}${ids('opening')}${ids('closing')}`;
}

function pick(columns: readonly TableColumn<ActionRow>[], headings: readonly string[]) {
  return columns.filter(({ heading }) => headings.includes(heading));
}

function onTime(row: ActionRow): string {
  const days = row.state.completion?.daysLate ?? null;
  if (row.state.completion === null) return 'Not done';
  return days === null ? 'No last day' : days > 0 ? 'Late' : 'On time';
}

function detail(row: ActionRow): Html | undefined {
  const days = row.state.completion?.daysLate ?? null;
  return days === null || days === 0
    ? undefined
    : html`<br><span class="app-small">${lateCell(row).text}</span>`;
}

/** Each move of a target in the month, with its reason. */
function movesSection(site: Site): Html {
  const moves = moversWith(site.movers, 'targetsMoved').flatMap(({ row }) =>
    movesIn(row.action, row.state, site.period).map((move) => ({ row, move })),
  );
  return html`<h2 class="govuk-heading-m" id="targetsMoved">Targets moved</h2>
${table({
  id: 'list-targetsMoved',
  caption: 'Targets moved',
  quiet: true,
  columns: [
    { heading: 'Action', heads: true, whole: true, cell: ({ row }) => actionLink(site, PATH, row) },
    { heading: 'Owner', filter: true, cell: ({ row }) => ownerLinks(site, PATH, row.owners) },
    { heading: 'From', cell: ({ move }) => targetInWords(move.from, english) },
    { heading: 'To', cell: ({ move }) => targetInWords(move.to, english) },
    {
      heading: 'Days',
      align: 'right',
      cell: ({ move }) => {
        const days = daysOf(move);
        return days === null
          ? 'No last day'
          : days > 0
            ? `+${days}`
            : String(days).replace('-', '−');
      },
    },
    { heading: 'Reason', words: true, cell: ({ move }) => excerpt(move.entry.text) },
  ],
  rows: moves,
  empty: 'No target moved.',
  noun: ['move', 'moves'],
})}`;
}
