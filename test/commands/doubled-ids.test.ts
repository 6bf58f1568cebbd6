import { describe, expect, it } from 'vitest';
import { reports } from '../../src/reports/index.ts';
import { run } from '../support/memory-host.ts';

const item = (id: string, actions: readonly string[]) => `  - id: "${id}"
    text: Keep records.
    agreement: agreed
    standards: [s/S1]
    actions:
${actions
  .map(
    (one) => `      - id: "${one}"
        action: Publish a guide.
        owner: Team
        target: 2023-01
        progress:
          - date: 2023-02-01
            status: in-progress
            target: 2023-03
            text: Moved because the system is late.
`,
  )
  .join('')}`;
const plan = (id: string, ...items: string[]) => `plan: ${id}
title: Inspection of records
kind: inspection
submitted: 2022-03-04
recommendations:
${items.join('')}`;
const standards = `standards: s
title: What is expected
domains:
  - title: Records
    questions:
      - title: Are records kept?
        expectations:
          - id: S1
            text: Records are kept.
`;

const sound = { 'a.yaml': plan('a', item('1', ['1.1', '1.2'])), 's.yaml': standards };
const copies = {
  'm - Copy.yaml': plan('m', item('1', ['1.1'])),
  'm.yaml': plan('m', item('1', ['1.1'])),
};
/** What stands twice, with the files that are named and how. */
const DOUBLED: readonly (readonly [
  what: string,
  files: Record<string, string>,
  named: readonly string[],
])[] = [
  [
    'a plan',
    copies,
    [
      'm - Copy.yaml: the id m is also that of the plan in m.yaml',
      'm.yaml: the id m is also that of the plan in m - Copy.yaml',
    ],
  ],
  [
    'a plan, three times',
    { ...copies, 'old/m.yaml': plan('m', item('1', ['1.1'])) },
    ['m.yaml: the id m is also that of the plan in m - Copy.yaml and 1 other file'],
  ],
  [
    'a plan, of which one cannot be read whole',
    { ...copies, 'm.yaml': plan('m', item('1', ['1.1'])).replace('owner:', 'ownr:') },
    [
      'm - Copy.yaml: the id m is also that of the plan in m.yaml',
      'm.yaml: line 13: unknown field `ownr`',
    ],
  ],
  [
    'an action of one recommendation',
    { 'n.yaml': plan('n', item('1', ['1.1', '1.2', '1.1'])) },
    ['n.yaml: line 29: the id 1.1 is also that of the action on line 11'],
  ],
  [
    'an action of two recommendations',
    { 'n.yaml': plan('n', item('1', ['1.1']), item('2', ['1.1'])) },
    ['n.yaml: line 25: the id 1.1 is also that of the action on line 11'],
  ],
  [
    'a recommendation',
    { 'n.yaml': plan('n', item('1', ['1.1']), item('1', ['1.2'])) },
    ['n.yaml: line 20: the id 1 is also that of the recommendation on line 6'],
  ],
];

const asked = (id: string, ...more: string[]) => [
  'report',
  id,
  '.',
  '--as-of',
  '2023-05-01',
  ...more,
];

