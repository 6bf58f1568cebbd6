import type { DateOrder } from '../model/loose-date.ts';
import type { OwnerDirectory } from '../model/owner.ts';
import type { FinancialYear } from '../model/target.ts';
import type { DraftRecommendation } from './draft.ts';
import { type Ledger, type Outcome, placeOf } from './ledger.ts';
import type { MappedTable } from './map-columns.ts';
import type { ProfileFile } from './profile.ts';
import type { Filled } from './rows.ts';

/** How the rows read are made up. */
export interface RowCounts {
  read: number;
  headings: number;
  above: number;
  blank: number;
  sections: number;
  /** Rows with a recommendation or action of their own. */
  items: number;
  /** Rows that only add to what stands above them. */
  folded: number;
}

/** What holds for all tables of an import. */
export interface Folding {
  readonly profile: ProfileFile;
  readonly owners: OwnerDirectory | undefined;
  readonly financialYear: FinancialYear;
  /** The day the tables speak of, where they do not say it. */
  readonly asOf: string | undefined;
  /** The ids that the plan has which the tables are brought into: they are taken as they are. */
  readonly ids?: ReadonlySet<string>;
  readonly ledger: Ledger;
  readonly recommendations: DraftRecommendation[];
  readonly rows: RowCounts;
  readonly remarks: string[];
  /** Dates that can mean several days. */
  readonly ambiguous: string[];
}

/** One row on its way into the plan. */
export interface RowContext extends Folding {
  readonly mapped: MappedTable;
  /** The order of day and month in a column. */
  readonly orderOf: (filled: Filled) => DateOrder | undefined;
}

/** Keeps a cell as it is in `notes`, once. */
export function keepInNotes(
  { ledger }: Folding,
  notes: string[],
  { cell, heading }: Filled,
  outcome: Outcome,
  detail: string,
): void {
  const { text, struck } = cell;
  const words = struck === '' ? text : `${struck} (struck through)${text === '' ? '' : ` ${text}`}`;
  const note = `${heading}: ${words}`;
  const known = notes.includes(note);
  if (!known) notes.push(note);
  ledger.put(cell, known && outcome === 'noted' ? 'repeated' : outcome, heading, detail);
}

/** Where a cell stands, for people. */
export function whereIs({ mapped }: RowContext, { cell, heading }: Filled): string {
  return `${mapped.table.name} ${placeOf(cell, mapped.table.counts)} (${heading}) "${cell.text}"`;
}
