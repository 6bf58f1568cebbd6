import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pageWith } from '../hostile/figures.ts';
import { planWith } from '../hostile/plans.ts';
import { LIST, pathsIn, siteFaults } from '../hostile/sites.ts';
import { long } from '../support/long.ts';
import { canInject, ERRORS, makeFolder, POINTS, pathsAround, runWith } from './faulty-disk.ts';

const ARGV = ['site', 'public', 'plans', '--as-of', '2023-05-01'];
/** A file of somebody, in no page's way. */
const FOREIGN = 'CNAME';
/** The list, which is written before all and after all; the first page; and one that is gone by the second run. */
const GONE = 'plans/other.html';
const FILES = [LIST, 'index.html', GONE];

type Site = Readonly<Record<string, string>>;

function siteIn(place: string): Site {
  const out = join(place, 'public');
  return Object.fromEntries(
    pathsIn(out).map((path) => [path, readFileSync(join(out, path), 'latin1')]),
  );
}

/** A folder with plans and no site. */
function plans(): string {
  const place = makeFolder();
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  writeFileSync(join(place, 'plans/plan.yaml'), planWith({}));
  return place;
}

/** Changes the plans, so that some pages are others and one is gone. */
function change(place: string): void {
  writeFileSync(join(place, 'plans/plan.yaml'), planWith({ action: 'Publish a new guide.' }));
  rmSync(join(place, 'plans/sub/other.yaml'));
}

let sites: { readonly old: Site; readonly fresh: Site } | undefined;

/** The site before the change, and after it. */
function bothSites() {
  if (sites) return sites;
  const place = plans();
  expect(runWith(place, ARGV)).toMatchObject({ status: 0 });
  writeFileSync(join(place, 'public', FOREIGN), 'mine');
  const old = siteIn(place);
  change(place);
  expect(runWith(place, ARGV)).toMatchObject({ status: 0 });
  const fresh = siteIn(place);
  expect(fresh['index.html']).not.toBe(old['index.html']);
  expect([old, fresh].map((site) => GONE in site)).toEqual([true, false]);
  sites = { old, fresh };
  return sites;
}

/** A folder before the run that is hit: with the old site in it, or with a file of somebody in it alone. */
function begun(run: 'first' | 'second'): string {
  const place = plans();
  const { old } = bothSites();
  change(place);
  for (const [path, text] of Object.entries(run === 'second' ? old : {})) {
    mkdirSync(join(place, 'public', path, '..'), { recursive: true });
    writeFileSync(join(place, 'public', path), text, 'latin1');
  }
  return place;
}

/** What a killed run leaves beside what it was writing. */
const isLeft = (path: string): boolean => /\.actionplan-(?:new|lock)$/.test(path);

/** Each file is the old one or the new one; the list is of this run or of the last. */
function expectWhole(place: string): void {
  const { old, fresh } = bothSites();
  for (const [path, text] of Object.entries(siteIn(place))) {
    if (isLeft(path)) continue;
    if (path === LIST) JSON.parse(text);
    else expect([path, text === old[path] || text === fresh[path]]).toEqual([path, true]);
  }
}

/** The next run writes what is missing and no more, and takes away what was left. */
function expectMended(place: string, run: 'first' | 'second'): void {
  const before = siteIn(place);
  const left = Object.keys(before).filter(isLeft);
  const { status, stderr } = runWith(place, ARGV);
  expect([status, stderr]).toEqual([0, expect.stringContaining('written to public')]);
  const { fresh } = bothSites();
  const { [FOREIGN]: mine, ...own } = fresh;
  const stands = siteIn(place);
  // A lock that holds nobody up stays where there is nothing more to write or to remove under it.
  const [, , lockOfGone = ''] = pathsAround(place, `public/${GONE}`);
  const locks = left.filter((path) =>
    stderr.includes(': 0 files written')
      ? path.endsWith('-lock')
      : join(place, 'public', path) === lockOfGone && !(GONE in before),
  );
  expect(Object.keys(stands).sort()).toEqual(
    [...Object.keys(run === 'second' ? fresh : own), ...locks].sort(),
  );
  for (const [path, text] of Object.entries(own)) {
    expect([path, stands[path] === text]).toEqual([path, true]);
  }
  if (run === 'second') expect(stands[FOREIGN]).toBe(mine);
  expect(siteFaults(join(place, 'public'), [FOREIGN, ...locks])).toEqual([]);
}

const RUNS = ['first', 'second'] as const;
const allKills = RUNS.flatMap((run) =>
  FILES.flatMap((file) => POINTS.map(([call, when]) => ({ run, file, call, when }))),
);
const allErrors = RUNS.flatMap((run) =>
  FILES.flatMap((file) => ERRORS.map(([call, error, when]) => ({ run, file, call, error, when }))),
);
const KILLS_IN_GATE = new Set([
  'first .actionplan-site.json rename 1',
  'first index.html fsync 1',
  'second .actionplan-site.json unlink 1',
  'second index.html rename 1',
  'second plans/other.html unlink 1',
]);
const ERRORS_IN_GATE = new Set([
  'first index.html write ENOSPC 2',
  'second index.html rename EACCES 1',
]);
const killsInGate = allKills.filter(({ run, file, call, when }) =>
  KILLS_IN_GATE.has(`${run} ${file} ${call} ${when}`),
);
const errorsInGate = allErrors.filter(({ run, file, call, error, when }) =>
  ERRORS_IN_GATE.has(`${run} ${file} ${call} ${error} ${when}`),
);

describe.runIf(canInject)('a site', () => {
  it.each(long ? allKills : killsInGate)(
    'of which the $run run is killed at $call number $when of $file: whole files, and the next run mends it',
    ({ run, file, call, when }) => {
      const place = begun(run);
      const paths = pathsAround(place, `public/${file}`);
      const { status } = runWith(place, ARGV, { rule: `${call}:signal=KILL:when=${when}`, paths });
      // Those of the gate are met, whatever else of them changes.
      if (!long) expect(status).not.toBe(0);
      expectWhole(place);
      expectMended(place, run);
    },
  );

  it.each(long ? allErrors : errorsInGate)(
    'of which the $run run meets $error at $call number $when of $file: said with exit code 2, whole files, and the next run mends it',
    ({ run, file, call, error, when }) => {
      const place = begun(run);
      const paths = pathsAround(place, `public/${file}`);
      const rule = `${call}:error=${error}:when=${when}`;
      const { status, stdout, stderr } = runWith(place, ARGV, { rule, paths });
      const said = stdout + stderr;
      expect(said).not.toMatch(/\n\s+at |node:internal|fault in actionplan/);
      // A call that comes later than any of the run fails nothing; those of the gate are met.
      if (!long || status !== 0)
        expect([status, said]).toEqual([2, expect.stringContaining('error: ')]);
      expect(Object.keys(siteIn(place)).filter(isLeft)).toEqual([]);
      expectWhole(place);
      expectMended(place, run);
    },
  );
});

it('is hit at as many points as the page on reliability says', () => {
  const page = pageWith('faults-site', [
    `A site, which is many files, is hit at the same calls and with the same errors of its list, a page and a page that is gone, when it is made and when it is made again: ${allKills.length + allErrors.length} runs, ${killsInGate.length + errorsInGate.length} of them in the gate.`,
  ]);
  expect(page.is).toBe(page.counted);
});
