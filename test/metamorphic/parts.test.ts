import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OwnerName, ownerLabel } from '../../src/model/owner.ts';
import { actionsOf } from '../../src/model/plan.ts';
import { STATUSES } from '../../src/model/plan-file.ts';
import type { Answer, JsonObject, Question } from '../../src/reports/report.ts';
import { Asked, nameOf } from '../support/ask.ts';
import { portfolios, realPlans, someDay, type Values, written } from '../support/portfolios.ts';
import type { Json } from '../support/values.ts';
import { casesOf } from './cases.ts';

const RUNS = casesOf('parts');
/** Reports whose rows are actions. */
const OF_ACTIONS = ['overdue', 'completed', 'upcoming', 'slippage', 'stale', 'smart'];
/** Totals that are the sum of those of the parts, whatever tells the parts. */
const ADD_UP: Readonly<Record<string, readonly string[]>> = {
  overdue: ['actions'],
  completed: ['actions', 'onTime', 'late', 'withoutDue'],
  upcoming: ['actions'],
  slippage: ['actions', 'moves', 'later', 'days'],
  stale: ['actions', 'noUpdate', 'pastReview', 'missingFromRound'],
  smart: ['actions', 'all'],
  owners: ['total', 'overdue', 'dueSoon', 'status'],
  summary: ['actions', 'overdue', 'status', 'rag', 'withoutTarget', 'withoutLastDay'],
};

type Ask = (report: string, options?: Partial<Question>) => Answer;

function askOn(asked: Asked, asOf: string): Ask {
  return (report, options = {}) => {
    const days = report === 'upcoming' ? { days: 365 } : {};
    return asked.answer(report, { asOf, ...days, ...options });
  };
}

/** Figures side by side added up, however deep they stand. */
function sumOf(parts: readonly unknown[]): unknown {
  const [first] = parts;
  if (typeof first === 'number') return parts.reduce<number>((sum, one) => sum + Number(one), 0);
  if (typeof first !== 'object' || first === null) return undefined;
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, sumOf(parts.map((one) => (one as JsonObject)[key]))]),
  );
}

/** Each action is in one part, and the totals of the parts sum to those of the whole. */
function expectParts(
  ask: Ask,
  parts: readonly Question['narrowing'][],
  also: readonly string[] = [],
) {
  for (const [report, totals] of Object.entries(ADD_UP)) {
    const whole = ask(report);
    const answers = parts.map((narrowing) => ask(report, { narrowing }));
    if (OF_ACTIONS.includes(report)) {
      const rows = answers.flatMap((one) => one.rows);
      const sorted = (some: readonly JsonObject[]) => some.map((row) => JSON.stringify(row)).sort();
      expect([report, sorted(rows)]).toEqual([report, sorted(whole.rows)]);
    }
    for (const key of report === 'summary' ? [...totals, ...also] : totals) {
      const sum = sumOf(answers.map((one) => one.totals[key]));
      expect([report, key, sum]).toEqual([report, key, whole.totals[key]]);
    }
  }
}

function expectByPlan(ask: Ask, asked: Asked): void {
  const plans = asked.loaded.portfolio.plans.map(({ id }) => id);
  expectParts(
    ask,
    plans.map((id) => ({ plan: [id] })),
    ['agreement', 'plans'],
  );
}

/** An action is of every owner it names; each owner's own report has as many as the table says. */
function expectByOwner(ask: Ask): void {
  const all = new Set(ask('smart').rows.map(nameOf));
  for (const by of ['owner', 'organisation'] as const) {
    const seen = new Set<string>();
    let none = 0;
    for (const row of ask('owners', { by }).rows) {
      const owner = row['owner'] as unknown as OwnerName | null;
      if (owner === null) {
        none += Number(row['total']);
        continue;
      }
      const narrowing =
        by === 'owner'
          ? { owner: [owner.id ?? ownerLabel(owner)] }
          : { organisation: [owner.organisation] };
      const own = ask('smart', { narrowing }).rows;
      expect([by, owner, own.length]).toEqual([by, owner, row['total']]);
      expect(ask('overdue', { narrowing }).rows.length).toBe(row['overdue']);
      // The table of this owner alone is the same line.
      expect(ask('owners', { by, narrowing }).rows).toContainEqual(row);
      for (const one of own) seen.add(nameOf(one));
    }
    expect(seen.size + none).toBe(all.size);
  }
}

/** Under each heading stand the actions whose row says so; those under none are the rest. */
function expectByTheme(ask: Ask): void {
  const rows = ask('smart').rows;
  const themes = new Set(rows.map(({ theme }) => theme).filter((theme) => theme !== null));
  const spellings = new Set(
    [...themes].map((theme) => JSON.stringify(theme).slice(1, -1).toLowerCase()),
  );
  const under = [...spellings].flatMap(
    (theme) => ask('smart', { narrowing: { theme: [theme] } }).rows,
  );
  expect(under.map(nameOf).sort()).toEqual(
    rows
      .filter(({ theme }) => theme !== null)
      .map(nameOf)
      .sort(),
  );
}

