import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type KeptPlace, keptResults } from '../src/kept-results.ts';
import { temporaryFolder } from './support/repository.ts';

const DAY = 24 * 60 * 60 * 1000;
const BYTES = Uint8Array.of(1, 2, 3);

/** A place with a store in it, in a folder of its own. */
function place(more: Partial<KeptPlace> = {}) {
  const base = temporaryFolder();
  const folder = join(base, 'actionplan');
  const place: KeptPlace = {
    cwd: base,
    repository: undefined,
    env: { XDG_CACHE_HOME: base },
    user: process.getuid?.(),
    now: () => Date.now(),
    ...more,
  };
  const store = (other: Partial<KeptPlace> = {}) => keptResults({ ...place, ...other });
  store()?.write('conditions', BYTES);
  const files = () => readdirSync(folder).map((name) => join(folder, name));
  return { base, folder, store, files, file: files()[0] ?? '' };
}

it('a store gives back what was kept under the same conditions, in the same folder', () => {
  const { store } = place();
  expect(store()?.read('conditions')).toEqual(BYTES);
  expect(store()?.read('others')).toBeUndefined();
  expect(store({ cwd: temporaryFolder() })?.read('conditions')).toBeUndefined();
});

it.each<[string, (at: ReturnType<typeof place>) => void]>([
  ['its group may write to it', ({ file }) => chmodSync(file, 0o620)],
  ['all may', ({ file }) => chmodSync(file, 0o602)],
  ['all may write to its folder', ({ folder }) => chmodSync(folder, 0o777)],
  ['it is a link', ({ file, base }) => moveAndLink(file, join(base, 'elsewhere'))],
  ['its folder is', ({ folder, base }) => moveAndLink(folder, join(base, 'elsewhere'))],
  ['it is larger than any of ours', ({ file }) => truncateSync(file, 201 * 1024 * 1024)],
  ['it is a folder', ({ file }) => (rmSync(file), mkdirSync(file))],
])('a store is not believed where %s', (_, change) => {
  const at = place();
  expect(at.store()?.read('conditions')).toEqual(BYTES);
  change(at);
  expect(at.store()?.read('conditions')).toBeUndefined();
});

function moveAndLink(path: string, to: string): void {
  renameSync(path, to);
  symlinkSync(to, path);
}

it('a store of another user is not believed, nor written over', () => {
  const { store, file } = place();
  const stranger = { user: 54_321 };
  expect(store(stranger)?.read('conditions')).toBeUndefined();
  store(stranger)?.write('conditions', Uint8Array.of(9));
  expect(new Uint8Array(readFileSync(file))).toEqual(BYTES);
});

it('there is no place for a store in the repository', () => {
  const { base, store } = place();
  expect(store({ repository: base })).toBeUndefined();
  expect(store({ repository: `${base}-other` })).toBeDefined();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(base, link);
  const env = { XDG_CACHE_HOME: join(link, 'deep/er') };
  expect(store({ repository: base, env })).toBeUndefined();
});

it('folders above the one for caches are not made', () => {
  const base = temporaryFolder();
  const { store } = place();
  store({ env: { XDG_CACHE_HOME: join(base, 'a/b') } })?.write('conditions', BYTES);
  expect(existsSync(join(base, 'a'))).toBe(false);
  store({ env: { HOME: base } })?.write('conditions', BYTES);
  expect(readdirSync(join(base, '.cache'))).toEqual(['actionplan']);
});

it('old stores go, and what an old run left unfinished, when one is written; nothing else', () => {
  const { folder, file, store } = place();
  const aside = join(folder, 'not-ours');
  writeFileSync(aside, '');
  const unfinished = `${file}.0`;
  for (const path of [unfinished, aside, file]) {
    writeFileSync(path, '');
    const age = (path === unfinished ? 2 * DAY : 31 * DAY) / 1000;
    utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
  }
  store()?.write('others', BYTES);
  expect([file, unfinished, aside].map(existsSync)).toEqual([false, false, true]);
  expect(store()?.read('others')).toEqual(BYTES);
});

it('a store that is used does not grow old', () => {
  const { file, store } = place();
  utimesSync(file, Date.now() / 1000 - 1e6, Date.now() / 1000 - 1e6);
  expect(store()?.read('conditions')).toEqual(BYTES);
  expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(DAY);
});

it('all stores together keep to their limit: those longest unused go', () => {
  const { file, files, store } = place();
  const sizes = [100, 100, 50, 100];
  for (const [index, size] of sizes.entries()) {
    const path = file.replace(/.{3}(?=\.results)/, `00${index}`);
    writeFileSync(path, '');
    truncateSync(path, size * 1024 * 1024);
    utimesSync(path, Date.now() / 1000 - index * 1000, Date.now() / 1000 - index * 1000);
  }
  store()?.write('others', BYTES);
  const left = files().filter((path) => statSync(path).size > 1e6);
  expect(left.map((path) => path.slice(-11, -8)).sort()).toEqual(['000', '001', '002']);
});
