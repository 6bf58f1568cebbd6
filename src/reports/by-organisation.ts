import { compareText } from '../model/diagnostic.ts';
import { pushTo } from '../model/group.ts';
import { spelling } from '../model/owner.ts';
import { sum } from '../model/sum.ts';
import type { ActionRow } from './action-row.ts';
import { type MovementPart, timesIn } from './movement.ts';
import { type Cell, type Section, tableOf } from './report.ts';

/** What happened to one action over the period. */
export interface Mover {
  readonly row: ActionRow;
  readonly parts: readonly MovementPart[];
}

/** An organisation's month; an action counts once for each organisation that owns it. */
export interface Organisation {
  readonly organisation: string;
  readonly open: number;
  readonly overdue: number;
  readonly newlyOverdue: number;
  readonly completed: number;
  readonly targetsMoved: number;
  readonly dueNextMonth: number;
}

const ORGANISATION_COLUMNS = [
  ['open', 'Open'],
  ['overdue', 'Overdue'],
  ['newlyOverdue', 'Newly overdue'],
  ['completed', 'Completed'],
  ['targetsMoved', 'Targets moved'],
  ['dueNextMonth', 'Due next month'],
] as const satisfies readonly (readonly [keyof Organisation, string])[];

/** The month of each organisation, the most overdue first. */
export function byOrganisation(
  movers: readonly Mover[],
  due: readonly ActionRow[],
): Organisation[] {
  const groups = new Map<string, Mover[]>();
  const spelt = new Map<string, string>();
  for (const mover of movers) {
    const names = mover.row.owners.map((owner) => owner.organisation);
    const named = names.length > 0 ? names : ['(no owner)'];
    // An organisation is one however it is spelt, by the first spelling.
    for (const [key, name] of new Map(named.map((one) => [spelling(one), one]))) {
      if (!spelt.has(key)) spelt.set(key, name);
      pushTo(groups, key, mover);
    }
  }
  const isDue = new Set(due.map((row) => row.action));
  return [...groups]
    .map(([key, own]): Organisation => {
      const count = (holds: (mover: Mover) => boolean) => own.filter(holds).length;
      const part = (one: MovementPart) => sum(own.map(({ parts }) => timesIn(parts, one)));
      return {
        organisation: spelt.get(key) ?? key,
        open: count(({ row }) => row.state.open),
        overdue: count(({ row }) => row.state.overdue),
        newlyOverdue: part('newlyOverdue'),
        completed: part('completed'),
        targetsMoved: part('targetsMoved'),
        dueNextMonth: count(({ row }) => isDue.has(row.action)),
      };
    })
    .sort(
      (a, b) =>
        b.overdue - a.overdue || b.open - a.open || compareText(a.organisation, b.organisation),
    );
}

/** Those months as a table. */
export function organisationSection(organisations: readonly Organisation[]): Section {
  return tableOf<Organisation>(
    organisations,
    [
      { heading: 'Organisation', cell: ({ organisation }) => organisation },
      ...ORGANISATION_COLUMNS.map(([key, heading]) => ({
        heading,
        align: 'right' as const,
        cell: (one: Organisation): Cell => ({ text: String(one[key]) }),
      })),
    ],
    'By organisation',
  );
}