/** A tag of a plan or recommendation is one of its actions. */
function expectByTag(ask: Ask, asked: Asked): void {
  const tagged = new Map<string, Set<string>>();
  for (const plan of asked.loaded.portfolio.plans) {
    for (const { recommendation, action } of actionsOf(plan)) {
      for (const tag of [...plan.tags, ...recommendation.tags, ...action.tags]) {
        const key = tag.toLowerCase();
        tagged.set(key, (tagged.get(key) ?? new Set()).add(`${plan.id}/${action.id}`));
      }
    }
  }
  const there = new Set(ask('smart').rows.map(nameOf));
  for (const [tag, actions] of tagged) {
    const found = ask('smart', { narrowing: { tag: [tag] } }).rows.map(nameOf);
    expect([tag, found.sort()]).toEqual([tag, [...actions].filter((id) => there.has(id)).sort()]);
  }
}

function expectAll(asked: Asked, day: string): void {
  const ask = askOn(asked, day);
  expectByPlan(ask, asked);
  expectParts(
    ask,
    STATUSES.map((status) => ({ status: [status] })),
  );
  expectByOwner(ask);
  expectByTheme(ask);
  expectByTag(ask, asked);
}

describe('what a report is narrowed to are parts of the whole: plans, statuses, owners, themes, tags', () => {
  it('of any plans', () => {
    fc.assert(
      fc.property(portfolios, someDay, (values, day) => expectAll(new Asked(written(values)), day)),
      RUNS,
    );
  });

  it.each(['2008-06-01', '2023-05-01', '2025-05-01'])(
    'of the plans of this repository on %s',
    (day) => {
      expectAll(new Asked(realPlans), day);
    },
  );
});

/** A value with owners of actions and entries written in another way. */
function respelt(value: Json, spell: (name: string) => string, key = ''): Json {
  if (typeof value === 'string') return key === 'owner' || key === 'by' ? spell(value) : value;
  if (Array.isArray(value)) return value.map((one) => respelt(one, spell, key));
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, respelt(inner, spell, field)]),
  );
}

/** Spellings of owners in the owners file, by which generated plans name them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  Records: 'records',
  'HMPPS: Records team': 'records',
  'the service:  records TEAM': 'records',
  'NHS England': 'nhse',
};

/** All that reports say, in no order: a name may have a place of its own in it. */
function said(values: Values, asOf: string): string[] {
  const ask = askOn(new Asked(written(values)), asOf);
  return Object.keys(ADD_UP)
    .flatMap((report) => {
      const { rows, totals } = ask(
        report,
        report === 'summary' ? { period: { from: `${asOf.slice(0, 7)}-01`, to: asOf } } : {},
      );
      const { organisations = [], ...others } = totals;
      return [...rows, others, ...(organisations as JsonObject[])].map(
        (row) => `${report} ${JSON.stringify(row)}`,
      );
    })
    .sort();
}

const withOwners = portfolios.filter((values) => 'owners.yaml' in values);

describe('an owner is the same', () => {
  it('under each spelling of the owners file', () => {
    fc.assert(
      fc.property(withOwners, someDay, (values, day) => {
        const ids = Object.fromEntries(
          Object.entries(values).map(([path, value]) => [
            path,
            path === 'owners.yaml' ? value : respelt(value, (name) => SPELLINGS[name] ?? name),
          ]),
        );
        expect(said(ids, day)).toEqual(said(values, day));
      }),
      RUNS,
    );
  });

  it('under a new name, where the old one is kept as another spelling', () => {
    fc.assert(
      fc.property(withOwners, someDay, (values, day) => {
        const { owners, organisations } = values['owners.yaml'] as Record<
          string,
          { [key: string]: Json }[]
        >;
        const renamed = {
          owners: (owners ?? []).map((one) =>
            one['id'] === 'records'
              ? {
                  ...one,
                  role: 'Archive',
                  also: ['Records', 'The Service: Records team', 'HMPPS: Records team'],
                }
              : one,
          ),
          organisations: (organisations ?? []).map((one) =>
            one['name'] === 'NHS England'
              ? { name: 'Health England', also: ['NHSE', 'NHS England'] }
              : one,
          ),
        };
        const after = said({ ...values, 'owners.yaml': renamed }, day).map((line) =>
          line
            .replaceAll('"Archive"', '"Records team"')
            .replaceAll('Health England', 'NHS England'),
        );
        expect(after.sort()).toEqual(said(values, day));
      }),
      RUNS,
    );
  });
});
