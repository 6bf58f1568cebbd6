import { addDays, addMonths, type Day, dayInWords, monthLength } from '../model/day.ts';
import { pushTo } from '../model/group.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { counted } from '../model/words.ts';
import {
  type ActionRow,
  actionLabel,
  actionName,
  actionRows,
  ownersLabel,
  severalPlans,
  statusCell,
  statusWords,
  targetLabel,
} from './action-row.ts';
import { barePosts } from './bare-posts.ts';
import { byOrganisation, type Mover, organisationSection } from './by-organisation.ts';
import { lateCell } from './completed.ts';
import {
  MOVEMENT_PARTS,
  type MovementPart,
  movesIn,
  PART_WORDS,
  partsOf,
  type Reclosing,
  reclosingsOf,
  timesIn,
} from './movement.ts';
import { type JsonObject, type Period, type Question, type Section, tableOf } from './report.ts';
import { daysOf } from './slippage.ts';
import { STALE_DAYS, staleRows } from './stale.ts';
import { staleSection } from './stale-groups.ts';
import { dueBetween } from './upcoming.ts';

/** A text longer than this is cut in the note: its lists are for finding actions, by their ids. */
const EXCERPT = 120;

/** What a monthly note tells beyond figures: the actions behind each of them. */
export interface MonthlyNote {
  readonly sections: readonly Section[];
  /** The actions behind the figures of the movement, by their ids. */
  readonly trace: Section;
  /** What is behind each part of the movement, of one plan or of all. */
  behind(plan?: string): JsonObject;
  readonly totals: JsonObject;
  readonly notes: readonly string[];
}

/** The lists of a monthly note, on the last day of its period. */
export function monthlyNote(portfolio: Portfolio, question: Question, period: Period): MonthlyNote {
  // A status asked for is that of the day, so it cannot narrow what moved before.
  const narrowing = { ...question.narrowing, status: undefined };
  const rows = actionRows(portfolio, { ...question, narrowing, asOf: period.to });
  const movers = rows.map((row): Mover => ({ row, parts: partsOf(row.action, period) }));
  const byPlan = new Map<string, Mover[]>();
  for (const mover of movers) pushTo(byPlan, mover.row.plan.id, mover);
  const withPart = (part: MovementPart) => movers.filter(({ parts }) => parts.includes(part));
  const next = nextMonth(period.to);
  const due = dueBetween(rows, next.from, next.to);
  const stale = staleRows(rows, period.to, STALE_DAYS);
  const organisations = byOrganisation(movers, due);
  const many = severalPlans(portfolio, question);
  const action = {
    heading: 'Action',
    whole: true,
    cell: (row: ActionRow) => actionLabel(row, many),
  };
  const what = { heading: 'What', cell: (row: ActionRow) => excerpt(row.action.action) };
  const owner = { heading: 'Owner', cell: ownersLabel };
  const target = { heading: 'Target', cell: targetLabel };
  const rowsOf = (part: MovementPart) => withPart(part).map(({ row }) => row);

  const reclosed = reclosedIn(rows, period);
  const earlier = rowsOf('completed').filter(
    ({ state }) => (state.completion?.done.day ?? period.from) < period.from,
  );

  const sections: Section[] = [
    organisationSection(organisations),
    {
      ...tableOf<ActionRow>(
        rowsOf('newlyOverdue'),
        [
          action,
          what,
          owner,
          target,
          { heading: 'Days', align: 'right', cell: ({ state }) => String(state.daysOverdue) },
        ],
        'Newly overdue',
      ),
      empty: 'No action became overdue.',
    },
    {
      ...tableOf<ActionRow>(
        rowsOf('completed'),
        [
          action,
          what,
          owner,
          {
            heading: 'Completed',
            cell: ({ state }) => state.completion?.done.written ?? 'reopened',
          },
          { heading: 'On time', cell: lateCell },
        ],
        'Completed',
      ),
      empty: 'No action was completed.',
    },
    {
      ...tableOf(
        movers.flatMap(({ row }) =>
          movesIn(row.action, row.state, period).map((move) => ({ row, move })),
        ),
        [
          { heading: 'Action', whole: true, cell: ({ row }) => actionLabel(row, many) },
          { heading: 'Owner', cell: ({ row }) => ownersLabel(row) },
          { heading: 'From', cell: ({ move }) => move.from.written },
          { heading: 'To', cell: ({ move }) => move.to.written },
          { heading: 'Days', align: 'right', cell: ({ move }) => signed(daysOf(move)) },
          { heading: 'Reason', cell: ({ move }) => move.entry.text },
        ],
        'Targets moved',
      ),
      empty: 'No target moved.',
    },
    {
      ...tableOf<ActionRow>(
        due,
        [action, what, owner, target, { heading: 'Status', cell: statusCell }],
        `Due next month, from ${dayInWords(next.from)} to ${dayInWords(next.to)}`,
      ),
      empty: 'No open action is due next month.',
    },
    staleSection(stale),
  ];
  const trace = tableOf<MovementPart>(
    MOVEMENT_PARTS.filter((part) => withPart(part).length > 0),
    [
      { heading: 'Movement', cell: (part) => PART_WORDS[part] },
      { heading: 'Actions', cell: (part) => idsInWords(withPart(part), part, many) },
    ],
    'The actions behind the figures',
  );
  return {
    sections,
    trace,
    behind: (plan) => behind(plan === undefined ? movers : (byPlan.get(plan) ?? [])),
    totals: {
      reclosed: reclosed.flatMap(({ row, ways }) =>
        ways.map(({ from, to }) => ({ action: actionName(row), from, to })),
      ),
      dueNextMonth: due.map(actionName),
      stale: stale.map(({ row }) => actionName(row)),
      organisations: organisations.map((one) => ({ ...one })),
    },
    notes: [
      ...barePosts(rows, portfolio),
      ...(earlier.length > 0
        ? [
            `${counted(earlier.length, 'action')} recorded as complete in the period had been done before it: ${earlier.map((row) => actionLabel(row, many)).join(', ')}`,
          ]
        : []),
      ...reclosedWords(reclosed, (row) => actionLabel(row, many)),
    ],
  };
}

