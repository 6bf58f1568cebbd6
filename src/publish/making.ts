import type { Day } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { ColumnKey } from '../model/publish-settings.ts';
import type { Words } from './words.ts';

/** What every part of a document is made from. */
export interface Making {
  readonly plan: Plan;
  readonly portfolio: Portfolio;
  /** The day on which state is worked out. */
  readonly day: Day;
  readonly words: Words;
  readonly columns: readonly ColumnKey[];
  readonly headings: Readonly<Partial<Record<ColumnKey, string | undefined>>>;
}
