import { UsageError } from '../host.ts';
import type { Place } from '../model/diagnostic.ts';
import { pushTo } from '../model/group.ts';
import { actionsOf, type Plan } from '../model/plan.ts';
import { withSameId } from '../model/same-id.ts';
import { expectationsOf, type Standards } from '../model/standard.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Loaded } from '../source/load.ts';

/*
 * What has one id is one thing: of two plans or actions that share it nobody can tell whether one was
 * copied from the other, and which of them holds. So neither is counted, whatever the level of the rule
 * `id-unique`.
 */

/** The way out, as for any of them. */
export const DOUBLED_HELP =
  'remove the copy that is not meant, or give one of the two another id; `actionplan validate` shows where they stand';

/** Looks up the line of a place. */
export type LineOf = (place: Place) => number;

/** What is counted by its ids. */
export interface Counted {
  readonly plans: readonly Plan[];
  readonly standards: readonly Standards[];
}

/** The files in which ids are given twice, each with how. */
export function doubledFiles(
  { plans, standards }: Counted,
  lineOf: LineOf,
): ReadonlyMap<string, string> {
  return new Map([
    ...doubledOf('plan', plans, (plan) => doubledWithin(plan, lineOf)),
    ...doubledOf('set of standards', standards, (set) =>
      twice('expectation', expectationsOf(set), lineOf),
    ),
  ]);
}

/** What stands twice in a plan: an item or action whose id an earlier one has; undefined where none does. */
export function doubledWithin(plan: Plan, lineOf: LineOf): string | undefined {
  const actions = actionsOf(plan).map(({ action }) => action);
  return twice(plan.item, plan.recommendations, lineOf) ?? twice('action', actions, lineOf);
}

interface Item {
  readonly id: string;
  at(...keys: (string | number)[]): Place;
}

function twice(what: string, items: readonly Item[], lineOf: LineOf): string | undefined {
  for (const [item, first] of withSameId(items)) {
    return `line ${lineOf(item.at())}: the id ${item.id} is also that of the ${what} on line ${lineOf(first.at())}`;
  }
  return undefined;
}

function doubledOf<T extends { readonly id: string; readonly file: string }>(
  what: string,
  all: readonly T[],
  within: (one: T) => string | undefined,
): [file: string, reason: string][] {
  const files = new Map<string, string[]>();
  for (const { id, file } of all) pushTo(files, id, file);
  return all.flatMap((one): [string, string][] => {
    const others = (files.get(one.id) ?? []).filter((file) => file !== one.file);
    const reason = shared(what, one.id, others) ?? within(one);
    return reason === undefined ? [] : [[one.file, reason]];
  });
}

function shared(what: string, id: string, [other, ...more]: readonly string[]): string | undefined {
  if (other === undefined || id === '') return undefined;
  const others = more.length > 0 ? ` and ${counted(more.length, 'other file')}` : '';
  return `the id ${id} is also that of the ${what} in ${other}${others}`;
}

/** Looks up lines in files that are held. */
export function lineIn({ files, context }: Pick<Loaded, 'files' | 'context'>): LineOf {
  const documents = new Map([...context, ...files].map((read) => [read.file, read.document]));
  return ({ file, path }) => documents.get(file)?.lineOf(path) ?? 1;
}

/** Refuses plans of which something would be told twice. */
export function refuseDoubled(plans: readonly Plan[], lineOf: LineOf): void {
  for (const [file, reason] of doubledFiles({ plans, standards: [] }, lineOf)) {
    throw new UsageError(`${cleanText(file)}: ${cleanText(reason)}`, DOUBLED_HELP);
  }
}

/** The only one of some plans with one id. */
export function onlyPlan(plans: readonly Plan[]): Plan | undefined {
  const [plan, other] = plans;
  if (plan && other) {
    throw new UsageError(
      `${cleanText(plan.file)} and ${cleanText(other.file)} both have the id "${cleanText(plan.id)}"`,
      'name the file that is meant after the id, or give one of the two another id',
    );
  }
  return plan;
}
