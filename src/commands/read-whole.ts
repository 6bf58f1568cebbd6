import { type Host, UsageError } from '../host.ts';
import { cleanText } from '../render/clean-text.ts';
import { type Loaded, load } from '../source/load.ts';
import { pathsOrDefault } from './flags.ts';
import { readingAt, requirePlans, requireThere } from './reading.ts';

/** The plans under the paths, in the working tree or a revision; an error where there is none. */
export function readPlans(host: Host, paths: readonly string[], at?: string): Loaded {
  const reading = readingAt(host, at);
  const { tree } = reading;
  const all = pathsOrDefault(tree, paths);
  requireThere(reading, all);
  const loaded = load(tree, all);
  requirePlans(all, loaded);
  return loaded;
}

/** Refuses a plan, or all of them, of which a part could not be read: what is missing would go unseen. */
export function requireWhole({ diagnostics }: Loaded, file?: string): void {
  const fault = diagnostics.find((one) => file === undefined || one.file === file);
  if (!fault) return;
  throw new UsageError(
    `${cleanText(fault.file)} cannot be read whole: line ${fault.range.start.line}: ${cleanText(fault.message)}`,
    '`actionplan validate` shows every fault; mend them first',
  );
}
