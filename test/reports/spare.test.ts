import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Portfolio, SPARED_NONE } from '../../src/model/portfolio.ts';
import { reports } from '../../src/reports/index.ts';
import type { Question, Report } from '../../src/reports/report.ts';
import { sparePlan } from '../../src/reports/spare.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { workingTree } from '../../src/source/working-tree.ts';
import { runHere } from '../support/memory-host.ts';

const { portfolio } = load(workingTree(join(import.meta.dirname, '../..')), ['plans']);
const lists = reports.filter((report) => report.shows);
const days = ['2007-01-01', '2022-06-30', '2023-03-27', '2023-05-01', '2024-12-01', '2026-06-01'];

function question(asOf: string, more: Partial<Question> = {}): Question {
  const period = { from: `${Number(asOf.slice(0, 4)) - 1}-06-01`, to: asOf };
  return { asOf, period, by: 'owner', days: 90, narrowing: {}, lineOf: () => 1, ...more };
}

/** The portfolio with nothing but what a list shows, and numbers. */
function held(report: Report, asked: Question): Portfolio {
  let numbers = SPARED_NONE;
  const plans = portfolio.plans.map((one) => {
    const { plan, spared } = sparePlan(one, asked, report.shows ?? (() => true), numbers);
    numbers = spared;
    return plan;
  });
  return { ...portfolio, plans, spared: numbers };
}

const actionsIn = ({ plans }: Portfolio) =>
  plans.flatMap((plan) => plan.recommendations.flatMap(({ actions }) => actions)).length;

describe('a list made of the actions that it shows is the list made of all', () => {
  it.each(lists)('$id', (report) => {
    let shown = 0;
    let most = 0;
    for (const asOf of days) {
      for (const more of [{}, { period: null }, { days: 30 }]) {
        const asked = question(asOf, more);
        const few = held(report, asked);
        const answer = report.answer(few, asked);
        expect(JSON.stringify(answer)).toBe(JSON.stringify(report.answer(portfolio, asked)));
        shown += actionsIn(few);
        most = Math.max(most, answer.rows.length);
      }
    }
    // Some are shown, and by far not all are held.
    expect(most).toBeGreaterThan(0);
    expect(shown).toBeLessThan(actionsIn(portfolio) * days.length * 3);
  });

  it('and of a plan that shows none, neither words nor, before its day, numbers are kept', () => {
    const text = `plan: x
title: Records
kind: strategy
notes: Read on.
submitted: 2023-04-01
recommendations:
  - id: "1"
    text: Keep records.
    actions:
      - { id: "1.1", action: Publish a guide., raised: 2022-03-04, target: 2022-06 }
`;
    const [plan] = load(memoryTree({ 'a.yaml': text }), ['.']).portfolio.plans;
    if (!plan) throw new Error('there is a plan');
    const spare = (asOf: string) => sparePlan(plan, question(asOf), () => false, SPARED_NONE);
    expect(spare('2023-03-31').spared).toEqual(SPARED_NONE);
    expect(spare('2023-04-01').spared).toMatchObject({ actions: 1, open: 1, overdue: 1 });
    for (const asOf of ['2023-03-31', '2023-04-01']) {
      expect(JSON.stringify(spare(asOf).plan)).not.toMatch(/Records|records|Publish|Read on/);
    }
  });

  it('covers the lists there are', () => {
    expect(lists.map(({ id }) => id)).toEqual([
      'overdue',
      'completed',
      'upcoming',
      'slippage',
      'stale',
    ]);
  });
});

it.each(lists)('$id names the line of each action', async ({ id }) => {
  const argv = ['report', id, 'plans', '--as-of', '2023-05-01', '--format', 'json'];
  const { stdout } = await runHere(argv);
  const { rows } = JSON.parse(stdout) as { rows: { file: string; action: string; line: number }[] };
  const loaded = load(workingTree(join(import.meta.dirname, '../..')), ['plans']);
  const lines = rows.map(({ file, action, line }) => {
    const source = loaded.files.find((read) => read.file === file)?.document?.source;
    return [action, source?.line(line)?.replaceAll('"', '')];
  });
  expect(lines.length).toBeGreaterThan(id === 'upcoming' ? -1 : 0);
  for (const [action, line] of lines) expect(line).toContain(`- id: ${action}`);
});
