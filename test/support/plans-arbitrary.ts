import fc from 'fast-check';
import { buildOwners } from '../../src/model/build-directory.ts';
import { buildPlan } from '../../src/model/build-plan.ts';
import { STATUSES } from '../../src/model/plan-file.ts';
import type { Portfolio } from '../../src/model/portfolio.ts';
import { UK_FINANCIAL_YEAR } from '../../src/model/target.ts';
import { anyDay } from './arbitraries.ts';
import { hostileText } from './hostile.ts';

/** Targets of every form, some far off. */
const target = fc.oneof(
  { weight: 4, arbitrary: anyDay('2021-01-01', '2026-12-31') },
  fc.constantFrom(
    '2022-06',
    '2023-Q1',
    '2022-winter',
    'FY2022',
    'FY2023-Q2',
    '2024',
    'from 2024-04',
    'ongoing',
    'when: it is time',
    '1900-01-01',
    '2199-12-31',
  ),
);

const date = fc.oneof(
  anyDay('2022-03-04', '2024-12-31'),
  fc.constantFrom('2022-12', '2023', '2023-05'),
);

const entry = fc.record(
  {
    date,
    status: fc.constantFrom(...STATUSES),
    completed: date,
    target,
    text: fc.constant('Said.'),
  },
  { requiredKeys: ['date', 'text'] },
);

const owner = fc.oneof(
  fc.constantFrom('NHS England: Director', 'nhs england: director', 'NHS England', 'MoJ', 'npcc'),
  fc.nat(30).map((n) => `Owner ${n}: ${'Head of a very long name '.repeat(n % 4)}`.trim()),
  hostileText.filter((text) => text.trim() !== ''),
);

const action = fc.record(
  {
    raised: anyDay('2022-03-04', '2024-12-31'),
    owner: fc.array(owner, { minLength: 1, maxLength: 3 }),
    target,
    progress: fc.array(entry, { maxLength: 4 }),
  },
  { requiredKeys: ['progress'] },
);

const plan = fc.record({
  submitted: fc.constantFrom('2022-03-04', '2023-03', '2008'),
  actions: fc.array(action, { maxLength: 12 }),
});

const { directory: owners } = buildOwners([
  {
    file: 'owners.yaml',
    value: { owners: [{ id: 'npcc', organisation: 'NPCC', role: 'Lead' }] },
  },
]);

/** Some plans with any actions, as they would be read. */
export const anyPortfolio: fc.Arbitrary<Portfolio> = fc
  .tuple(fc.array(plan, { maxLength: 16 }), fc.boolean())
  .map(([plans, directory]) => ({
    plans: plans.map(({ submitted, actions }, at) => {
      const value = {
        plan: at % 5 === 4 ? `a-plan-of-a-rather-long-name-that-nobody-would-give-${at}` : `p${at}`,
        title: 'T',
        kind: 'strategy' as const,
        submitted,
        recommendations: [
          {
            id: '1',
            text: 'T',
            actions: actions.map((one, index) => ({
              id: `1.${index + 1}${index % 7 === 6 ? '-with-more-letters' : ''}`,
              action: 'Do it.',
              ...one,
            })),
          },
        ],
      };
      return buildPlan(`p${at}.yaml`, value, UK_FINANCIAL_YEAR).plan;
    }),
    context: [],
    owners: directory ? owners : undefined,
    standards: [],
    financialYear: UK_FINANCIAL_YEAR,
  }));