/** The actions behind each part of the movement, and those to whom a part happened more than once. */
function behind(movers: readonly Mover[]): JsonObject {
  return {
    movementActions: Object.fromEntries(
      MOVEMENT_PARTS.map((part) => [
        part,
        movers.filter(({ parts }) => parts.includes(part)).map(({ row }) => actionName(row)),
      ]),
    ),
    movementRepeated: MOVEMENT_PARTS.flatMap((part) =>
      movers
        .map(({ row, parts }) => ({ part, action: actionName(row), times: timesIn(parts, part) }))
        .filter(({ times }) => times > 1),
    ),
  };
}

/** An action that was closed already, with the ways in which it was closed in the period. */
interface Reclosed {
  readonly row: ActionRow;
  readonly ways: readonly Reclosing[];
}

/** Those of some actions that were closed in another way in a period. */
export function reclosedIn(rows: readonly ActionRow[], period: Period): Reclosed[] {
  return rows
    .map((row) => ({ row, ways: reclosingsOf(row.action, period) }))
    .filter(({ ways }) => ways.length > 0);
}

/** Why an action may be complete in the period, and is not in its movement. */
export function reclosedWords(
  reclosed: readonly Reclosed[],
  label: (row: ActionRow) => string,
): string[] {
  if (reclosed.length === 0) return [];
  const each = reclosed.map(({ row, ways }) => {
    const words = [...ways.slice(0, 1).map(({ from }) => from), ...ways.map(({ to }) => to)];
    return `${label(row)} (${words.map(statusWords).join(', then ')})`;
  });
  const were = reclosed.length === 1 ? 'was' : 'were';
  return [
    `${counted(reclosed.length, 'action')} that ${were} closed already ${were} closed in another way in the period, which is no part of its movement: ${each.join(', ')}`,
  ];
}

/** The month after a day: from the next day to the end of the month that day is in. */
function nextMonth(day: Day): Period {
  const from = addDays(day, 1);
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  if (date === 1) return { from, to: addDays(from, monthLength(year, month) - 1) };
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** "plan: 1.1, 1.2; other: 3.1", or only the ids where there is one plan; how often, if not once. */
function idsInWords(movers: readonly Mover[], of: MovementPart, many: boolean): string {
  const byPlan = new Map<string, string[]>();
  for (const { row, parts } of movers) {
    const times = timesIn(parts, of);
    const id = times > 1 ? `${row.action.id} (${counted(times, 'time')})` : row.action.id;
    pushTo(byPlan, row.plan.id, id);
  }
  return [...byPlan]
    .map(([plan, ids]) => (many ? `${plan}: ${ids.join(', ')}` : ids.join(', ')))
    .join('; ');
}

function signed(days: number | null): string {
  if (days === null) return 'no last day';
  return days > 0 ? `+${days}` : String(days);
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT) return line;
  const cut = line.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).replace(/[\s,;:.–-]+$/, '')} …`;
}