describe.each(DOUBLED)('%s that stands twice', (_, files, named) => {
  it.each(reports.map(({ id }) => id))('is in no report %s, which says so', async (id) => {
    const all = { ...sound, ...files };
    const refused = await run(asked(id), all);
    expect([refused.exit, refused.stdout]).toEqual([2, '']);
    for (const one of named) expect(refused.stderr).toContain(`error: ${one}\n`);
    expect(refused.stderr).toContain('give one of the two another id');

    const skipping = await run(asked(id, '--skip-invalid', '--format', 'json'), all);
    const alone = await run(asked(id, '--format', 'json'), sound);
    const [told, rest] = [JSON.parse(skipping.stdout), JSON.parse(alone.stdout)];
    expect(told.rows).toEqual(rest.rows);
    expect(told.totals).toEqual(rest.totals);
    expect(told.sources.skipped.map(({ file }: { file: string }) => file)).toEqual(
      Object.keys(files).sort(),
    );
    for (const one of named)
      expect(skipping.stderr).toContain(`note: ${one.replace(': ', ' is left out: ')}\n`);
    // Lists say of how many actions they are: of those that count, too.
    const words = async (argv: string[], from: Record<string, string>) =>
      (await run(argv, from)).stdout.replace(/^note: .*(?:\n(?!note: ).*)*/gm, '').trimEnd();
    expect(await words(asked(id, '--skip-invalid'), all)).toBe(await words(asked(id), sound));
  });

  it('is in no site and no calendar', async () => {
    const all = { ...sound, ...files };
    const [first = ''] = named;
    for (const argv of [
      ['site', 'out', '.'],
      ['calendar', '.'],
    ]) {
      const { exit, stdout, stderr, written } = await run(argv, all);
      expect([exit, stdout, written]).toEqual([2, '', {}]);
      expect(stderr).toMatch(/^error: (?:n|m(?: - Copy)?)\.yaml(?:: | cannot be read whole: )/);
      if (argv[0] === 'site') expect(stderr).toContain(first);
    }
  });
});

describe('what is asked of one plan', () => {
  it.each([
    ['export', ['export', 'm', '.']],
    ['publish', ['publish', 'm', '.']],
    ['new', ['new', 'recommendation', 'm', '.', '--id', '2', '--text', 'Keep them.']],
  ])('%s refuses an id of two plans, and names both', async (_, argv) => {
    const { exit, stdout, stderr, edited } = await run(argv, { ...sound, ...copies });
    expect([exit, stdout, edited]).toEqual([2, '', {}]);
    expect(stderr).toContain('m - Copy.yaml and m.yaml both have the id "m"');
    expect(stderr).toContain('name the file that is meant after the id');
  });

  it('takes the file that is named', async () => {
    const { exit, stdout } = await run(['export', 'm', 'm.yaml'], { ...sound, ...copies });
    expect(exit).toBe(0);
    expect(stdout).toContain('Publish a guide.');
  });

  it('export refuses an action that stands twice, which import could not tell apart', async () => {
    const files = { 'n.yaml': plan('n', item('1', ['1.1', '1.1'])) };
    const { exit, stderr } = await run(['export', 'n', '.'], files);
    expect(exit).toBe(2);
    expect(stderr).toContain('n.yaml:20: there is already an action 1.1 above');
  });
});

describe('standards that stand twice', () => {
  it.each([
    [
      'a set',
      { 't.yaml': standards },
      's.yaml: the id s is also that of the set of standards in t.yaml',
    ],
    [
      'an expectation',
      { 's.yaml': standards + '          - id: S1\n            text: They are kept.\n' },
      's.yaml: line 10: the id S1 is also that of the expectation on line 8',
    ],
  ])('%s stops what counts them, and nothing else', async (_, files, named) => {
    const all = { ...sound, ...files };
    const { exit, stderr } = await run(asked('standards'), all);
    expect(exit).toBe(2);
    expect(stderr).toContain(named);
    expect((await run(['site', 'out', '.'], all)).exit).toBe(2);
    expect((await run(asked('summary'), all)).exit).toBe(0);
    const { stdout } = await run(asked('standards', '--skip-invalid', '--format', 'json'), all);
    expect(JSON.parse(stdout).rows).toEqual([]);
  });
});

it('plans that were not asked about are not counted, so a copy among them does not matter', async () => {
  const { exit } = await run(['report', 'summary', 'm.yaml'], { ...sound, ...copies });
  expect(exit).toBe(0);
});

it('a set of standards beside the plan that is asked about has its lines', async () => {
  const argv = ['report', 'standards', 'a.yaml', '--as-of', '2023-05-01', '--format', 'json'];
  const { stdout } = await run(argv, sound);
  expect(JSON.parse(stdout).rows.map(({ line }: { line: number }) => line)).toEqual([8]);
});
