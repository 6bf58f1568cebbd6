import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/exchange/read/read-tables.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import { run } from '../support/memory-host.ts';
import { resaved } from '../support/resave.ts';

const plansFolder = join(import.meta.dirname, '../../plans');
const read = (name: string) => readFileSync(join(plansFolder, name), 'utf8');
const PLANS = ['hmpps-mental-health', 'hsab-case-review', 'long-wait', 'improving-health'];
const files: Record<string, string> = {
  'plans/owners.yaml': read('owners.yaml'),
  'plans/standards/hmip-mental-health.yaml': read('standards/hmip-mental-health.yaml'),
  ...Object.fromEntries(PLANS.map((name) => [`plans/${name}.yaml`, read(`${name}.yaml`)])),
};
const today = '2026-01-31';

async function exported(plan: string): Promise<Uint8Array> {
  const { bytes: made, stderr } = await run(['export', plan, '--output', 'x.xlsx'], files, {
    today,
  });
  const bytes = made['x.xlsx'];
  if (!bytes) throw new Error(stderr);
  return bytes;
}

const into = (plan: string, bytes: Uint8Array | string, ending = 'xlsx', more: string[] = []) =>
  run(
    ['import', `x.${ending}`, '--into', `plans/${plan}.yaml`, ...more],
    { ...files, [`x.${ending}`]: bytes },
    { today },
  );

const value = (text: string) => new YamlDocument(new SourceText(text)).value;

