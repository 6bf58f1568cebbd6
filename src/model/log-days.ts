import type { Day } from './day.ts';
import type { Entry } from './plan.ts';

/**
 * The entries of a log, each with the day that it counts as. A month or year counts as its last day,
 * but the log is written oldest first: what stands before an entry of a day within that month was
 * said by then, and counts as that day. Else it would come after what was said later, and undo it.
 */
export function withDaysOfLog(log: readonly Entry[]): readonly Entry[] {
  if (log.every(({ date }) => date.first === date.day)) return log;
  const earliest = earliestDays(log);
  let latest: Day = '';
  return log.map((entry, at) => {
    const { date } = entry;
    if (latest < date.first) latest = date.first;
    const day = earliest[at] ?? date.day;
    // Where the order of the log is none, it tells nothing.
    return day === date.day || day < latest ? entry : { ...entry, date: { ...date, day } };
  });
}

/** Of each entry the earliest day that it or one after it counts as by itself. */
function earliestDays(log: readonly Entry[]): readonly Day[] {
  const days: Day[] = [];
  for (const { date } of log.toReversed()) {
    const after = days.at(-1);
    days.push(after !== undefined && after < date.day ? after : date.day);
  }
  return days.toReversed();
}
