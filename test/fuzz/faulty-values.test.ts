import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { reports } from '../../src/reports/index.ts';
import { run } from '../support/memory-host.ts';

type Json = string | Json[] | { [key: string]: Json };

const files: { readonly [name: string]: Json } = {
  'plan.yaml': {
    plan: 'x',
    title: 'T',
    kind: 'inspection',
    report: { title: 'R', published: '2021-11-17' },
    by: ['HMPPS'],
    submitted: '2022-03-04',
    rounds: [{ date: '2023-03-27', title: 'First' }],
    recommendations: [
      {
        id: '1',
        to: ['MoJ'],
        text: 'Keep records.',
        agreement: 'partly-agreed',
        reason: { category: ['policy'], text: 'Why.' },
        'agreed-part': 'Most.',
        standards: ['s/L1'],
        see: ['1.1'],
        actions: [
          {
            id: '1.1',
            action: 'Publish a guide.',
            owner: ['team'],
            target: '2022-06',
            'depends-on': ['1.1'],
            progress: [
              {
                date: '2023-03-27',
                status: 'complete',
                completed: '2023-01-31',
                target: '2023-06',
                text: 'Done.',
                evidence: [{ title: 'Form', href: 'form.xls' }],
              },
            ],
          },
        ],
      },
    ],
  },
  'owners.yaml': {
    owners: [{ id: 'team', organisation: 'HMPPS', role: 'Team', also: ['T'], until: '2024-03-31' }],
    organisations: [{ name: 'HMPPS', title: 'Service', also: ['H'] }],
  },
  'standards.yaml': {
    standards: 's',
    title: 'S',
    domains: [
      { title: 'D', questions: [{ title: 'Q', expectations: [{ id: 'L1', text: 'Lead.' }] }] },
    ],
  },
  'actionplan.yaml': {
    rules: { 'smart-measurable': 'warning' },
    overrides: [{ files: ['plan.yaml'], rules: { 'owner-required': 'warning' } }],
    ignore: ['drafts'],
    'financial-year': '04-01',
  },
};

/** Every place in a value, the outermost first. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function replaced(value: Json, [step, ...rest]: (string | number)[], by: Json | undefined): Json {
  if (step === undefined) return by ?? '';
  if (typeof value === 'string') return value;
  const copy = structuredClone(value) as Record<string, Json>;
  const inner = copy[step];
  if (rest.length > 0 && inner !== undefined) copy[step] = replaced(inner, rest, by);
  else if (by === undefined) Reflect.deleteProperty(copy, step);
  else copy[step] = by;
  return copy;
}

const change = fc.constantFrom(...Object.keys(files)).chain((file) =>
  fc.record({
    file: fc.constant(file),
    path: fc.constantFrom(...placesIn(files[file] ?? '')),
    by: fc.constantFrom<Json | undefined>(undefined, '', 'x', [], {}, [''], [[]], [{}], { a: 'b' }),
  }),
);

const commands = [
  ['validate', '.'],
  ...reports.map(({ id }) => ['report', id, '.', '--skip-invalid', '--as-of', '2023-05-01']),
];

it('values of any wrong kind, anywhere, are findings and never a fault of the program', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed: Record<string, Json> = { ...files };
      for (const { file, path, by } of changes) {
        changed[file] = replaced(changed[file] ?? '', path, by);
      }
      const texts = Object.fromEntries(
        Object.entries(changed).map(([name, value]) => [name, stringify(value)]),
      );
      for (const argv of commands) {
        const { exit, stderr } = await run(argv, texts);
        expect([exit < 3, stderr]).toEqual([true, stderr]);
      }
    }),
    { numRuns: 150 },
  );
});
