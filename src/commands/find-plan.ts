import { UsageError } from '../host.ts';
import type { Plan } from '../model/plan.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Loaded } from '../source/load.ts';
import { onlyPlan } from './doubled-ids.ts';
import { unknownName } from './flags.ts';
import { faultyFiles } from './reading.ts';

/**
 * The plan of an id; an error with the nearest one, or what could not be read, where there is none, and
 * where there are two.
 */
export function planNamed(loaded: Loaded, id: string): Plan {
  const { plans } = loaded.portfolio;
  const plan = onlyPlan(plans.filter((one) => one.id === id));
  if (plan) return plan;
  // It may be in a file that holds a git conflict: to say that it is not there would be wrong.
  const unread = loaded.diagnostics.find(({ file }) => !plans.some((one) => one.file === file));
  const reason = unread && faultyFiles(loaded).get(unread.file);
  if (unread && reason !== undefined) {
    throw new UsageError(
      `no plan that can be read has the id "${cleanText(id)}"; ${cleanText(unread.file)} cannot be read: ${cleanText(reason)}`,
      unread.help ?? '`actionplan validate` shows every fault',
    );
  }
  throw unknownName(
    'plan',
    id,
    plans.map((one) => one.id),
  );
}