/** The paths at which two values differ, with the new value there. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b ? [] : [`${path}: ${JSON.stringify(b)}`];
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences(Reflect.get(a, key), Reflect.get(b, key), `${path}/${key}`),
  );
}

describe.each(PLANS)('the plan %s', (plan) => {
  it('comes back from a workbook and from CSV without a change', async () => {
    for (const bytes of [await exported(plan), await resaved(await exported(plan), {})]) {
      const same = await into(plan, bytes);
      expect(same.stderr).toContain('says what the table says');
      expect(same).toMatchObject({ exit: 0, stdout: '', edited: {} });
    }
    const csv = await run(['export', plan], files, { today });
    expect(await into(plan, csv.stdout, 'csv')).toMatchObject({ exit: 0, stdout: '', edited: {} });
  });

  it('is exported to the same bytes each time', async () => {
    expect(Buffer.compare(await exported(plan), await exported(plan))).toBe(0);
  });
});

describe('edits in a workbook', () => {
  it('change exactly the two values edited', async () => {
    const bytes = await resaved(await exported('hsab-case-review'), {
      'Action 2': 'Review the guidance for high risk patients',
      'Owner 4': 'HPFT',
    });
    const { edited, stdout } = await into('hsab-case-review', bytes);
    const file = 'plans/hsab-case-review.yaml';
    expect(differences(value(files[file] ?? ''), value(edited[file] ?? ''))).toEqual([
      '/recommendations/0/actions/0/action: "Review the guidance for high risk patients"',
      '/recommendations/1/actions/0/owner: "HPFT"',
    ]);
    expect(stdout.split('\n').filter((line) => /^[+-] /.test(line)).length).toBe(4);
  });

  it.each([
    ['Status 2', 'complete', '/actions/0/progress/0/status: "complete"'],
    ['Progress 2', 'Guidance reviewed', '/actions/0/progress/0/text: "Guidance reviewed"'],
    ['Target 2', '31/05/2019', '/actions/0/target: "2019-05-31"'],
    ['Revised target 2', 'June 2019', '/actions/0/progress/0/target: "2019-06"'],
    ['Recommendation 2', 'Other words', '/text: "Other words"'],
    ['Addressed to 2', 'NHS England\nNHS Wales', '/to: ["NHS England","NHS Wales"]'],
  ])('in %s to "%s" change that value', async (cell, text, expected) => {
    const bytes = await resaved(await exported('hsab-case-review'), { [cell]: text });
    const { edited } = await into('hsab-case-review', bytes);
    const file = 'plans/hsab-case-review.yaml';
    expect(differences(value(files[file] ?? ''), value(edited[file] ?? ''))).toEqual([
      `/recommendations/0${expected}`,
    ]);
  });

  it('of an update with a new date add an entry', async () => {
    const bytes = await resaved(await exported('hsab-case-review'), {
      'Date of update 2': '2019-02-01',
      'Progress 2': 'Published.',
      'Status 2': 'Complete',
    });
    const { edited } = await into('hsab-case-review', bytes);
    const file = 'plans/hsab-case-review.yaml';
    expect(differences(value(files[file] ?? ''), value(edited[file] ?? ''))).toEqual([
      '/recommendations/0/actions/0/progress/1: {"date":"2019-02-01","status":"complete","text":"Published."}',
    ]);
  });

  it('that empty a cell or take out a row take nothing out of the plan, and are told', async () => {
    const emptied = await resaved(await exported('hsab-case-review'), { 'Owner 2': '' });
    const { edited, stderr } = await into('hsab-case-review', emptied);
    expect(edited).toEqual({});
    expect(stderr).toContain(
      'action 1.1: the cell of owner is empty, and the plan keeps what it has',
    );
    const csv =
      'Rec no,Action no,Action\n1,1.1,Review guidance specific references to info sharing for high risk patients\n';
    const short = await into('hsab-case-review', csv, 'csv');
    expect(short.edited).toEqual({});
    expect(short.stderr).toContain('action 1.2 is not in the table, and stays');
    expect(short.stderr).toContain('recommendation 8 is not in the table, and stays');
  });

  it('are only shown with --dry-run', async () => {
    const bytes = await resaved(await exported('long-wait'), { 'Action 3': 'Other' });
    const dry = await into('long-wait', bytes, 'xlsx', ['--dry-run']);
    expect(dry.stdout).toContain('+          Other');
    expect(dry.edited).toEqual({});
  });

  it('that cannot be understood are kept in notes', async () => {
    const bytes = await resaved(await exported('hsab-case-review'), {
      'Status 2': 'Closure requested',
    });
    const { edited, stderr } = await into('hsab-case-review', bytes);
    const file = 'plans/hsab-case-review.yaml';
    expect(differences(value(files[file] ?? ''), value(edited[file] ?? ''))).toEqual([
      '/recommendations/0/actions/0/notes: "Status: Closure requested"',
    ]);
    expect(stderr).toMatch(/F2|[A-Z]2 Status: "Closure requested" \(a word that is not known\)/);
  });
});

it('a tracker with one column of targets moves a target by an entry, never the first one', async () => {
  const csv =
    'Rec no,Action no,Action,Due\n1,1.1,Review guidance specific references to info sharing for high risk patients,30/06/2019\n';
  const file = 'plans/hsab-case-review.yaml';
  const without = await into('hsab-case-review', csv, 'csv');
  expect(without).toMatchObject({ exit: 2, edited: {} });
  expect(without.stderr).toContain('--as-of');
  const { edited } = await into('hsab-case-review', csv, 'csv', ['--as-of', '2019-05-01']);
  expect(differences(value(files[file] ?? ''), value(edited[file] ?? ''))).toEqual([
    '/recommendations/0/actions/0/progress/1: {"date":"2019-05-01","target":"2019-06-30","text":"Target: 2019-06-30"}',
  ]);
});

it('a text that looks like a formula is none, in the workbook and in CSV', async () => {
  const plan = `plan: a
title: a
kind: strategy
submitted: 2023
recommendations:
  - id: "1"
    text: "=HYPERLINK(1)"
    actions:
      - id: "1.1"
        action: "+1 'quoted' _x0041_ \\u0007"
        owner: "'=x"
`;
  const memory = { 'plans/a.yaml': plan };
  const { bytes } = await run(['export', 'a', '--output', 'a.xlsx'], memory);
  const csv = await run(['export', 'a'], memory);
  expect(csv.stdout).toContain("'=HYPERLINK(1)");
  const [table] = await readTables('a.xlsx', bytes['a.xlsx'] ?? new Uint8Array());
  expect(table?.rows[1]?.cells.map(({ text }) => text)).toContain('=HYPERLINK(1)');
  for (const [ending, content] of [
    ['xlsx', bytes['a.xlsx'] ?? ''],
    ['csv', csv.stdout],
  ] as const) {
    const again = await run(['import', `a.${ending}`, '--into', 'plans/a.yaml'], {
      ...memory,
      [`a.${ending}`]: content,
    });
    expect(again).toMatchObject({ exit: 0, edited: {} });
  }
});

describe('a table without ids', () => {
  const HEAD = 'Recommendation,Action,Lead,Due\n';
  const ROWS = ['Keep,Train,MoJ,2023-06', 'Keep,Train,HMPPS,2023-09', 'Keep,Publish,MoJ,2023-09'];
  const table = (...rows: readonly string[]) => `${HEAD}${rows.join('\n')}\n`;
  const made = async () => {
    const argv = ['import', 't.csv', '--submitted', '2023', '--output', 'p.yaml'];
    return (await run(argv, { 't.csv': table(...ROWS) })).edited['p.yaml'] ?? '';
  };
  const again = async (csv: string) => {
    const text = await made();
    const files = { 't.csv': csv, 'p.yaml': text };
    const { edited, stdout, stderr } = await run(
      ['import', 't.csv', '--into', 'p.yaml', '--as-of', '2023-03-01'],
      files,
    );
    return { stdout, stderr, changed: differences(value(text), value(edited['p.yaml'] ?? text)) };
  };

  it('says of two actions of the same words what it said before', async () => {
    expect((await again(table(...ROWS))).changed).toEqual([]);
    expect((await again(table(...ROWS.toReversed()))).changed).toEqual([]);
  });

  it('adds what is new under an id of its own, wherever it stands', async () => {
    const { changed, stderr } = await again(table('Keep,Tell all,NPCC,2023-12', ...ROWS));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(
      /^\/recommendations\/0\/actions\/3: .*"id":"1\.[4-9]","action":"Tell all"/,
    );
    expect(stderr).not.toContain('is not in the table');
    const other = await again(table('First,Begin,NPCC,2023-12', ...ROWS));
    expect(other.changed).toHaveLength(1);
    expect(other.changed[0]).toMatch(
      /^\/recommendations\/1: .*"id":"[2-9]","text":"First".*"id":"[2-9]\.1"/,
    );
  });

  it('changes the words of the one that stands in its place', async () => {
    const { changed } = await again(
      table(ROWS[0] ?? '', ROWS[1] ?? '', 'Keep,Publish it,MoJ,2023-09'),
    );
    expect(changed).toEqual(['/recommendations/0/actions/2/action: "Publish it"']);
  });

  it('tells which action it does not have', async () => {
    const { changed, stderr } = await again(table(ROWS[1] ?? '', ROWS[2] ?? ''));
    expect(stderr).toContain('note: action 1.');
    expect(stderr.match(/is not in the table, and stays/g)).toHaveLength(1);
    expect(changed.length).toBeLessThanOrEqual(2);
  });
});

/** A plan of two recommendations, with the ids of theirs and of their actions. */
function planOfIds([one, two]: readonly string[], [a, b, c]: readonly string[]): string {
  const action = (id: string | undefined, text: string) =>
    `      - id: "${id}"\n        action: ${text}\n        owner: Team\n        target: 2023-06\n`;
  return [
    'plan: x\ntitle: X\nkind: inspection\nsubmitted: 2022-03-04\nrecommendations:\n',
    `  - id: "${one}"\n    text: Keep records.\n    agreement: agreed\n    actions:\n`,
    action(a, 'Publish a guide.'),
    action(b, 'Train all staff.'),
    `  - id: "${two}"\n    text: Keep better records.\n    agreement: agreed\n    actions:\n`,
    action(c, 'Buy a cupboard.'),
  ].join('');
}

