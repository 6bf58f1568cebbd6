import { expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const plan = `plan: x
title: T
kind: strategy
submitted: 2022-03-04
rounds:
  - date: 2022-09-30
recommendations:
  - id: "1"
    text: Keep records.
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: A
        target: 2022-06
        progress:
          - { date: 2022-06-15, target: 2022-09, text: The printer is late. }
          - { date: 2022-09-30, target: 2022-12-31, text: The printer is gone. }
      - id: "1.2"
        action: Publish a form.
        owner: A
        target: ongoing
        review: 2022-08
      - id: "1.3"
        action: Publish a list.
        owner: A
        target: 2023-03
        raised: 2022-10-01
      - id: "1.4"
        action: Publish a map.
        owner: A
        progress:
          - { date: 2022-09-30, target: 2023-01, text: It now has a date. }
      - id: "1.5"
        action: Publish a plan.
        owner: A
        target: 2022-12
        progress:
          - { date: 2022-09-30, target: 2022-10, text: We can do it sooner. }
          - { date: 2022-10-15, status: complete, text: Done. }
`;

async function rows(report: string, ...flags: string[]): Promise<Record<string, unknown>[]> {
  const argv = ['report', report, '.', '--format', 'json', ...flags];
  return JSON.parse((await run(argv, { 'plan.yaml': plan })).stdout).rows;
}

it('slippage tells first and current target, each move with its reason, and the days', async () => {
  const found = await rows('slippage', '--as-of', '2022-10-31');
  expect(found.map(({ action, slippage }) => [action, slippage])).toEqual([
    ['1.1', 184],
    ['1.5', -61],
  ]);
  expect(found[0]).toMatchObject({
    firstTarget: '2022-06',
    firstDue: '2022-06-30',
    target: '2022-12-31',
    due: '2022-12-31',
    moves: [
      { date: '2022-06-15', from: '2022-06', to: '2022-09', reason: 'The printer is late.' },
      { date: '2022-09-30', from: '2022-09', to: '2022-12-31', reason: 'The printer is gone.' },
    ],
  });
});

it('slippage on an earlier day knows only the moves by then', async () => {
  const found = await rows('slippage', '--as-of', '2022-07-01');
  expect(found.map(({ action, slippage }) => [action, slippage])).toEqual([['1.1', 92]]);
});

it('stale tells each reason there is', async () => {
  const found = await rows('stale', '--as-of', '2022-10-31', '--days', '90');
  expect(found.map(({ action, stale }) => [action, stale])).toEqual([
    ['1.2', ['no-update', 'past-review', 'missing-from-round']],
  ]);
});

it.each([
  ['30', ['1.2', '1.1', '1.4']],
  ['31', ['1.2']],
])('the %sth day without an update is not stale yet', async (days, actions) => {
  const found = await rows('stale', '--as-of', '2022-10-31', '--days', days);
  expect(found.map(({ action }) => action)).toEqual(actions);
});

it('upcoming holds what is due from the day itself to the last day, the next first', async () => {
  const at = async (asOf: string, days: string) =>
    (await rows('upcoming', '--as-of', asOf, '--days', days)).map(({ action, daysLeft }) => [
      action,
      daysLeft,
    ]);
  expect(await at('2022-12-31', '31')).toEqual([
    ['1.1', 0],
    ['1.4', 31],
  ]);
  expect(await at('2022-12-31', '30')).toEqual([['1.1', 0]]);
  expect(await at('2023-01-01', '0')).toEqual([]);
});
