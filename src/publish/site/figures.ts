import { type Day, daysBetween } from '../../model/day.ts';
import { STATUSES, type Status } from '../../model/plan-file.ts';
import { capital } from '../../model/words.ts';
import { type ActionRow, statusWords } from '../../reports/action-row.ts';

/** A number that pages show, with the actions that are behind it. */
export interface Figure {
  readonly id: string;
  /** As the heading of a column. */
  readonly heading: string;
  /** What is counted, in a sentence. */
  readonly meaning: string;
  readonly holds: (row: ActionRow, asOf: Day) => boolean;
}

/** Open actions due within so many days count as due soon, as in the report on owners. */
const SOON_DAYS = 30;

const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  'not-started': 'Nothing has been reported that says the work has begun.',
  'in-progress': 'The last status reported is in progress.',
  paused: 'The last status reported is paused.',
  complete: 'The last status reported is complete.',
  superseded: 'Another action has taken its place: it is closed, and neither done nor owed.',
  withdrawn: 'It was taken back: it is closed, and neither done nor owed.',
};

export const FIGURES: readonly Figure[] = [
  {
    id: 'actions',
    heading: 'Actions',
    meaning: 'Every action that had been taken on by the day.',
    holds: () => true,
  },
  {
    id: 'open',
    heading: 'Open',
    meaning: 'Not started, in progress or paused: work is still owed.',
    holds: ({ state }) => state.open,
  },
  {
    id: 'overdue',
    heading: 'Overdue',
    meaning:
      'Open, and the last day of the current target has passed. The last day itself is not overdue.',
    holds: ({ state }) => state.overdue,
  },
  {
    id: 'due-soon',
    heading: 'Due in 30 days',
    meaning: `Open, not overdue, and the last day of the target is within ${SOON_DAYS} days.`,
    holds: ({ state }, asOf) =>
      state.open &&
      !state.overdue &&
      state.due !== null &&
      daysBetween(asOf, state.due) <= SOON_DAYS,
  },
  ...STATUSES.map(
    (status): Figure => ({
      id: status,
      heading: capital(statusWords(status)),
      meaning: STATUS_MEANINGS[status],
      holds: ({ state }) => state.status === status,
    }),
  ),
  {
    id: 'red',
    heading: 'Red',
    meaning: 'Not complete: not started, paused, or past its target.',
    holds: ({ state }) => state.rag === 'red',
  },
  {
    id: 'amber',
    heading: 'Amber',
    meaning: 'In progress and within its target.',
    holds: ({ state }) => state.rag === 'amber',
  },
  {
    id: 'green',
    heading: 'Green',
    meaning: 'Complete.',
    holds: ({ state }) => state.rag === 'green',
  },
  {
    id: 'no-rag',
    heading: 'No RAG',
    meaning: 'Superseded or withdrawn.',
    holds: ({ state }) => state.rag === null,
  },
  {
    id: 'no-last-day',
    heading: 'No last day',
    meaning:
      'Open, with a target that has no last day (ongoing, from a day on, on a condition) or with none: it can never be overdue.',
    holds: ({ state }) => state.open && state.due === null,
  },
];

/** The figure of an id. */
export function figure(id: string): Figure {
  const found = FIGURES.find((one) => one.id === id);
  if (!found) throw new Error(`there is no figure ${id}`);
  return found;
}

const known = new WeakMap<readonly ActionRow[], Map<string, readonly ActionRow[]>>();

/** The actions behind a figure. Pages ask for the same ones many times: each is looked for once. */
export function behind(id: string, rows: readonly ActionRow[], asOf: Day): readonly ActionRow[] {
  const figures = known.get(rows) ?? new Map<string, readonly ActionRow[]>();
  known.set(rows, figures);
  const key = `${id} ${asOf}`;
  const found = figures.get(key);
  if (found) return found;
  const one = figure(id);
  const holding = rows.filter((row) => one.holds(row, asOf));
  figures.set(key, holding);
  return holding;
}
