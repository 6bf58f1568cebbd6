import { compareText } from '../../model/diagnostic.ts';
import { pushTo } from '../../model/group.ts';
import { type OwnerName, ownerLabel, spelling } from '../../model/owner.ts';
import type { Action, Plan, Recommendation } from '../../model/plan.ts';
import { type ActionRow, actionName, actionRows, plansOn } from '../../reports/action-row.ts';
import { reclosedIn, reclosedWords } from '../../reports/monthly-note.ts';
import { type MovementPart, partsOf } from '../../reports/movement.ts';
import { ownerKey } from '../../reports/narrow.ts';
import type { Question } from '../../reports/report.ts';
import { Addresses, Anchors } from './address.ts';
import type { SiteInput } from './input.ts';

/** Something that has a page of its own, with the actions it is about. */
export interface Part {
  readonly label: string;
  readonly path: string;
  readonly rows: readonly ActionRow[];
}

export interface PlanPart extends Part {
  readonly plan: Plan;
  /** Where its recommendations and actions stand on its page. */
  readonly places: ReadonlyMap<Recommendation | Action, string>;
}

export interface OwnerPart extends Part {
  /** Null for actions without an owner. */
  readonly owner: OwnerName | null;
}

export interface OrganisationPart extends Part {
  /** Null for actions without an owner. */
  readonly name: string | null;
  /** Its name in full, where the owners file gives one. */
  readonly title: string | undefined;
  readonly owners: readonly OwnerPart[];
}

/** An action that moved in the month, as it stood on the month's last day. */
export interface Mover {
  readonly row: ActionRow;
  readonly parts: readonly MovementPart[];
}

/** All that pages are made from, counted once. */
export interface Site extends SiteInput {
  readonly rows: readonly ActionRow[];
  readonly plans: readonly PlanPart[];
  readonly owners: readonly OwnerPart[];
  readonly organisations: readonly OrganisationPart[];
  /** Those that moved in the month, of all plans and of each. */
  readonly movers: readonly Mover[];
  moversOf(plan: Plan): readonly Mover[];
  /** What the movement does not count: closed actions that were closed in another way. */
  readonly reclosed: readonly string[];
  /** The page and place of an action or recommendation; undefined where it is on no page. */
  placeOf(item: Recommendation | Action): string | undefined;
  pageOfPlan(plan: Plan): PlanPart | undefined;
  pageOfOwner(owner: OwnerName): OwnerPart | undefined;
  pageOfOrganisation(name: string): OrganisationPart | undefined;
}

const NO_OWNER = 'No owner';

/** What is asked of reports, so that pages and data count alike. */
export function questionOf({ asOf, lineOf }: SiteInput): Question {
  return { asOf, period: null, by: 'owner', days: 0, narrowing: {}, lineOf };
}

export function siteOf(input: SiteInput): Site {
  const question = questionOf(input);
  const rows = actionRows(input.portfolio, question);
  const addresses = new Addresses();
  const plans = planParts(plansOn(input.portfolio, question), rows, addresses);
  const owners = ownerParts(rows, addresses);
  const organisations = organisationParts(input, rows, owners, addresses);
  const places = new Map(
    plans.flatMap((part) =>
      [...part.places].map(([item, place]) => [item, `${part.path}#${place}`] as const),
    ),
  );
  const byPlan = new Map(plans.map((part) => [part.plan, part]));
  const byOwner = new Map(owners.map((part) => [part.owner && ownerKey(part.owner), part]));
  const byOrganisation = new Map(
    organisations.map((part) => [part.name === null ? null : spelling(part.name), part]),
  );
  const onLastDay = actionRows(input.portfolio, { ...question, asOf: input.period.to });
  const movers = onLastDay
    .map((row): Mover => ({ row, parts: partsOf(row.action, input.period) }))
    .filter(({ parts }) => parts.length > 0);
  const moversByPlan = new Map<Plan, Mover[]>(plans.map(({ plan }) => [plan, []]));
  for (const mover of movers) moversByPlan.get(mover.row.plan)?.push(mover);
  return {
    ...input,
    rows,
    plans,
    owners,
    organisations,
    movers,
    reclosed: reclosedWords(reclosedIn(onLastDay, input.period), actionName),
    moversOf: (plan) => moversByPlan.get(plan) ?? [],
    placeOf: (item) => places.get(item),
    pageOfPlan: (plan) => byPlan.get(plan),
    pageOfOwner: (owner) => byOwner.get(ownerKey(owner)),
    pageOfOrganisation: (name) => byOrganisation.get(spelling(name)),
  };
}

