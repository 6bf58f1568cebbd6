import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Done, Place } from './case.ts';
import { classes } from './cases/index.ts';
import { pageWith } from './figures.ts';
import { judge } from './judge.ts';
import { isPossible } from './possible.ts';
import { isShared, runAlone, runTogether } from './run.ts';
import { changesBetween, makePlace, makeYard, removeYard, snapshot } from './sandbox.ts';

const AT_ONCE = 3;

/**
 * The hostile corpus. Here the cases of a class run one after another in one process of the program as
 * it is installed, but for those of which the process itself is a part, and those marked `long` are left
 * out: that is the fast part. `npm run test:long` runs every case in a process of its own, under a trace of
 * its system calls (`traced.test.ts`). One process for many is as strong but for the trace: the whole may
 * need no more memory than one alone, and what one case leaves behind would harm the next.
 */
describe.each(classes)('hostile input: $name', ({ cases }) => {
  const tried = cases.filter((one) => !one.long && isPossible(one));
  let yard: string;
  const places = new Map<string, Place>();
  const before = new Map<string, Map<string, string>>();
  const done = new Map<string, Done>();

  beforeAll(async () => {
    yard = makeYard();
    for (const one of tried) {
      const place = makePlace(yard, one);
      places.set(one.id, place);
      before.set(one.id, snapshot(place, one.writes));
    }
    const placed = (one: Case): [Case, Place] => [one, places.get(one.id) as Place];
    const shared = tried.filter(isShared);
    for (const [id, result] of runTogether(shared.map(placed), yard)) done.set(id, result);
    const rest = tried.filter((one) => !isShared(one));
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let one = rest.shift(); one; one = rest.shift()) {
        done.set(one.id, await runAlone(...placed(one)));
      }
    });
    await Promise.all(workers);
  });
  afterAll(() => removeYard(yard));

  // By their ids: a case may be large, and a test is named by all that it is given.
  it.each(tried.map(({ id }) => id))('%s', async (id) => {
    const one = tried.find((other) => other.id === id);
    const place = places.get(id);
    const result = done.get(id);
    if (!one || !place || !result) throw new Error('the process ended before its turn');
    expect(await judge(one, result, place)).toEqual([]);
    const was = before.get(id) ?? new Map<string, string>();
    expect(changesBetween(was, snapshot(place, one.writes))).toEqual([]);
  });

  // A machine without a small disk or a terminal of its own, or another user, leaves such cases out.
  const left = cases.filter((one) => !one.long && !isPossible(one));
  it.skipIf(left.length > 0).each(left.map(({ id }) => id))('%s', (id) => {
    expect(left.map((one) => one.id)).not.toContain(id);
  });
});

describe('the corpus', () => {
  const all = classes.flatMap(({ name, cases }) => cases.map((one) => ({ name, one })));

  it('has each case once', () => {
    for (const { cases } of classes) {
      const ids = cases.map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  it('is as large as the page on reliability says', () => {
    const rows = classes.map(
      ({ name, cases }) => [name, cases.length, cases.filter((one) => one.long).length] as const,
    );
    const sum = (column: 1 | 2) => rows.reduce((total, row) => total + row[column], 0);
    const page = pageWith('hostile', [
      '| class | cases | of them only in `npm run test:long` |',
      '|---|---:|---:|',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      `| **in all** | ${sum(1).toLocaleString('en-GB')} | ${sum(2)} |`,
    ]);
    expect(page.is).toBe(page.counted);
    expect(sum(1)).toBeGreaterThan(300);
  });

  it('says of each what would be a failure', () => {
    expect(all.filter(({ one }) => one.wrong === '')).toEqual([]);
  });
});
