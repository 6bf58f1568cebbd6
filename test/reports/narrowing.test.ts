import { expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const files = {
  'owners.yaml': `owners:
  - id: records
    organisation: HMPPS
    role: Records team
    also: [Records]
  - id: nhse
    organisation: NHSE
organisations:
  - name: HMPPS
    also: [The Service]
  - name: NHS England
    also: [NHSE]
`,
  'a.yaml': `plan: a
title: A
kind: strategy
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    tags: [records]
    actions:
      - { id: "1.1", action: Publish a guide., owner: [records, nhse], target: 2022-06 }
      - { id: "1.2", action: Publish a form., owner: "Records", target: 2022-07 }
  - id: "2"
    text: Train.
    actions:
      - id: "2.1"
        action: Train all staff.
        owner: NHSE
        target: 2022-08
        progress:
          - { date: 2022-09-01, status: paused, text: Paused. }
`,
  'b.yaml': `plan: b
title: B
kind: strategy
submitted: 2022-03-04
tags: [pilot]
recommendations:
  - id: "1"
    text: Move.
    actions:
      - { id: "1.1", action: Move the office., owner: "Estates: Head", target: 2022-09 }
`,
};

async function found(...flags: string[]): Promise<string[]> {
  const argv = ['report', 'overdue', '.', '--format', 'json', '--as-of', '2023-05-01', ...flags];
  const { stdout, stderr } = await run(argv, files);
  if (stdout === '') return [stderr];
  const { rows }: { rows: { plan: string; action: string }[] } = JSON.parse(stdout);
  return rows.map(({ plan, action }) => `${plan}/${action}`).sort();
}

it.each([
  [[], ['a/1.1', 'a/1.2', 'a/2.1', 'b/1.1']],
  [
    ['--plan', 'a'],
    ['a/1.1', 'a/1.2', 'a/2.1'],
  ],
  [
    ['--owner', 'records'],
    ['a/1.1', 'a/1.2'],
  ],
  [
    ['--owner', 'HMPPS: Records team'],
    ['a/1.1', 'a/1.2'],
  ],
  [
    ['--owner', 'The Service:  records TEAM'],
    ['a/1.1', 'a/1.2'],
  ],
  [['--owner', 'Estates: Head'], ['b/1.1']],
  [
    ['--owner', 'nhse', '--owner', 'Estates: Head'],
    ['a/1.1', 'a/2.1', 'b/1.1'],
  ],
  [
    ['--organisation', 'nhs england'],
    ['a/1.1', 'a/2.1'],
  ],
  [
    ['--organisation', 'NHSE'],
    ['a/1.1', 'a/2.1'],
  ],
  [['--organisation', 'NHSE', '--owner', 'records'], ['a/1.1']],
  [['--status', 'paused'], ['a/2.1']],
  [
    ['--tag', 'records'],
    ['a/1.1', 'a/1.2'],
  ],
  [['--tag', 'pilot'], ['b/1.1']],
  [['--tag', 'pilot', '--plan', 'a'], []],
])('%j finds %j', async (flags, actions) => {
  expect(await found(...flags)).toEqual(actions);
});

it.each(['NHSE', 'NHS England', 'nhse', 'nhs  england'])(
  'an owner without a role goes by each name of its organisation: %s',
  async (name) => {
    const plan = files['a.yaml'].replaceAll('owner: NHSE', `owner: ${name}`);
    const argv = ['report', 'owners', 'a.yaml', '--format', 'json', '--as-of', '2023-05-01'];
    const { rows } = JSON.parse((await run(argv, { ...files, 'a.yaml': plan })).stdout);
    const ids = rows.map(({ owner }: { owner: { id: string } }) => owner.id);
    expect(ids.sort()).toEqual(['nhse', 'records']);
  },
);

it.each([
  [['--plan', 'c'], 'no plan here has the plan "c"'],
  [['--owner', 'record'], 'did you mean "records"?'],
  [['--status', 'pausd'], 'did you mean "paused"?'],
  [['--tag', 'piloting'], 'no plan here has the tag "piloting"'],
])('%j is an error with a way out', async (flags, words) => {
  expect((await found(...flags))[0]).toContain(words);
});
