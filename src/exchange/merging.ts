import type { FinancialYear } from '../model/target.ts';
import type { DraftEntry } from './draft.ts';
import type { NamesRead } from './field-edits.ts';
import type { Field } from './fields.ts';

/** What holds for all of a plan that is brought up to tables. */
export interface Merging {
  readonly financialYear: FinancialYear;
  /** The day the tables speak of, where they do not say it. */
  readonly asOf: string | undefined;
  /** What the columns of the tables hold. */
  readonly fields: ReadonlySet<Field>;
  readonly owners: NamesRead;
  /** Entries that are to be written, among them those of which nobody knows the day. */
  readonly undated: DraftEntry[];
}
