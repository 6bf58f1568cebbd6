import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHANGE_TYPES, type Change, type Subject } from '../../src/changes/change.ts';
import { diffPlans } from '../../src/changes/diff.ts';
import type { Entry } from '../../src/model/plan.ts';
import { Asked } from '../support/ask.ts';
import { changedPlans } from '../support/changed-plans.ts';
import { long } from '../support/long.ts';
import { portfolios, realPlans, type Values, written } from '../support/portfolios.ts';
import type { Json } from '../support/values.ts';
import { casesOf } from './cases.ts';

type Fields = Readonly<Record<string, Json>>;
/** What plans say, flat: `plan/…/field` and its text. Entries of a log stand under their own words. */
type Flat = Map<string, string>;

const SEPARATOR = '\u0000';

function keyOf(...steps: readonly string[]): string {
  return steps.join(SEPARATOR);
}

/** A text without its wrapping, a list without its order: what a difference goes by. */
function meant(value: Json | null | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return meant(value.split('; '));
  if (!Array.isArray(value)) return Object.values(value).map(meant).join(' ').trim();
  return value
    .map((one) => (typeof one === 'string' ? one.replace(/\s+/g, ' ').trim() : meant(one)))
    .sort()
    .join('; ');
}

/** Owners by who they are: the id of the owners file, else as spelt. */
function owners(value: Json | null | undefined, asked: Asked): string {
  const names = typeof value === 'string' ? value.split('; ') : ((value ?? []) as string[]);
  const { owners: directory } = asked.loaded.portfolio;
  return names
    .map((name) => directory?.find(name)?.id ?? name.toLowerCase().replace(/\s+/g, ' '))
    .sort()
    .join('; ');
}

const PLAN = ['title', 'kind', 'item', 'by', 'submitted', 'notes', 'tags'];
const RECOMMENDATION = [
  'text',
  'agreement',
  'agreed-part',
  'response',
  'to',
  'theme',
  'see',
  'standards',
  'tags',
  'notes',
];
const ACTION = [
  'action',
  'measure',
  'achievable',
  'realistic',
  'review',
  'depends-on',
  'see',
  'standards',
  'tags',
  'notes',
  'target',
];
const DEFAULT: Readonly<Record<string, string>> = { item: 'recommendation' };

/** What some files say, read from their values alone. */
function flat(files: Values, asked: Asked): Flat {
  const all: Flat = new Map();
  for (const plan of Object.values(files) as Fields[]) {
    const id = meant(plan['plan']);
    if (plan['plan'] === undefined) continue;
    all.set(keyOf(id), 'plan');
    for (const field of PLAN) all.set(keyOf(id, field), meant(plan[field] ?? DEFAULT[field]));
    const report = (plan['report'] ?? {}) as Fields;
    for (const field of ['title', 'publisher', 'published', 'url'])
      all.set(keyOf(id, `report.${field}`), meant(report[field]));
    all.set(keyOf(id, 'rounds'), meant(plan['rounds']));
    for (const one of plan['recommendations'] as Fields[]) flatItem(all, id, one, plan, asked);
  }
  return all;
}

function flatItem(all: Flat, plan: string, one: Fields, of: Fields, asked: Asked): void {
  const id = keyOf(plan, `r ${meant(one['id'])}`);
  all.set(id, 'recommendation');
  for (const field of RECOMMENDATION) all.set(keyOf(id, field), meant(one[field]));
  const reason = (one['reason'] ?? {}) as Fields;
  for (const field of ['category', 'text'])
    all.set(keyOf(id, `reason.${field}`), meant(reason[field]));
  for (const action of one['actions'] as Fields[]) {
    const own = keyOf(id, `a ${meant(action['id'])}`);
    all.set(own, 'action');
    for (const field of ACTION) all.set(keyOf(own, field), meant(action[field]));
    all.set(keyOf(own, 'owner'), owners(action['owner'], asked));
    const raised = action['raised'] === of['submitted'] ? undefined : action['raised'];
    all.set(keyOf(own, 'raised'), meant(raised));
    for (const entry of (action['progress'] ?? []) as Fields[]) count(all, own, entry, 1);
  }
}

/** Entries are counted: a log may say the same twice. */
function count(all: Flat, own: string, entry: Fields, by: 1 | -1): void {
  const { date, status, completed, target, by: who, text, see, evidence } = entry;
  const words = JSON.stringify(
    [date, status, completed, target, who, text, see, evidence].map(meant),
  );
  const key = keyOf(own, `e ${words}`);
  const now = Number(all.get(key) ?? 0) + by;
  if (now === 0) all.delete(key);
  else all.set(key, String(now));
}

function entryFields({ date, status, completed, target, by, text, see, evidence }: Entry): Fields {
  const fields = {
    date: date.written,
    status,
    completed: completed?.written,
    target: target?.written,
    by: [...by],
    text,
    see: [...see],
    evidence: evidence.map(({ title, href }) => [title, href ?? ''].join(' ').trim()),
  };
  return fields as unknown as Fields;
}

/** The key of what a change is about. */
function placeOf({ plan, recommendation, action }: Change): string {
  const steps = [plan];
  if (recommendation !== null) steps.push(`r ${recommendation}`);
  if (action !== null) steps.push(`a ${action}`);
  return keyOf(...steps);
}

