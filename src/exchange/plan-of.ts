import type { Kind, PlanFile } from '../model/plan-file.ts';
import { leaveUnsaid, planValue } from './draft.ts';
import { fillEmpty, nameOf } from './fill-empty.ts';
import { type Imported, refuseUndated } from './import-tables.ts';
import type { ProfileFile } from './profile.ts';

/** What is said of the plan itself, by flags before the profile. */
export interface PlanGiven {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly submitted?: string | undefined;
}

/** A plan made of what was read, with what had to be taken for want of words in the table. */
export function planOf(
  file: string,
  imported: Imported,
  { plan: said }: ProfileFile,
  given: PlanGiven,
): { plan: PlanFile; taken: readonly string[] } {
  const taken: string[] = [];
  const actions = imported.recommendations.flatMap((one) => one.actions);
  for (const action of actions) {
    leaveUnsaid(action);
  }
  refuseUndated(actions.flatMap(({ entries }) => entries));
  const id = given.id ?? said?.id ?? take(taken, 'the id', idOfFile(file), '--id');
  const title =
    given.title ?? said?.title ?? take(taken, 'the title', titleIn(imported) ?? id, '--title');
  const kind = given.kind ?? said?.kind ?? take(taken, 'the kind', kindOf(imported), '--kind');
  const { recommendations } = imported;
  const named = recommendations.length === 1 ? () => title : nameOf;
  taken.push(...fillEmpty(recommendations, named));
  const made = imported.recommendations.filter((one) => !one.idGiven);
  if (made.length > 0) {
    taken.push(`ids that the table does not give: ${made.map((one) => one.id).join(', ')}`);
  }
  const fields = {
    id,
    title,
    kind,
    item: said?.item,
    by: said?.by,
    submitted: given.submitted ?? said?.submitted ?? '',
  };
  return { plan: planValue(fields, imported.recommendations, undefined), taken };
}

function take<T extends string>(taken: string[], what: string, value: T, flag: string): T {
  taken.push(`${what}: ${value} (${flag} says another)`);
  return value;
}

/** The id of a plan from the name of the file it is in. */
export function idOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'imported' : id.slice(0, 100);
}

/** What stands first above the table is its title, unless it is as long as a paragraph. */
function titleIn({ cells, tables }: Imported): string | undefined {
  const [cell] = cells.filter(({ outcome }) => outcome === 'outside');
  const first = cell?.text ?? tables[0]?.table.above[0]?.text;
  return first && first.length <= 200 ? first.replace(/\s+/g, ' ') : undefined;
}

/** Kinds differ in what they require: what the table gives, the plan is held to. */
function kindOf({ recommendations }: Imported): Kind {
  if (recommendations.some(({ fields }) => fields.agreement !== undefined)) return 'inspection';
  if (recommendations.some(({ fields }) => fields.response !== undefined)) return 'thematic-review';
  return 'strategy';
}
