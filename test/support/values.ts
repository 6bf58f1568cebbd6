import fc from 'fast-check';
import type { FileKind } from '../../src/model/file-kind.ts';

export type Json = string | Json[] | { [key: string]: Json };

/** A file of each kind that has every field. */
export const soundFiles: Readonly<Record<FileKind, Json>> = {
  plan: {
    plan: 'x',
    title: 'T',
    kind: 'inspection',
    item: 'key concern',
    notes: 'N',
    tags: ['t'],
    report: { title: 'R', publisher: 'P', published: '2021-11-17', url: 'https://a.example/b' },
    by: ['HMPPS'],
    submitted: '2022-03-04',
    rounds: [{ date: '2023-03-27', title: 'First' }],
    recommendations: [
      {
        id: '1',
        to: ['MoJ'],
        theme: 'T',
        response: 'R',
        tags: ['t'],
        notes: 'N',
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
            measure: 'M',
            achievable: 'A',
            realistic: 'R',
            review: '2023',
            raised: '2022-03-05',
            see: ['1'],
            standards: ['s/L1'],
            tags: ['t'],
            notes: 'N',
            'depends-on': ['1.1'],
            progress: [
              {
                date: '2023-03-27',
                status: 'complete',
                completed: '2023-01-31',
                target: '2023-06',
                text: 'Done.',
                by: ['team'],
                see: ['1'],
                evidence: [{ title: 'Form', href: 'form.xls' }],
              },
            ],
          },
        ],
      },
    ],
  },
  owners: {
    owners: [{ id: 'team', organisation: 'HMPPS', role: 'Team', also: ['T'], until: '2024-03-31' }],
    organisations: [{ name: 'HMPPS', title: 'Service', also: ['H'] }],
  },
  standards: {
    standards: 's',
    title: 'S',
    domains: [
      { title: 'D', questions: [{ title: 'Q', expectations: [{ id: 'L1', text: 'Lead.' }] }] },
    ],
  },
  settings: {
    rules: { 'smart-measurable': 'warning' },
    overrides: [{ files: ['plan.yaml'], rules: { 'owner-required': 'warning' } }],
    ignore: ['drafts'],
    'financial-year': '04-01',
    publish: {
      title: 'T',
      introduction: 'I',
      logo: 'l.png',
      'logo-text': 'L',
      language: 'cy',
      columns: ['item', 'actions'],
      headings: { owner: 'Lead' },
      plans: { x: { title: 'T' } },
    },
  },
};

/** Every place in a value, the outermost first. */
export function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

export function replaced(
  value: Json,
  [step, ...rest]: (string | number)[],
  by: Json | undefined,
): Json {
  if (step === undefined) return by ?? '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && typeof step !== 'number') return value;
  const copy = structuredClone(value) as Record<string, Json>;
  const inner = copy[step];
  if (rest.length > 0 && inner !== undefined) copy[step] = replaced(inner, rest, by);
  else if (by === undefined && Array.isArray(copy)) copy.splice(Number(step), 1);
  else if (by === undefined) Reflect.deleteProperty(copy, step);
  else copy[step] = by;
  return copy;
}

// biome-ignore format: a table
const anything = fc.constantFrom<Json | undefined>(
  undefined, '', ' ', '\u200b', '\u00a0x', 'x', 'X y', '1.1', '-x', '…', 'x'.repeat(200), 'x'.repeat(201),
  '2022-06', '04-01', '13-01', 'https://a.example/', 'ftp://a.example/', 'https://a b', 'Agreed',
  'agreed', 'complete', 'policy', 'strategy', 'error', 'constructor', '__proto__', [], {}, [''], ['x'],
  ['policy', 'x'], ['policy'], [[]], [['x']], [{}], { a: 'b' }, { a: 'off' }, { text: 'x' },
);

/** A value with something changed, added or taken away in up to two places. */
export function changedValue(value: Json): fc.Arbitrary<Json> {
  const change = fc.record({
    path: fc.constantFrom(...placesIn(value).slice(1)),
    added: fc.option(fc.constantFrom('x', 'id', 'text', 'toString', 'constructor'), { freq: 10 }),
    by: anything,
  });
  return fc
    .array(change, { minLength: 1, maxLength: 2 })
    .map((changes) =>
      changes.reduce(
        (now, { path, added, by }) =>
          replaced(now, added === null ? path : [...path.slice(0, -1), added], by),
        value,
      ),
    );
}
