import fc from 'fast-check';
import { stringify } from 'yaml';
import { AGREEMENTS, KINDS, REASON_CATEGORIES, STATUSES } from '../../src/model/plan-file.ts';
import { anyDay } from './arbitraries.ts';
import type { Json } from './values.ts';
import { ownFiles } from './yaml-texts.ts';

/** Files by path, as values. */
export type Values = Readonly<Record<string, Json>>;
/** Files by path, as texts. */
export type Texts = Readonly<Record<string, string>>;

/** Days close together, so that entries, targets and days asked about meet. */
export const FIRST = '2022-03-01';
export const LAST = '2023-06-30';
export const someDay = anyDay(FIRST, LAST);

/** A day, or only its month or year, as documents have it. */
const someDate = fc.oneof(
  { weight: 8, arbitrary: someDay },
  { weight: 2, arbitrary: someDay.map((day) => day.slice(0, 7)) },
  fc.constantFrom('2022', '2023'),
);
// biome-ignore format: a table
const someTarget = fc.oneof(
  { weight: 6, arbitrary: someDate },
  fc.constantFrom(
    'ongoing', 'from 2022-04', 'when: it is live', '2022-Q3', 'FY2022', 'FY2022-Q4', '2022-summer', '2022-winter',
  ),
);
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Publish a guide.', 'Train all staff.', 'Explore how.') },
  fc.constantFrom(
    'a | b',
    '=1+1',
    '@x and #1',
    '<b>x</b> & y',
    'one\ntwo\n\nthree',
    'a: b, "c"',
    '日本 é',
    '-5',
    '2022-06-30',
    'word '.repeat(80).trim(),
  ),
);
/** As the owners file has them below, spelt in several ways, and of nobody's file. */
// biome-ignore format: a table
const owner = fc.constantFrom(
  'records', 'Records', 'HMPPS: Records team', 'the service:  records TEAM', 'nhse', 'NHS England', 'courts',
  'Estates: Head', 'estates: head', 'Estates', 'MoJ: Policy', 'MOJ: Policy',
);
const ownersFile: Json = {
  owners: [
    { id: 'records', organisation: 'The Service', role: 'Records team', also: ['Records'] },
    { id: 'nhse', organisation: 'NHSE' },
    { id: 'courts', organisation: 'MoJ', role: 'Courts', until: '2023-01' },
  ],
  organisations: [
    { name: 'HMPPS', also: ['The Service'] },
    { name: 'NHS England', also: ['NHSE'] },
    { name: 'MoJ', title: 'Ministry of Justice' },
  ],
};
const standardsFile = (id: string): Json => ({
  standards: id,
  title: `Standards ${id}`,
  domains: ['Leading', 'Working'].map((title, at) => ({
    title,
    questions: [
      {
        title: 'How?',
        expectations: [1, 2].map((number) => ({ id: `${'LW'[at]}${number}`, text: 'It is so.' })),
      },
    ],
  })),
});
const expectation = fc.constantFrom('s/L1', 's/L2', 's/W1', 't/L1', 't/W2');
/** Of the same plan, of another one, and of none. */
const reference = fc.constantFrom(
  '1',
  '1.1',
  '10.1',
  'plan-d/1',
  'plan-b/2.1',
  'plan-a/1.1',
  '9.9',
);
const tag = fc.constantFrom('pilot', 'Pilot', 'records');
const theme = fc.constantFrom('Training', 'training', 'Records');

/** A field that is given so many times as often as not. */
function optional<T extends Json>(arbitrary: fc.Arbitrary<T>, times = 1) {
  return fc.option(arbitrary, { nil: undefined, freq: times + 1 });
}

function seldom<T extends Json>(arbitrary: fc.Arbitrary<T>) {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, arbitrary);
}

function some(one: fc.Arbitrary<string>, maxLength = 2) {
  return fc.oneof(one, fc.uniqueArray(one, { minLength: 1, maxLength }));
}

