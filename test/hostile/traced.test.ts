import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { long } from '../support/long.ts';
import { program } from '../support/programs.ts';
import { callsIn, canTrace, isIn, isWriting, mayRead, stracing } from '../support/trace.ts';
import type { Case, Place } from './case.ts';
import { classes } from './cases/index.ts';
import { judge } from './judge.ts';
import { isPossible } from './possible.ts';
import { runAlone } from './run.ts';
import { changesBetween, makePlace, makeYard, removeYard, snapshot } from './sandbox.ts';

/** By its place, since some cases have another search path. */
const STRACE = program('strace') ?? 'strace';

/** A trace makes a run several times slower, and counts as its work. */
const SLOWER = 6;

/** Paths that a person named on the command line or in the environment of a case, or a shell opens for it. */
function isNamed({ argv, env = {}, by }: Case, path: string): boolean {
  const words = [...argv, ...Object.values(env), ...(Array.isArray(by) ? by : [])].join(' ');
  return words.includes(path) || path.startsWith('/dev/') || /^\/(?:usr\/)?s?bin\//.test(path);
}

/** What a run did that it is not for: other programs, the network, files that are nobody's business. */
function misdeeds(one: Case, place: Place, log: string, wrapped: boolean): string[] {
  const wrong = new Set<string>();
  for (const { name, words, path } of callsIn(log, place.here)) {
    if (name.startsWith('execve')) {
      const program = realpathSync(path).split('/').at(-1) ?? '';
      if (program !== 'git' && program !== 'node') wrong.add(`started ${program}`);
    } else if (['connect', 'bind', 'socket'].includes(name)) wrong.add(`${name} ${words}`);
    else if (isIn(place.root, path) || isNamed(one, path)) continue;
    else if (isWriting(name, words)) {
      if (!path.endsWith('.cost')) wrong.add(`wrote ${path}`);
    } else if (!mayRead(place.here, path) && !wrapped) wrong.add(`read ${path}`);
    if (isIn(place.outside, path) && !isNamed(one, 'outside')) wrong.add(`looked at ${path}`);
  }
  return [...wrong];
}

/** Every case of the corpus by itself: a process, a trace, and all that the fast part looks at. */
describe.runIf(long && canTrace).each(classes)('hostile input, traced: $name', ({ cases }) => {
  const tried = cases.filter(isPossible);
  let yard: string;
  beforeAll(() => {
    yard = makeYard();
  });
  afterAll(() => removeYard(yard));

  it.concurrent.each(tried.map(({ id }) => id))('%s', async (id) => {
    const one = tried.find((other) => other.id === id);
    if (!one) throw new Error(`there is no case ${id}`);
    const place = makePlace(yard, one);
    const before = snapshot(place, one.writes);
    const log = join(yard, `${id}.trace`);
    // Who may do less, or is on a disk or terminal of its own, is run as in the fast part.
    // What may take long as it is would take minutes more.
    const traced =
      one.most === undefined &&
      !one.asNobody &&
      one.needs === undefined &&
      !/prlimit|gone|>&-/.test(String(one.by));
    const done = await runAlone(one, place, traced ? [STRACE, ...stracing(log)] : []);
    const slower = {
      milliseconds: (one.most?.milliseconds ?? 5_000) * SLOWER,
      ...(one.most?.mebibytes && { mebibytes: one.most.mebibytes }),
    };
    expect(await judge({ ...one, most: slower }, done, place)).toEqual([]);
    expect(changesBetween(before, snapshot(place, one.writes))).toEqual([]);
    if (!traced) return;
    expect(misdeeds(one, place, log, one.by !== undefined)).toEqual([]);
    rmSync(log);
  });
});
