import { type OwnerName, ownerLabel, spelling } from '../model/owner.ts';
import { type ActionInPlan, actionsOf } from '../model/plan.ts';
import { STATUSES } from '../model/plan-file.ts';
import { nameOwner, type Portfolio } from '../model/portfolio.ts';
import { suggest } from '../model/suggest.ts';
import { valueOfWord } from '../model/table-words.ts';

/** Which actions a report looks at: any of the values of an option, and all options together. */
export interface Narrowing {
  readonly plan?: readonly string[] | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly organisation?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  /** Headings that recommendations stand under. */
  readonly theme?: readonly string[] | undefined;
}

export interface UnknownValue {
  readonly option: keyof Narrowing;
  readonly value: string;
  readonly near: string | undefined;
  /** The organisation of that name, where an owner was asked for. */
  readonly organisation: string | undefined;
  /** All that the value could be. */
  readonly known: readonly string[];
}

/** The first value that names nothing in these plans: a report of it would look like good news. */
export function unknownValue(portfolio: Portfolio, narrowing: Narrowing): UnknownValue | undefined {
  if (!narrows(narrowing)) return undefined;
  const names = ownersOf(portfolio);
  const known: Record<keyof Narrowing, readonly string[]> = {
    plan: portfolio.plans.map((plan) => plan.id),
    owner: [
      ...names.flatMap(({ written, name }) => [written, ...ownerSpellings(name)]),
      ...(portfolio.owners?.owners ?? []).flatMap((owner) => [owner.id, ...owner.also]),
    ],
    organisation: [
      ...names.map(({ name }) => name.organisation),
      ...(portfolio.owners?.organisations ?? []).flatMap((one) => [one.name, ...one.also]),
    ],
    status: STATUSES,
    theme: portfolio.plans.flatMap((plan) =>
      plan.recommendations.flatMap((one) => one.theme ?? []),
    ),
    tag: portfolio.plans.flatMap((plan) => [
      ...plan.tags,
      ...plan.recommendations.flatMap((one) => one.tags),
      ...[...actionsOf(plan)].flatMap(({ action }) => action.tags),
    ]),
  };
  for (const option of Object.keys(known) as (keyof Narrowing)[]) {
    const spellings = new Set(known[option].map(spelling));
    const wrong = narrowing[option]?.find(
      (value) =>
        !spellings.has(spelling(value)) && !(option === 'owner' && portfolio.owners?.find(value)),
    );
    if (wrong !== undefined) {
      return {
        option,
        value: wrong,
        near:
          (option === 'status' ? valueOfWord(wrong, STATUSES) : undefined) ??
          suggest(wrong, new Set(known[option])),
        organisation:
          option === 'owner'
            ? known.organisation.find((one) => spelling(one) === spelling(wrong))
            : undefined,
        known: [...new Set(known[option])],
      };
    }
  }
  return undefined;
}

/** Whether an action is among those asked for; its status is judged by the caller. */
export function isAskedFor(
  portfolio: Portfolio,
  narrowing: Narrowing,
  { plan, recommendation, action }: ActionInPlan,
): boolean {
  const { plan: plans, owner, organisation, tag, theme } = narrowing;
  if (plans && !has(plans, plan.id)) return false;
  if (theme && !has(theme, recommendation.theme ?? '')) return false;
  if (tag && ![...plan.tags, ...recommendation.tags, ...action.tags].some((one) => has(tag, one))) {
    return false;
  }
  if (!owner && !organisation) return true;
  const names = action.owner.map((written) => ({ written, name: nameOwner(portfolio, written) }));
  const organisations = organisation?.map((one) => portfolio.owners?.organisation(one) ?? one);
  if (organisations && !names.some(({ name }) => has(organisations, name.organisation))) {
    return false;
  }
  if (!owner) return true;
  const asked = owner.map((one) => nameOwner(portfolio, one));
  return names.some(
    ({ written, name }) => has(owner, written) || asked.some((one) => sameOwner(one, name)),
  );
}

/** What a report is narrowed to, for its title: "owner CPS: Deputy Director; status paused". */
export function narrowingInWords(portfolio: Portfolio, narrowing: Narrowing): string {
  const names: Record<keyof Narrowing, (value: string) => string> = {
    plan: (value) => value,
    owner: (value) => ownerLabel(nameOwner(portfolio, value)),
    organisation: (value) => portfolio.owners?.organisation(value) ?? value,
    status: (value) => value,
    tag: (value) => value,
    theme: (value) => value,
  };
  return (Object.keys(names) as (keyof Narrowing)[])
    .flatMap((option) => {
      const values = narrowing[option];
      return values ? [`${option} ${values.map(names[option]).join(' and ')}`] : [];
    })
    .join('; ');
}

/** Whether an owner is among those asked for, by name or organisation. */
export function isOwnerAskedFor(
  portfolio: Portfolio,
  { owner, organisation }: Narrowing,
  name: OwnerName,
): boolean {
  const asked = owner?.map((one) => nameOwner(portfolio, one));
  if (asked && !asked.some((one) => sameOwner(one, name))) return false;
  const organisations = organisation?.map((one) => portfolio.owners?.organisation(one) ?? one);
  return organisations === undefined || has(organisations, name.organisation);
}

/** Whether anything is left out at all. */
export function narrows(narrowing: Narrowing): boolean {
  return narrowing.plan !== undefined || narrowsActions(narrowing);
}

/** Whether actions, not only plans, are narrowed. */
export function narrowsActions({ owner, organisation, status, tag, theme }: Narrowing): boolean {
  return [owner, organisation, status, tag, theme].some((values) => values !== undefined);
}

export function sameOwner(a: OwnerName, b: OwnerName): boolean {
  return ownerKey(a) === ownerKey(b);
}

/** What tells owners apart: the id, else organisation and role as spelt. */
export function ownerKey(owner: OwnerName): string {
  return owner.id ?? `${spelling(owner.organisation)}\n${spelling(owner.role ?? '')}`;
}

function ownersOf(portfolio: Portfolio): { written: string; name: OwnerName }[] {
  const written = new Set(
    portfolio.plans.flatMap((plan) => [...actionsOf(plan)].flatMap(({ action }) => action.owner)),
  );
  return [...written].map((one) => ({ written: one, name: nameOwner(portfolio, one) }));
}

function ownerSpellings({ id, organisation, role }: OwnerName): string[] {
  return [...(id === null ? [] : [id]), role === null ? organisation : `${organisation}: ${role}`];
}

/** Whether a name is among those asked for, however it is spelt. */
export function has(values: readonly string[], value: string): boolean {
  return values.some((one) => spelling(one) === spelling(value));
}