/** Where the value of a change of a field stands; none for what follows from entries. */
function fieldOf(change: Change): string | undefined {
  switch (change.type) {
    case 'recommendation-reworded':
      return 'text';
    case 'agreement-changed':
      return 'agreement';
    case 'reason-changed':
      return `reason.${change.field}`;
    case 'action-reworded':
      return 'action';
    case 'owner-changed':
      return 'owner';
    case 'first-target-changed':
      return 'target';
    case 'status-changed':
    case 'target-moved':
      return undefined;
    default:
      return change.field ?? undefined;
  }
}

/** Makes the changes of a difference in what was said before; each must find what it says was there. */
function apply(before: Flat, changes: readonly Change[], asked: Asked, after: Flat): Flat {
  const now = new Map(before);
  for (const change of changes) {
    const place = placeOf(change);
    const within = (key: string) => key === place || key.startsWith(place + SEPARATOR);
    if (change.type.endsWith('-added') && change.type !== 'progress-added') {
      expect(now.has(place)).toBe(false);
      for (const [key, text] of after) if (within(key)) now.set(key, text);
    } else if (change.type.endsWith('-removed') && change.type !== 'progress-removed') {
      expect(now.has(place)).toBe(true);
      for (const key of before.keys()) if (within(key)) now.delete(key);
    } else if (change.type.startsWith('progress-')) {
      const entries = [change.before, change.after] as readonly (Subject | null)[];
      for (const [at, subject] of entries.entries())
        if (subject?.entry) count(now, place, entryFields(subject.entry), at === 0 ? -1 : 1);
    } else {
      const field = fieldOf(change);
      if (field === undefined) continue;
      const key = keyOf(place, field);
      const read = (text: string | null) =>
        field === 'owner' ? owners(text ?? [], asked) : meant(text);
      expect([change.type, key, now.get(key)]).toEqual([change.type, key, read(change.from)]);
      now.set(key, read(change.to));
    }
  }
  return now;
}

interface Side {
  readonly asked: Asked;
  readonly flat: Flat;
}

function sideOf(files: Values): Side {
  const asked = new Asked(written(files));
  return { asked, flat: flat(files, asked) };
}

function changesOf(before: Side, after: Side): Change[] {
  return diffPlans({ before: before.asked.loaded.portfolio, after: after.asked.loaded.portfolio });
}

function sorted(one: Flat): [string, string][] {
  return [...one].filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1));
}

/** From A to C by way of B, and at once: each ends where C is. */
function expectSame(a: Side, b: Side, c: Side): void {
  const [ab, bc, ac] = [changesOf(a, b), changesOf(b, c), changesOf(a, c)];
  for (const { type } of [...ab, ...bc]) seen.add(type);
  const atB = apply(a.flat, ab, b.asked, b.flat);
  expect(sorted(atB)).toEqual(sorted(b.flat));
  const byB = apply(atB, bc, c.asked, c.flat);
  expect(sorted(byB)).toEqual(sorted(c.flat));
  const atOnce = apply(a.flat, ac, c.asked, c.flat);
  expect(sorted(atOnce)).toEqual(sorted(byB));
  // Where the way leads back, nothing has changed.
  if (JSON.stringify(sorted(a.flat)) === JSON.stringify(sorted(c.flat))) {
    expect(ac.filter(({ type }) => !/^(?:status|target)-/.test(type))).toEqual([]);
  }
}

const few = fc.integer({ min: 0, max: 8 });

/** The kinds of change that were tried. */
const seen = new Set<string>();

describe('a difference told in two steps comes to the same as told at once, and misses nothing', () => {
  it('in any plans', () => {
    fc.assert(
      fc.property(portfolios, fc.integer(), few, few, (values, seed, one, two) => {
        const b = changedPlans(values, seed, one);
        const c = changedPlans(b, seed + 1, two);
        expectSame(sideOf(values), sideOf(b), sideOf(c));
      }),
      casesOf('differences'),
    );
  });

  it('and back again', () => {
    fc.assert(
      fc.property(portfolios, fc.integer(), few, (values, seed, count) => {
        const [a, b] = [sideOf(values), sideOf(changedPlans(values, seed, count))];
        expectSame(a, b, a);
      }),
      casesOf('differences-back'),
    );
  });

  it('in the plans of this repository', () => {
    const real: Values = Object.fromEntries(
      Object.entries(realPlans)
        .filter(([path]) => path !== 'actionplan.yaml')
        .map(([path, text]) => [path, withLists(parse(text, { schema: 'failsafe' }))]),
    );
    const a = sideOf(real);
    for (let seed = 0; seed < (long ? 15 : 2); seed += 1) {
      const b = changedPlans(real, seed, 30);
      expectSame(a, sideOf(b), sideOf(changedPlans(b, seed + 1_000, 30)));
    }
  });

  it('of every kind', () => {
    expect([...seen].sort()).toEqual([...CHANGE_TYPES].sort());
  });
});

/** A plan whose recommendations all have a list of actions, if an empty one. */
function withLists(value: Json): Json {
  const plan = value as { recommendations?: Fields[] };
  if (!plan.recommendations) return value;
  const recommendations = plan.recommendations.map((one) => ({ actions: [], ...one }));
  return { ...plan, recommendations };
}
