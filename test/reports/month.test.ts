import { describe, expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';
import { mainText, SitePage, siteOfRun } from '../support/site.ts';

const action = (id: string, raised: string, ...entries: string[]) => `      - id: "${id}"
        action: Publish a guide.
        owner: Team
        target: 2023-06
        raised: ${raised}
        progress:
${entries.map((one) => `          - { ${one}, text: Said. }\n`).join('')}`;
const files = {
  'm.yaml': `plan: m
title: Inspection of records
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
${action('1.1', '2023-03-10', 'date: 2023-02-01, target: 2023-07', 'date: 2023-02-20, target: 2023-08')}${action(
  '1.2',
  '2022-03-04',
  'date: 2023-02-01, status: superseded',
  'date: 2023-03-20, status: complete',
)}${action(
  '1.3',
  '2022-03-04',
  'date: 2023-01-09, status: withdrawn',
  'date: 2023-03-07, status: superseded',
  'date: 2023-03-09, status: complete',
)}`,
};
const RECLOSED =
  '2 actions that were closed already were closed in another way in the period, which is no part of its movement: 1.2 (superseded, then complete), 1.3 (withdrawn, then superseded, then complete)';

async function told(month: string) {
  const argv = ['report', 'summary', '.', '--month', month, '--format', 'json'];
  const { stdout } = await run(argv, files);
  const { totals, notes } = JSON.parse(stdout);
  return { ...totals, notes };
}

describe('a move that the log dates before its action was taken on', () => {
  it('counts on the day it was, wherever moves are counted', async () => {
    const february = await told('2023-02');
    expect(february.movement.targetsMoved).toBe(0);
    const march = await told('2023-03');
    expect(march.movement.targetsMoved).toBe(2);
    expect(march.movementActions.targetsMoved).toEqual(['m/1.1']);
    expect(march.movementRepeated).toEqual([{ part: 'targetsMoved', action: 'm/1.1', times: 2 }]);
    expect(march.organisations).toMatchObject([{ organisation: 'Team', targetsMoved: 2 }]);
    const argv = ['report', 'summary', '.', '--month', '2023-03', '--format', 'markdown'];
    const { stdout } = await run(argv, files);
    expect(stdout).toContain('0 newly overdue, 2 targets moved.');
    expect(stdout.match(/^\| 1\.1 \| Team \| 2023-0[67] \| 2023-0[78] \| \+31 \|/gm)).toHaveLength(
      2,
    );
  });

  it('is on the page of the month of the site', async () => {
    const argv = ['site', 'out', '.', '--month', '2023-03', '--as-of', '2023-04-01'];
    const page = new SitePage(siteOfRun(await run(argv, files)).get('month.html') ?? '');
    expect(page.table('Targets moved')).toHaveLength(3);
  });
});

describe('an action that was closed and is closed in another way', () => {
  it('is told beside the movement, which it is no part of', async () => {
    const { movement, reclosed, notes } = await told('2023-03');
    expect([movement.completed, movement.superseded]).toEqual([0, 0]);
    expect(reclosed).toEqual([
      { action: 'm/1.2', from: 'superseded', to: 'complete' },
      { action: 'm/1.3', from: 'withdrawn', to: 'superseded' },
      { action: 'm/1.3', from: 'superseded', to: 'complete' },
    ]);
    expect(notes).toContain(RECLOSED);
    const april = await told('2023-04');
    expect([april.reclosed, april.notes.join()]).toEqual([
      [],
      expect.not.stringContaining('closed'),
    ]);
  });

  it('is told on the pages that show the movement', async () => {
    const argv = ['site', 'out', '.', '--month', '2023-03', '--as-of', '2023-04-01'];
    const made = siteOfRun(await run(argv, files));
    for (const path of ['index.html', 'month.html']) {
      const text = mainText(new SitePage(made.get(path) ?? ''));
      expect(text).toContain('m/1.2 (superseded, then complete)');
    }
  });
});
