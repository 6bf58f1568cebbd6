import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { long } from '../support/long.ts';
import type { Case, Done, Place } from './case.ts';
import { classes } from './cases/index.ts';
import { judge } from './judge.ts';
import { isShared, runAlone, runTogether } from './run.ts';
import { changesBetween, makePlace, makeYard, removeYard, snapshot } from './sandbox.ts';

/**
 * The hostile corpus. Here each class runs in one process of the program as it is installed, one case
 * after another, but for those of which the process itself is a part; a run of each case by itself, under
 * a trace of its system calls, is `traced.test.ts` (`npm run test:long`). One process for many is the
 * harder test where it differs: what one case left behind would harm the next, and no case of the class
 * may make the whole need more memory than one alone is allowed.
 */
const AT_ONCE = 4;

describe.each(classes)('hostile input: $name', ({ cases }) => {
  let yard: string;
  const places = new Map<string, Place>();
  const before = new Map<string, Map<string, string>>();
  const done = new Map<string, Done>();

  beforeAll(async () => {
    yard = makeYard();
    for (const one of cases) {
      if (one.long && !long) continue;
      const place = makePlace(yard, one);
      places.set(one.id, place);
      before.set(one.id, snapshot(place, one.writes));
    }
    const shared = cases.filter(isShared);
    const placed = (one: Case): [Case, Place] => [one, places.get(one.id) as Place];
    for (const [id, result] of runTogether(shared.map(placed), yard)) done.set(id, result);
    const rest = cases.filter((one) => !isShared(one) && places.has(one.id));
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let one = rest.shift(); one; one = rest.shift()) {
        done.set(one.id, await runAlone(...placed(one)));
      }
    });
    await Promise.all(workers);
  });
  afterAll(() => removeYard(yard));

  // By their ids: a case may be large, and a test is named by all that it is given.
  const ids = cases.filter((one) => long || !one.long).map(({ id }) => id);
  it.each(ids)('%s', async (id) => {
    const one = cases.find((other) => other.id === id);
    const place = places.get(id);
    const result = done.get(id);
    if (!one || !place || !result)
      throw new Error('it was not run: the process ended before its turn');
    expect(await judge(one, result, place)).toEqual([]);
    expect(changesBetween(before.get(one.id) ?? new Map(), snapshot(place, one.writes))).toEqual(
      [],
    );
  });
});
