import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { harmOf } from '../support/measure.ts';
import { runProgram } from '../support/program.ts';
import { linksIn, SitePage } from '../support/site.ts';
import { AS_OF, type Case, type Place } from './case.ts';
import { PLAN, planWith } from './plans.ts';
import { makeYard } from './sandbox.ts';

/** The list that a site keeps of its files. */
export const LIST = '.actionplan-site.json';

/** The paths of all files under a folder, links among them, from there. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

let sound: ReadonlyMap<string, string> | undefined;

/** The site of the sound plan as the program writes it, made once. */
export function soundSite(): ReadonlyMap<string, string> {
  if (sound) return sound;
  const folder = makeYard();
  writeFileSync(join(folder, 'plan.yaml'), PLAN);
  const { status, stderr } = runProgram(folder, ['site', 'out', 'plan.yaml', ...AS_OF]);
  if (status !== 0) throw new Error(`there is no site: ${stderr}`);
  const out = join(folder, 'out');
  sound = new Map(pathsIn(out).map((path) => [path, readFileSync(join(out, path), 'utf8')]));
  rmSync(folder, { recursive: true });
  return sound;
}

/** Puts that site into a folder, with some files otherwise; null leaves one out. */
export function putSite(
  folder: string,
  otherwise: Readonly<Record<string, string | Uint8Array | null>> = {},
): void {
  const files = Object.entries({ ...Object.fromEntries(soundSite()), ...otherwise });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (content !== null) writeFileSync(join(folder, path), content);
  }
}

/** The list of that site with other fields. */
export function listWith(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(soundSite().get(LIST) ?? ''), ...fields });
}

export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Names that every file system has, whatever its rules: short, small letters, no device. */
const NAME = /^(?:[a-z]+\/)?(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9-]{1,80}\.[a-z]+$/;

/**
 * What is wrong with the site in a folder: files that its list does not name, or names otherwise; names that some
 * disk cannot have; anything in a page or file of data that acts; links that lead nowhere.
 */
export function siteFaults(folder: string, foreign: readonly string[] = []): string[] {
  const wrong: string[] = [];
  const list = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as {
    readonly files: Readonly<Record<string, string>>;
    readonly unfinished?: readonly string[];
  };
  if (list.unfinished) wrong.push('its list says that it is not finished');
  const paths = pathsIn(folder).filter((path) => path !== LIST && !foreign.includes(path));
  const listed = Object.keys(list.files);
  const there = new Set(paths);
  wrong.push(...listed.filter((path) => !there.has(path)).map((path) => `${path} is not there`));
  for (const path of paths) {
    if (!listed.includes(path)) wrong.push(`${path} is not in its list`);
    if (!NAME.test(path)) wrong.push(`${path} is a name that some disks cannot have`);
    if (!lstatSync(join(folder, path)).isFile()) wrong.push(`${path} is no file`);
    const bytes = readFileSync(join(folder, path));
    if (list.files[path] !== digestOf(bytes)) wrong.push(`${path} is not what its list says`);
    wrong.push(...faultsOf(path, bytes.toString(), there));
  }
  return wrong;
}

function faultsOf(path: string, text: string, there: ReadonlySet<string>): string[] {
  const ending = path.split('.').at(-1) ?? '';
  // The style and the script are ours alone.
  if (ending === 'css' || ending === 'js') return [];
  if (ending === 'json') JSON.parse(text);
  const harm = harmOf(ending === 'html' ? 'site' : ending, text);
  const acting = Object.values(harm).flat();
  const lost =
    ending === 'html'
      ? linksIn(new SitePage(text), path).filter((link) => !there.has(link.path))
      : [];
  return [
    ...acting.map((one) => `${path} holds ${one}`),
    ...lost.map((link) => `${path} leads to ${link.path}, which is not there`),
  ].slice(0, 5);
}

export const MADE = /1 plan, as of 2023-05-01: \d+ files? written to /;
const FOREIGN = 'what belongs to somebody is written over, removed, or written beside';

export interface More extends Partial<Case> {
  /** The folder of the site, from where the case runs. */
  readonly out?: string;
  /** What of others lies in it, and stays. */
  readonly foreign?: readonly string[];
}

/** A site that is made is whole and inert; one that is refused leaves every byte as it was. */
export function siteCase(
  id: string,
  exit: Case['exit'],
  says: readonly (string | RegExp)[],
  { out = 'out', foreign = [], ...more }: More = {},
): Case {
  const made: Partial<Case> =
    exit === 0
      ? {
          writes: [`here/${out}`],
          check: (_, { here }) => siteFaults(join(here, out), foreign),
        }
      : {};
  return {
    id,
    files: { 'plan.yaml': PLAN },
    argv: ['site', '--', out, 'plan.yaml'].toSpliced(1, 0, ...AS_OF),
    exit,
    says,
    wrong: FOREIGN,
    ...made,
    ...more,
  };
}

/** Makes something where the folder of the site is to be. */
export const at =
  (make: (out: string, place: Place) => void): NonNullable<Case['make']> =>
  (place) =>
    make(join(place.here, 'out'), place);

/** The plan with one action otherwise, so that its pages are. */
export const AFTER = { files: { 'plan.yaml': planWith({ action: 'Publish a new guide.' }) } };