describe('a plan whose ids do not tell its items apart', () => {
  const sound = planOfIds(['1', '2'], ['1.1', '1.2', '2.1']);

  it.each([
    ['x.yaml:14: there is already an action 1.1 above', ['1', '2'], ['1.1', '1.1', '2.1']],
    ['x.yaml:22: there is already an action 1.1 above', ['1', '2'], ['1.1', '1.2', '1.1']],
    ['x.yaml:18: there is already a recommendation 1 above', ['1', '1'], ['1.1', '1.2', '1.3']],
    ['x.yaml:14: action 2.7 stands under recommendation 1', ['1', '2'], ['1.1', '2.7', '2.1']],
    ['x.yaml:10: action a stands under recommendation 1', ['1', '2'], ['a', '1.2', '2.1']],
  ])('is neither made a table nor brought up to one: %s', async (fault, items, actions) => {
    const table = (await run(['export', 'x', 'x.yaml'], { 'x.yaml': sound })).stdout;
    const unsound = { 'x.yaml': planOfIds(items, actions), 't.csv': table };
    for (const argv of [
      ['export', 'x', 'x.yaml', '--output', 'out.csv'],
      ['import', 't.csv', '--into', 'x.yaml'],
    ]) {
      const { exit, stderr, written, edited } = await run(argv, unsound);
      expect({ exit, written, edited }).toEqual({ exit: 2, written: {}, edited: {} });
      expect(stderr).toContain(`error: ${fault}; rows of a table are told apart by ids`);
      expect(stderr).toContain('help: `actionplan validate x.yaml --rule id-unique');
    }
  });
});

describe('ids that a table of somebody else would have in another form', () => {
  it.each([
    [
      ['rec-1', 'rec-2'],
      ['rec-1.1', 'rec-1.2', 'rec-2.a'],
    ],
    [
      ['1.', '2-'],
      ['1..1', '1..', '2-.x'],
    ],
    [
      ['Alpha', 'Beta'],
      ['Alpha.One', 'Alpha.Two', 'Beta.One'],
    ],
    [
      ['x'.repeat(100), 'y'.repeat(100)],
      [`${'x'.repeat(100)}.1`, `${'x'.repeat(100)}.2`, `${'y'.repeat(100)}.1`],
    ],
  ])('come back as they are: %j', async (items, actions) => {
    const files = { 'x.yaml': planOfIds(items, actions) };
    const { stdout } = await run(['export', 'x', 'x.yaml'], files);
    const into = ['import', 't.csv', '--into', 'x.yaml'];
    const back = await run(into, { ...files, 't.csv': stdout });
    expect(back).toMatchObject({ exit: 0, stdout: '', edited: {} });
    const changed = await run(into, { ...files, 't.csv': stdout.replace('guide', 'handbook') });
    expect(changed.edited['x.yaml']).toBe(files['x.yaml'].replace('guide', 'handbook'));
  });
});