function planParts(
  plans: readonly Plan[],
  rows: readonly ActionRow[],
  addresses: Addresses,
): PlanPart[] {
  const byPlan = new Map<Plan, ActionRow[]>(plans.map((plan) => [plan, []]));
  for (const row of rows) byPlan.get(row.plan)?.push(row);
  return plans.map((plan) => {
    const own = byPlan.get(plan) ?? [];
    const anchors = new Anchors();
    const shown = new Set(own.map(({ action }) => action));
    const places = new Map<Recommendation | Action, string>();
    for (const item of plan.recommendations) {
      places.set(item, anchors.place('item', item.id));
      for (const action of item.actions) {
        if (shown.has(action)) places.set(action, anchors.place('action', action.id));
      }
    }
    const path = addresses.page('plans', plan.id, plan.file);
    return { label: plan.id, path, rows: own, plan, places };
  });
}

function ownerParts(rows: readonly ActionRow[], addresses: Addresses): OwnerPart[] {
  const groups = new Map<string, ActionRow[]>();
  const names = new Map<string, OwnerName>();
  const without: ActionRow[] = [];
  for (const row of rows) {
    if (row.owners.length === 0) without.push(row);
    const keys = new Set<string>();
    for (const owner of row.owners) {
      keys.add(ownerKey(owner));
      if (!names.has(ownerKey(owner))) names.set(ownerKey(owner), owner);
    }
    for (const key of keys) pushTo(groups, key, row);
  }
  const parts = [...names].map(([key, owner]): OwnerPart => {
    const label = ownerLabel(owner);
    const path = addresses.page('owners', owner.id ?? label, key);
    return { label, path, rows: groups.get(key) ?? [], owner };
  });
  parts.sort((a, b) => compareText(a.label, b.label));
  if (without.length === 0) return parts;
  const path = addresses.page('owners', 'none');
  return [...parts, { label: NO_OWNER, path, rows: without, owner: null }];
}

function organisationParts(
  { portfolio }: SiteInput,
  rows: readonly ActionRow[],
  owners: readonly OwnerPart[],
  addresses: Addresses,
): OrganisationPart[] {
  const groups = new Map<string, OwnerPart[]>();
  for (const part of owners) pushTo(groups, spelling(part.owner?.organisation ?? ''), part);
  // As in reports, spellings that differ in capitals are one organisation, by the first of them.
  const names = new Map<string, string>();
  for (const { organisation } of rows.flatMap((row) => row.owners)) {
    if (!names.has(spelling(organisation))) names.set(spelling(organisation), organisation);
  }
  const known = portfolio.owners?.organisations ?? [];
  const parts = [...names]
    .map(([key, name]): OrganisationPart => {
      const own = groups.get(key) ?? [];
      const title = known.find((one) => one.name === name)?.title;
      const path = addresses.page('organisations', name);
      return { name, label: name, title, path, owners: own, rows: rowsOf(own, rows) };
    })
    .sort((a, b) => compareText(a.label, b.label));
  const [without] = groups.get('') ?? [];
  if (!without) return parts;
  const path = addresses.page('organisations', 'none');
  const none = { name: null, label: NO_OWNER, title: undefined, path, owners: [without] };
  return [...parts, { ...none, rows: without.rows }];
}

/** The actions of some owners, each once, in the order of all. */
function rowsOf(owners: readonly OwnerPart[], all: readonly ActionRow[]): readonly ActionRow[] {
  const [first] = owners;
  if (first && owners.length === 1) return first.rows;
  const own = new Set(owners.flatMap(({ rows }) => rows));
  return all.filter((row) => own.has(row));
}
