/**
 * What could not be read, and may therefore be there all the same: rules that look across files say
 * only what holds whatever is in it.
 */
export interface Unread {
  /** Whether there may be plans, or items of plans, that were not read. */
  readonly plans: boolean;
  readonly owners: boolean;
  readonly standards: boolean;
  /** The files with plans of which some item was not read. */
  readonly partly: ReadonlySet<string>;
  /** All that was not read whole, by path. */
  readonly files: readonly string[];
}
