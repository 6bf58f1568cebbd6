import { type Host, UsageError } from '../host.ts';
import { actionsOf, type Plan } from '../model/plan.ts';
import { cleanText } from '../render/clean-text.ts';
import { nameOf } from '../rules/naming.ts';
import { repeated } from '../rules/repeated.ts';
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

/**
 * Refuses a plan whose ids do not tell its items apart, where a table is made of it or brought into it: a row
 * is found again by its id, so that one item would come back as another, or as a new one.
 */
export function requireIdsApart({ files }: Loaded, plan: Plan): void {
  const actions = [...actionsOf(plan)];
  const [fault] = [
    ...repeated(plan.item, plan.recommendations),
    ...repeated(
      'action',
      actions.map(({ action }) => action),
    ),
    ...actions
      .filter(({ recommendation, action }) => !action.id.startsWith(`${recommendation.id}.`))
      .map(({ recommendation, action }) => ({
        at: action.at('id'),
        message: `action ${action.id} stands under ${nameOf(plan, recommendation)}`,
      })),
  ];
  if (!fault) return;
  const document = files.find(({ file }) => file === plan.file)?.document;
  const line = document?.lineOf(fault.at.path) ?? 1;
  const file = cleanText(plan.file);
  throw new UsageError(
    `${file}:${line}: ${cleanText(fault.message)}; rows of a table are told apart by ids, and would come back as other items`,
    `\`actionplan validate ${file} --rule id-unique --rule id-prefix\` shows each; give them other ids first`,
  );
}
