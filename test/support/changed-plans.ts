import { AGREEMENTS, STATUSES } from '../../src/model/plan-file.ts';
import type { Values } from './portfolios.ts';
import { chances } from './shuffled.ts';
import type { Json } from './values.ts';

type Chance = ReturnType<typeof chances>;
type Fields = Record<string, Json>;

const TEXTS = ['Publish a guide.', 'Train  all\nstaff.', 'Keep records.', 'a | b', 'Else.'];
const DAYS = ['2022-03-01', '2022-06', '2022-09-15', '2023'];
const OWNERS = ['records', 'Records', 'MoJ: Policy', 'MOJ: Policy', 'Estates'];
const LISTS = [['x'], ['x', 'y'], ['y', 'x'], 'y'];

/** What the fields of each part may be changed to; required ones are never taken away. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly Json[]>>>> = {
  plan: {
    title: TEXTS,
    item: ['key concern'],
    submitted: DAYS,
    notes: TEXTS,
    tags: LISTS,
    by: LISTS,
    rounds: [[{ date: '2022-09-30' }], [{ date: '2022-09-30', title: 'T' }, { date: '2023' }]],
    report: [{ title: 'T' }, { title: 'U', publisher: 'P', published: '2022' }],
  },
  recommendation: {
    text: TEXTS,
    agreement: AGREEMENTS,
    reason: [
      { text: 'Why.' },
      { category: 'policy', text: 'Else.' },
      { category: ['policy', 'operational'] },
    ],
    'agreed-part': TEXTS,
    response: TEXTS,
    to: LISTS,
    theme: TEXTS,
    see: LISTS,
    standards: LISTS,
    tags: LISTS,
    notes: TEXTS,
  },
  action: {
    action: TEXTS,
    measure: TEXTS,
    achievable: TEXTS,
    realistic: TEXTS,
    owner: [...OWNERS, ['records', 'Estates'], ['Estates', 'records'], ['Records', 'records']],
    target: ['2022-06', '2022-12', 'ongoing', 'FY2022'],
    review: DAYS,
    raised: DAYS,
    'depends-on': LISTS,
    see: LISTS,
    standards: LISTS,
    tags: LISTS,
    notes: TEXTS,
  },
  entry: {
    date: DAYS,
    text: TEXTS,
    status: STATUSES,
    completed: DAYS,
    target: ['2022-06', '2022-12', 'ongoing'],
    by: LISTS,
    see: LISTS,
    evidence: [[{ title: 'Form' }], [{ title: 'Form', href: 'a.xls' }]],
  },
};
const REQUIRED = new Set(['title', 'submitted', 'text', 'action', 'date']);

/** Plans after some changes of any kind: fields, entries, actions, recommendations, whole plans. */
export function changedPlans(files: Values, seed: number, changes: number): Values {
  const chance = chances(seed);
  const after: Record<string, Json> = structuredClone(files) as Record<string, Json>;
  for (let count = 0; count < changes; count += 1) {
    const plans = Object.keys(after).filter((path) => 'plan' in (after[path] as Fields));
    const path = plans[chance(plans.length)];
    if (path === undefined) break;
    if (chance(12) === 0 && plans.length > 1) Reflect.deleteProperty(after, path);
    else if (chance(12) === 0) addPlan(after, after[path] ?? '', chance);
    else change(after[path] as Fields, chance);
  }
  return after;
}

function addPlan(files: Record<string, Json>, like: Json, chance: Chance): void {
  const id = `plan-${'dbacxy'[chance(6)]}`;
  const there = Object.values(files).some((value) => (value as Fields)['plan'] === id);
  if (!there) files[`new-${id}.yaml`] = { ...(structuredClone(like) as Fields), plan: id };
}

/** Changes something in a plan: on one of its levels, by chance. */
function change(plan: Fields, chance: Chance): void {
  const level = chance(5);
  const recommendations = plan['recommendations'] as Fields[];
  const recommendation = recommendations[chance(Math.max(1, recommendations.length))];
  if (level === 0 || !recommendation) return edit(plan, 'plan', chance);
  if (level === 1) return editOrList(recommendations, recommendation, 'recommendation', chance);
  const actions = recommendation['actions'] as Fields[];
  const action = actions[chance(Math.max(1, actions.length))];
  if (!action) {
    actions.push({ id: `${idOf(recommendation)}.1`, action: 'Publish a guide.' });
    return undefined;
  }
  if (level === 2) return editOrList(actions, action, 'action', chance);
  const log = ((action['progress'] as Fields[] | undefined) ?? []).slice();
  const entry = log[chance(Math.max(1, log.length))];
  if (!entry || chance(2) === 0) log.push({ date: pick(DAYS, chance), text: pick(TEXTS, chance) });
  else if (chance(4) === 0) log.splice(log.indexOf(entry), 1);
  else edit(entry, 'entry', chance);
  action['progress'] = log;
  return undefined;
}

/** Edits an item, takes it away, or adds one like it under an id that is free. */
function editOrList(list: Fields[], item: Fields, kind: string, chance: Chance): void {
  const what = chance(6);
  if (what === 0) list.splice(list.indexOf(item), 1);
  else if (what === 1) {
    const copy = structuredClone(item);
    const own = idOf(item);
    const id = kind === 'action' ? own.replace(/[^.]*$/, 'n') : `n${chance(3)}`;
    if (list.some((one) => one['id'] === id)) return;
    const actions = (copy['actions'] as Fields[] | undefined)?.map((one, at) => ({
      ...one,
      id: `${id}.${at}`,
    }));
    list.push({ ...copy, id, ...(actions && { actions }) });
  } else edit(item, kind, chance);
}

function edit(part: Fields, kind: string, chance: Chance): void {
  const fields = Object.entries(FIELDS[kind] ?? {});
  const [field, values] = pick(fields, chance);
  if (!REQUIRED.has(field) && chance(4) === 0) Reflect.deleteProperty(part, field);
  else part[field] = structuredClone<Json>(pick(values, chance));
}

function idOf({ id }: Fields): string {
  return typeof id === 'string' ? id : '';
}

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[chance(list.length)] as T;
}
