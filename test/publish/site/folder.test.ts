import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runReal } from '../../support/real-host.ts';
import { temporaryFolder, temporaryRepository } from '../../support/repository.ts';

const plan = (id: string, action = 'Publish a guide.'): string => `plan: ${id}
title: Record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: ${action}
        owner: Team
        target: 2023-06
`;

/** Every file under a folder with what it holds. */
function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

function withPlans(...ids: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'plans'));
  for (const id of ids) writeFileSync(join(folder, `plans/${id}.yaml`), plan(id));
  return folder;
}

const site = (folder: string, ...more: readonly string[]) =>
  runReal(folder, ['site', 'out', 'plans', '--as-of', '2023-05-01', ...more]);

describe('the folder of a site', () => {
  it('a second run writes nothing, and leaves every byte', async () => {
    const folder = withPlans('a', 'b');
    expect((await site(folder)).exit).toBe(0);
    const before = filesIn(join(folder, 'out'));
    const again = await site(folder);
    expect(again.stderr).toContain(': 0 files written to out,');
    expect(filesIn(join(folder, 'out'))).toEqual(before);
    expect(Object.keys(before).filter((path) => /lock|new/.test(path))).toEqual([]);
  });

  it('a page that is gone is removed, and what belongs to others stays', async () => {
    const folder = withPlans('a', 'b');
    await site(folder);
    writeFileSync(join(folder, 'out/CNAME'), 'plans.example');
    mkdirSync(join(folder, 'out/plans/own'));
    writeFileSync(join(folder, 'out/plans/own/x.html'), 'mine');
    rmSync(join(folder, 'plans/b.yaml'));
    const { exit, stderr } = await site(folder);
    expect({ exit, stderr }).toMatchObject({ exit: 0 });
    expect(stderr).toContain('1 removed');
    expect(existsSync(join(folder, 'out/plans/b.html'))).toBe(false);
    expect(readFileSync(join(folder, 'out/CNAME'), 'utf8')).toBe('plans.example');
    expect(readFileSync(join(folder, 'out/plans/own/x.html'), 'utf8')).toBe('mine');
  });

  it('a page that is gone but was changed by hand is left, and named', async () => {
    const folder = withPlans('a', 'b');
    await site(folder);
    writeFileSync(join(folder, 'out/plans/b.html'), 'changed');
    rmSync(join(folder, 'plans/b.yaml'));
    const { exit, stderr } = await site(folder);
    expect(exit).toBe(0);
    expect(stderr).toContain('out/plans/b.html is no page any more');
    expect(readFileSync(join(folder, 'out/plans/b.html'), 'utf8')).toBe('changed');
  });

  it('a page that was changed by hand is not written over: nothing is', async () => {
    const folder = withPlans('a');
    await site(folder);
    writeFileSync(join(folder, 'out/index.html'), 'changed');
    const before = filesIn(join(folder, 'out'));
    writeFileSync(join(folder, 'plans/a.yaml'), plan('a', 'Publish a longer guide.'));
    const { exit, stderr } = await site(folder);
    expect(exit).toBe(2);
    expect(stderr).toContain('out/index.html was not written by `actionplan site`');
    expect(filesIn(join(folder, 'out'))).toEqual(before);
  });

  it('a folder with files and no site is refused, with the way out', async () => {
    const folder = withPlans('a');
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/thesis.txt'), 'years of work');
    const { exit, stderr } = await site(folder);
    expect(exit).toBe(2);
    expect(stderr).toContain('out holds 1 file (thesis.txt) and no site: nothing was written');
    expect(stderr).toContain('help: name a new or empty folder');
    expect(filesIn(join(folder, 'out'))).toEqual({ 'thesis.txt': 'years of work' });
  });

  it('the folder of the plans is refused', async () => {
    const folder = withPlans('a');
    const before = filesIn(folder);
    expect((await runReal(folder, ['site', 'plans', 'plans'])).exit).toBe(2);
    expect((await runReal(folder, ['site', '.', 'plans'])).exit).toBe(2);
    expect(filesIn(folder)).toEqual(before);
  });

  it.each(['not JSON', '{}', '{"kind":"actionplan-site","files":{"../../plans/a.yaml":"x"}}'])(
    'a manifest that is none gives no leave to write: %s',
    async (text) => {
      const folder = withPlans('a');
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'out/.actionplan-site.json'), text);
      const before = filesIn(folder);
      const { exit, stderr } = await site(folder);
      expect(exit).toBe(2);
      expect(stderr).toContain('is not what `actionplan site` writes');
      expect(filesIn(folder)).toEqual(before);
    },
  );

  it('nothing is written by way of a link', async () => {
    const folder = withPlans('a');
    await site(folder);
    const elsewhere = temporaryFolder();
    rmSync(join(folder, 'out/plans'), { recursive: true });
    symlinkSync(elsewhere, join(folder, 'out/plans'));
    expect(await site(folder)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('out/plans is a link to another place'),
    });
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(join(folder, 'out/plans'));
    writeFileSync(join(elsewhere, 'x'), 'x');
    rmSync(join(folder, 'out/about.html'));
    symlinkSync(join(elsewhere, 'x'), join(folder, 'out/about.html'));
    expect((await site(folder)).exit).toBe(2);
    expect(readFileSync(join(elsewhere, 'x'), 'utf8')).toBe('x');
  });

  it('a link in a repository that leads out of it is refused', async () => {
    const { folder, write } = temporaryRepository();
    write('plans/a.yaml', plan('a'));
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(folder, 'out'));
    const { exit, stderr } = await site(folder);
    expect(exit).toBe(2);
    expect(stderr).toContain('out leads out of the repository');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('--check finds it current as of its own day, and tells what the plans say otherwise', async () => {
    const folder = withPlans('a', 'b');
    await site(folder);
    const check = (...more: readonly string[]) =>
      runReal(folder, ['site', 'out', 'plans', '--check', ...more]);
    expect(await check()).toMatchObject({
      exit: 0,
      stderr: 'out is what the plans say, as of 2023-05-01\n',
    });
    expect((await check('--as-of', '2023-05-01')).exit).toBe(0);
    expect((await check('--as-of', '2023-07-01')).exit).toBe(1);
    writeFileSync(join(folder, 'plans/a.yaml'), plan('a', 'Publish a longer guide.'));
    const changed = await check();
    expect(changed.exit).toBe(1);
    expect(changed.stderr).toContain('error: out/plans/a.html is not what the plans say');
    expect(changed.stderr).toContain('help: renew it with `actionplan site out`');
    writeFileSync(join(folder, 'plans/a.yaml'), plan('a'));
    rmSync(join(folder, 'plans/b.yaml'));
    expect((await check()).stderr).toContain('out/plans/b.html is no page any more');
    writeFileSync(join(folder, 'plans/b.yaml'), plan('b'));
    rmSync(join(folder, 'out/about.html'));
    expect((await check()).stderr).toContain('out/about.html is missing');
  });

  it('--check of a folder without a site could not be made', async () => {
    const folder = withPlans('a');
    expect((await site(folder, '--check')).exit).toBe(2);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