it('a table as of a day before the last entries says nothing against them', async () => {
  const log = ['2023-03-27', '2023-06-30'].map(
    (date, at) =>
      `          - date: ${date}\n            status: ${at === 0 ? 'in-progress' : 'complete'}\n            text: Said.\n`,
  );
  const text = `${planOfIds(['1', '2'], ['1.1', '1.2', '2.1'])}        progress:\n${log[1]}`;
  for (const plan of [text, text.replace('progress:\n', `progress:\n${log[0]}`)]) {
    const files = { 'x.yaml': plan };
    const day = ['--as-of', '2023-05-01'];
    const { stdout } = await run(['export', 'x', 'x.yaml', ...day], files);
    const back = ['import', 't.csv', '--into', 'x.yaml', ...day];
    expect(await run(back, { ...files, 't.csv': stdout })).toMatchObject({ exit: 0, edited: {} });
  }
});

describe('evidence', () => {
  const withEvidence = (list: string) =>
    `${planOfIds(['1', '2'], ['1.1', '1.2', '2.1'])}        progress:\n          - date: 2023-03-27\n            text: Published.\n            evidence:\n${list}`;

  it.each([
    ['a file', '              - title: Guide\n                href: docs/guide.pdf\n'],
    ['an address', '              - title: Guide\n                href: https://example.org/a\n'],
    ['a title in two parts', '              - title: Guide; with annexes\n'],
    ['a title with a hyphen', '              - title: "- Guide"\n'],
    ['an address in a title', '              - title: See https://example.org/a\n'],
  ])('comes back without a change: %s', async (_, list) => {
    const files = { 'x.yaml': withEvidence(list) };
    const { stdout } = await run(['export', 'x', 'x.yaml'], files);
    const back = await run(['import', 't.csv', '--into', 'x.yaml'], { ...files, 't.csv': stdout });
    expect(back).toMatchObject({ exit: 0, stdout: '', edited: {} });
    const moved = stdout.replace('Guide', 'Manual');
    const changed = await run(['import', 't.csv', '--into', 'x.yaml'], {
      ...files,
      't.csv': moved,
    });
    expect(changed.edited['x.yaml'] === undefined).toBe(!stdout.includes('Guide'));
  });
});

it.each([
  '"Head of Custody; acting"',
  '"1. Records team"',
  '"Records team,"',
  '[";", Records team]',
  ';',
  '"- Records team"',
  '"Records\\nteam"',
  '"Records\\Lteam"',
  '[Records team, "Custody; Courts"]',
])(
  'an owner whose name holds what parts owners in a cell comes back as it is: %s',
  async (owner) => {
    const files = {
      'x.yaml': planOfIds(['1', '2'], ['1.1', '1.2', '2.1']).replace(
        /owner: .*/,
        `owner: ${owner}`,
      ),
    };
    expect(files['x.yaml']).toContain(owner);
    const { stdout } = await run(['export', 'x', 'x.yaml'], files);
    const into = ['import', 't.csv', '--into', 'x.yaml'];
    expect(await run(into, { ...files, 't.csv': stdout })).toMatchObject({ exit: 0, edited: {} });
  },
);

it.each([
  ['to', 'to: ;e'],
  ['to', 'to: ["Prisons; Courts", Police]'],
  ['tags', 'tags: ["courts, prisons", police]'],
  ['tags', 'tags: [";"]'],
])('names in the list of %s come back as they are: %s', async (field, written) => {
  const place = field === 'to' ? '    agreement: agreed\n' : '        target: 2023-06\n';
  const plan = planOfIds(['1', '2'], ['1.1', '1.2', '2.1']);
  const indent = /^ */.exec(place)?.[0] ?? '';
  const files = { 'x.yaml': plan.replace(place, `${place}${indent}${written}\n`) };
  expect(files['x.yaml']).toContain(written);
  const { stdout } = await run(['export', 'x', 'x.yaml'], files);
  const into = ['import', 't.csv', '--into', 'x.yaml'];
  expect(await run(into, { ...files, 't.csv': stdout })).toMatchObject({ exit: 0, edited: {} });
});