/** What is given of the fields of a mapping. */
function given(fields: Readonly<Record<string, Json | undefined>>): Json {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined),
  );
}

const entry = fc
  .record({
    date: someDate,
    status: optional(fc.constantFrom<string>(...STATUSES), 4),
    completed: optional(someDay, 1),
    target: optional(someTarget, 1),
    by: optional(some(owner), 1),
    text: words,
  })
  .map(given);
const action = fc
  .record({
    action: words,
    measure: optional(words),
    achievable: optional(words),
    owner: optional(some(owner, 3), 8),
    target: optional(someTarget, 8),
    review: optional(someDate),
    raised: optional(someDate, 1),
    'depends-on': seldom(some(reference)),
    see: seldom(some(reference)),
    standards: optional(some(expectation)),
    tags: optional(some(tag), 1),
    notes: optional(words, 1),
    progress: optional(fc.array(entry, { maxLength: 4 }), 5),
  })
  .map(given);
const recommendation = fc
  .record({
    theme: optional(theme),
    text: words,
    agreement: optional(fc.constantFrom<string>(...AGREEMENTS), 4),
    reason: optional(
      fc.record({ category: fc.constantFrom<string>(...REASON_CATEGORIES), text: words }),
      1,
    ),
    response: optional(words, 1),
    standards: optional(some(expectation), 1),
    tags: optional(some(tag), 1),
    actions: fc.array(action, { maxLength: 4 }),
  })
  .map(given);

/** Ids in an order that is neither that of texts nor of numbers alone. */
const ids = fc.shuffledSubarray(['1', '2', '10', '01', 'A1', 'b', '3-x', '20'], {
  minLength: 1,
  maxLength: 4,
});
const plan = ids.chain((chosen) =>
  fc
    .record({
      title: words,
      kind: fc.constantFrom<string>(...KINDS),
      item: optional(fc.constantFrom('key concern'), 1),
      submitted: fc.oneof({ weight: 4, arbitrary: fc.constant('2022-03-04') }, someDate),
      rounds: optional(fc.array(fc.record({ date: someDate }), { minLength: 1, maxLength: 2 })),
      tags: optional(some(tag), 1),
      recommendations: fc.array(recommendation, {
        minLength: chosen.length,
        maxLength: chosen.length,
      }),
    })
    .map((fields) => numbered(given(fields), chosen)),
);

/** Gives recommendations and their actions ids, which stand first. */
function numbered(value: Json, chosen: readonly string[]): Json {
  const { recommendations, ...fields } = value as { recommendations: { actions: Json[] }[] };
  const items = recommendations.map((one, index) => {
    const id = chosen[index] ?? '';
    const actions = one.actions.map((each, at) => ({
      id: `${id}.${[1, 10, 2, '02'][at]}`,
      ...(each as object),
    }));
    return { id, ...one, actions };
  });
  return { ...fields, recommendations: items };
}

/** Plans that can be read, with owners and standards files or without, in no order. */
export const portfolios: fc.Arbitrary<Values> = fc
  .record({
    plans: fc.array(plan, { minLength: 1, maxLength: 4 }),
    owners: fc.boolean(),
    standards: fc.constantFrom([], ['s'], ['s', 't']),
  })
  .map(({ plans, owners, standards }) => ({
    ...Object.fromEntries(
      plans.map((one, at) => [`p${at}.yaml`, { plan: `plan-${'dbac'[at]}`, ...(one as object) }]),
    ),
    ...(owners && { 'owners.yaml': ownersFile }),
    ...Object.fromEntries(standards.map((id) => [`${id}.yaml`, standardsFile(id)])),
  }));

export function written(values: Values): Texts {
  return Object.fromEntries(
    Object.entries(values).map(([path, value]) => [path, stringify(value)]),
  );
}

/** The files of `plans/`, as texts. */
export const realPlans: Texts = Object.fromEntries(ownFiles);
