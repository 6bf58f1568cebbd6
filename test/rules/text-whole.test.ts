import { expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const plan = (owner: string) => `plan: records
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: ${owner}
        target: 2023-06
`;

const found = async (owner: string) =>
  (
    await run(['validate', '--rule', 'text-whole', '--format', 'compact'], {
      'plans/records.yaml': plan(owner),
    })
  ).stdout;

it.each([
  ['Team #2 of records', '12:21'],
  ['Zespół 👩‍⚕️ #2', '12:28'],
  ['Team (NPCC) #2', '12:28'],
  ['Team\n          of office #2', '13:21'],
])('a text that would be cut is found: %s', async (owner, place) => {
  expect(await found(owner)).toContain(
    `plans/records.yaml:${place}: warning: the text ends before`,
  );
});

it.each([
  'Team # of records',
  'Team#2',
  '"Team #2"',
  "'Team' #2",
  '"Team" #actual',
  '>-\n          Team #2',
  '>- #folded\n          Team',
  'Team   # actionplan-ignore owner-known: it is new',
  'Team ## two',
  'Team #',
])('what is whole or a comment is not: %s', async (owner) => {
  expect(await found(owner)).toBe('');
});

it('is waived like any other finding', async () => {
  expect(
    await found(
      'Team #2\n        # actionplan-ignore text-whole: a note\n        review: 2023-05 #x',
    ),
  ).toMatch(/^plans\/records\.yaml:12:\d+: warning.*\n$/);
});
