import { spawn } from 'node:child_process';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pageWith } from '../hostile/figures.ts';
import { long } from '../support/long.ts';
import { PROGRAM } from '../support/program.ts';
import {
  canInject,
  ERRORS,
  makeFolder,
  othersIn,
  POINTS,
  type Point,
  pathsAround,
  runWith,
  WRITINGS,
  type Writing,
} from './faulty-disk.ts';

function folder(writing?: Writing): string {
  const made = makeFolder();
  writing?.prepare?.(made);
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const contentOf = (place: string, { file }: Writing): string =>
  readFileSync(join(place, file), 'latin1');

/** What stood there before, and what stands there after a run without a fault. */
const known = new Map<Writing, { readonly old: string; readonly fresh: string }>();
function sidesOf(writing: Writing) {
  const before = known.get(writing);
  if (before) return before;
  const place = folder(writing);
  const old = contentOf(place, writing);
  expect([writing.name, runWith(place, writing.argv)]).toEqual([
    writing.name,
    expect.objectContaining({ status: 0 }),
  ]);
  const sides = { old, fresh: contentOf(place, writing) };
  expect(sides.fresh).not.toBe(old);
  known.set(writing, sides);
  return sides;
}

/** Where the file itself is exchanged, and once before and after. */
const CRITICAL: readonly Point[] = [
  ['write', 2],
  ['fsync', 1],
  ['rename', 1],
];

const each = (points: readonly Point[], writings: readonly Writing[]) =>
  writings.flatMap((writing) =>
    points.map(([call, when]) => ({ writing, name: writing.name, call, when })),
  );

const killedInGate = [
  ...each(CRITICAL, WRITINGS.slice(0, 1)),
  ...each([['rename', 1]], WRITINGS.slice(5, 6)),
];
const killed = long ? each(POINTS, WRITINGS) : killedInGate;

describe.runIf(canInject)('a run that is killed', () => {
  it.each(killed)(
    '$name, at $call number $when: the old file or the new one, and the next run is not hindered',
    ({ writing, call, when }) => {
      const { old, fresh } = sidesOf(writing);
      const place = folder(writing);
      const others = Object.keys(othersIn(place, writing.file));
      const paths = pathsAround(place, writing.file);
      runWith(place, writing.argv, { rule: `${call}:signal=KILL:when=${when}`, paths });
      const stands = contentOf(place, writing);
      expect([old, fresh].includes(stands)).toBe(true);
      if (stands === fresh && writing.again === 'more') return;
      expect(runWith(place, writing.argv)).toMatchObject({ status: 0 });
      expect(contentOf(place, writing)).toBe(fresh);
      // A lock that holds nobody up stays where the next run finds nothing to write.
      const left = Object.keys(othersIn(place, writing.file)).filter(
        (name) => stands === old || !name.endsWith('.actionplan-lock'),
      );
      expect(left).toEqual(others);
    },
  );
});

const FAST_ERRORS = new Set(['write ENOSPC 2', 'rename EACCES 1', 'openat EIO 2']);
const refusedAll = WRITINGS.flatMap((writing) =>
  ERRORS.map(([call, error, when]) => ({ writing, name: writing.name, call, error, when })),
);
const refusedInGate = refusedAll.filter(
  ({ name, call, error, when }) =>
    (['import --into', 'publish --output'].includes(name) &&
      FAST_ERRORS.has(`${call} ${error} ${when}`)) ||
    // Repairs read all files before findings are told, and found nothing to repair in none.
    (name === 'validate --fix' && error === 'EACCES' && call === 'openat' && when === 1),
);
const refused = long ? refusedAll : refusedInGate;

describe.runIf(canInject)('a disk that fails', () => {
  it.each(refused)(
    '$name, $error at $call number $when: said with exit code 2, and nothing is left',
    ({ writing, call, error, when }) => {
      const { old, fresh } = sidesOf(writing);
      const place = folder(writing);
      const others = othersIn(place, writing.file);
      const paths = pathsAround(place, writing.file);
      const { status, stdout, stderr } = runWith(place, writing.argv, {
        rule: `${call}:error=${error}:when=${when}`,
        paths,
      });
      const stands = contentOf(place, writing);
      const said = stdout + stderr;
      expect(said).not.toMatch(/\n\s+at |node:internal|fault in actionplan/);
      expect(othersIn(place, writing.file)).toEqual(others);
      // A call that comes later than any of the run fails nothing.
      if (status === 0) expect(stands).toBe(fresh);
      else {
        expect([status, said]).toEqual([2, expect.stringMatching(/error(?:\[|: )/)]);
        // Once the new file is in its place, only that the disk has not confirmed it can be said.
        if (stands !== old)
          expect([stands === fresh, said]).toEqual([
            true,
            expect.stringContaining('is written, but'),
          ]);
      }
    },
  );
});

describe('two runs at a time', () => {
  it('keep what each of them writes', async () => {
    const place = folder();
    const count = long ? 24 : 4;
    const runs = Array.from({ length: count }, (_, at) => {
      const argv = [
        'progress',
        'sound/1.1',
        'plans',
        '--status',
        'in-progress',
        '--text',
        `Entry number ${at}.`,
        '--date',
        '2023-04-30',
      ];
      const run = spawn(process.execPath, [PROGRAM, ...argv], { cwd: place, stdio: 'ignore' });
      return new Promise((resolve) => run.on('exit', resolve));
    });
    expect(await Promise.all(runs)).toEqual(Array.from({ length: count }, () => 0));
    const text = readFileSync(join(place, 'plans/plan.yaml'), 'utf8');
    for (let at = 0; at < count; at += 1) expect(text.split(`Entry number ${at}.`)).toHaveLength(2);
  });

  it('give a document that is whole, of one of them', async () => {
    const place = folder();
    const [, , , , , publish] = WRITINGS;
    if (!publish) throw new Error('publish is not tried');
    const { fresh } = sidesOf(publish);
    const runs = [1, 2, 3].map(() => {
      const run = spawn(process.execPath, [PROGRAM, ...publish.argv], {
        cwd: place,
        stdio: 'ignore',
      });
      return new Promise((resolve) => run.on('exit', resolve));
    });
    expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    expect(contentOf(place, publish)).toBe(fresh);
  });
});

describe('a lock that is left', () => {
  const [fmt] = WRITINGS.slice(1);
  function withLock(text: string, age: number): { place: string; lock: string } {
    const place = folder();
    const lock = pathsAround(place, 'plans/plan.yaml')[2] ?? '';
    writeFileSync(lock, text);
    const then = new Date(Date.now() - age);
    utimesSync(lock, then, then);
    return { place, lock };
  }

  it('by a run that was killed before it signed it is taken over', () => {
    const { place } = withLock('', 60_000);
    expect(runWith(place, fmt?.argv ?? [])).toMatchObject({ status: 0 });
  });

  it.runIf(long)('from a time to come, once a clock is set back, ends the wait with a word', () => {
    const { place, lock } = withLock('', -86_400_000);
    const { status, stderr } = runWith(place, fmt?.argv ?? []);
    expect([status, stderr]).toEqual([2, expect.stringContaining('another run is writing it')]);
    expect(stderr).toContain(lock);
  });
});

it('is hit at as many points as the page on reliability says', () => {
  const page = pageWith('faults-writing', [
    `Writing is hit at ${POINTS.length} calls and with ${ERRORS.length} errors, in each of ${WRITINGS.length} commands (${WRITINGS.map(({ name }) => `\`${name}\``).join(', ')}): ${(POINTS.length + ERRORS.length) * WRITINGS.length} runs, ${killedInGate.length + refusedInGate.length} of them in the gate.`,
  ]);
  expect(page.is).toBe(page.counted);
});
