import { compareText } from '../model/diagnostic.ts';
import type { ActionRow } from './action-row.ts';
import { pushTo } from './group.ts';
import type { MovementPart } from './movement.ts';
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
  for (const mover of movers) {
    const names = mover.row.owners.map((owner) => owner.organisation);
    for (const name of new Set(names.length > 0 ? names : ['(no owner)'])) {
      pushTo(groups, name, mover);
    }
  }
  const isDue = new Set(due.map((row) => row.action));
  return [...groups]
    .map(([organisation, own]): Organisation => {
      const count = (holds: (mover: Mover) => boolean) => own.filter(holds).length;
      const part = (one: MovementPart) => count(({ parts }) => parts.includes(one));
      return {
        organisation,
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
