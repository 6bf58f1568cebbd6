import { UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { monthSpan } from '../model/target.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Period } from '../reports/report.ts';
import type { ReportFlags } from './report-flags.ts';

/** The end of a period that is given no end: it is limited to the day of the report. */
const LAST_DAY = '2199-12-31';

/** The day and the period asked for; a period that has not begun is refused. */
export function daysOf(flags: ReportFlags, today: Day): { asOf: Day; period: Period | null } {
  const period = periodOf(flags);
  if (!period) return { asOf: flags.asOf ?? today, period: null };
  if (period.from > period.to) {
    throw new UsageError(
      `the period ends (${period.to}) before it begins (${period.from})`,
      'exchange --from and --to',
    );
  }
  const limit = flags.asOf ?? today;
  if (period.from > limit) {
    throw new UsageError(
      `the period begins on ${period.from}, after ${limit}, the day of the report`,
      'choose an earlier period, or a later --as-of',
    );
  }
  const to = period.to < limit ? period.to : limit;
  return { asOf: flags.asOf ?? to, period: { from: period.from, to } };
}

function periodOf({ month, from, to, asOf }: ReportFlags): Period | null {
  if (month !== undefined) {
    if (from !== undefined || to !== undefined) {
      throw new UsageError('--month cannot be given with --from or --to', 'give one or the other');
    }
    const match = /^(19\d\d|2[01]\d\d)-(0[1-9]|1[0-2])$/.exec(month);
    if (!match) {
      throw new UsageError(`"${cleanText(month)}" is not a month`, 'write it as 2023-03');
    }
    const [first, last] = monthSpan(Number(match[1]), Number(match[2]));
    return { from: first, to: last };
  }
  if (from === undefined && to === undefined) return null;
  if (from === undefined)
    throw new UsageError('--to is given without --from', 'give the first day too');
  return { from, to: to ?? asOf ?? LAST_DAY };
}
