import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pageWith } from '../hostile/figures.ts';
import { planWith } from '../hostile/plans.ts';
import { long } from '../support/long.ts';
import { canInject, makeFolder, runWith } from './faulty-disk.ts';

function folder(): string {
  const made = makeFolder();
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const COMMANDS = [
  ['validate', 'plans', '--format', 'compact', '--as-of', '2023-05-01'],
  ['report', 'owners', 'plans', '--format', 'json', '--as-of', '2023-05-01'],
] as const;
const CALLS = ['openat', 'read', 'statx', 'getdents64', 'close', 'readlink', 'lseek'];
const ERRORS = ['EIO', 'EACCES', 'ENOMEM'];
const TIMES = [1, 2];
const PLACES = ['plans', 'plans/plan.yaml', 'plans/sub', 'plans/sub/other.yaml'];

const all = COMMANDS.flatMap((argv) =>
  CALLS.flatMap((call) =>
    ERRORS.flatMap((error) => TIMES.map((when) => ({ argv, command: argv[0], call, error, when }))),
  ),
);
/** One of each call, at the first time, in the fast part. */
const inGate = all.filter(
  ({ command, call, error, when }) =>
    command === 'validate' &&
    when === 1 &&
    error === 'EIO' &&
    ['openat', 'read', 'statx', 'getdents64'].includes(call),
);
const tried = long ? all : inGate;

describe.runIf(canInject)('a disk that fails while it is read', () => {
  const sound = new Map<string, string>();
  it.each(tried)(
    '$command, $error at $call number $when: the whole answer, or exit code 2 with the place',
    ({ argv, command, call, error, when }) => {
      const place = folder();
      if (!sound.has(command)) sound.set(command, runWith(place, argv).stdout);
      const paths = PLACES.map((path) => join(place, path));
      for (const only of long ? paths : [paths[2] ?? '', paths[3] ?? '']) {
        const rule = `${call}:error=${error}:when=${when}${long ? '' : '+'}`;
        const { status, stdout, stderr } = runWith(place, argv, { rule, paths: [only] });
        const said = stdout + stderr;
        expect(said).not.toMatch(/\n\s+at |node:internal|fault in actionplan/);
        if (status === 0) expect(stdout).toBe(sound.get(command));
        else expect([only, status, said]).toEqual([only, 2, expect.stringMatching(/plans/)]);
      }
    },
  );
});

it('is hit at as many points as the page on reliability says', () => {
  const page = pageWith('faults-reading', [
    `Reading is hit at ${CALLS.length * TIMES.length} calls with ${ERRORS.length} errors, in ${COMMANDS.length} commands and ${PLACES.length} files and folders: ${all.length * PLACES.length} runs, ${inGate.length * 2} of them in the gate.`,
  ]);
  expect(page.is).toBe(page.counted);
});

describe('a clock that jumps', () => {
  /** Each look at the clock is a day later, or earlier, than the one before. */
  const clock = (step: number) => `
    const start = Date.parse('2023-05-01T12:00:00Z');
    const Real = Date;
    let looks = 0;
    const next = () => start + ${step} * 86_400_000 * looks++;
    globalThis.Date = class extends Real {
      constructor(...words) { words.length === 0 ? super(next()) : super(...words); }
      static now() { return next(); }
    };
  `;
  it.each([1, -1, 400])('by %i days at each look tells one day in all that is said', (step) => {
    const place = folder();
    const hook = join(place, 'clock.cjs');
    writeFileSync(hook, clock(step));
    const env = { NODE_OPTIONS: `--require ${hook}`, TZ: 'UTC' };
    const { status, stdout } = runWith(
      place,
      ['report', 'owners', 'plans', '--format', 'json'],
      undefined,
      env,
    );
    expect([status, JSON.parse(stdout).asOf]).toEqual([
      0,
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    ]);
    const day = JSON.parse(stdout).asOf as string;
    const known = ['report', 'owners', 'plans', '--format', 'json', '--as-of', day];
    expect(stdout).toBe(runWith(place, known).stdout);
    expect(runWith(place, ['fmt', 'plans/plan.yaml'], undefined, env).status).toBe(0);
  });
});

describe('what is kept between runs', () => {
  const DAMAGE: Readonly<Record<string, (path: string) => void>> = {
    emptied: (path) => writeFileSync(path, ''),
    'cut short': (path) => writeFileSync(path, readFileSync(path).subarray(0, 300)),
    'with a bit turned in the middle': (path) => {
      const bytes = readFileSync(path);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 4;
      writeFileSync(path, bytes);
    },
    'with a bit turned at the end': (path) => {
      const bytes = readFileSync(path);
      const last = bytes.length - 2;
      bytes[last] = (bytes[last] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
    'of noise': (path) => writeFileSync(path, Buffer.alloc(5_000, 0xa5)),
    'of JSON that is something else': (path) =>
      writeFileSync(path, '{"__proto__": [null], "files": 3}'),
    'replaced by a folder': (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  };
  it.each(Object.entries(DAMAGE))('changes no result when it is %s', (_, harm) => {
    const place = folder();
    for (let at = 0; at < 60; at += 1) {
      const fields = at % 7 === 0 ? { plan: `p-${at}`, owner: '""' } : { plan: `p-${at}` };
      writeFileSync(join(place, `plans/p${at}.yaml`), planWith(fields));
    }
    const argv = ['validate', 'plans', '--cache', '--format', 'compact', '--as-of', '2023-05-01'];
    const first = runWith(place, argv);
    const store = join(place, '.cache/actionplan');
    for (const name of readdirSync(store)) harm(join(store, name));
    expect(runWith(place, argv)).toEqual(first);
    expect(runWith(place, argv)).toEqual(first);
  });
});
