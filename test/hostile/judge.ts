import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { harmOf } from '../support/measure.ts';
import type { Case, Done, Place } from './case.ts';
import { SECRET } from './sandbox.ts';

/** What every case is held to. */
export const MOST_MILLISECONDS = 5_000;
/** A run that waits for something works no more than one that does its part; tests run beside others. */
const MOST_PASSED = 45_000;
export const MOST_MEBIBYTES = 512;

/** What a fault of the program, or of Node under it, looks like. */
const CRASH =
  /(?:^|\n)\s+at .+:\d+:\d+|node:internal|\bUncaught\b|(?:^|\n)\w*Error(?: \[\w+\])?: |\[object \w+\]|fault in actionplan|FATAL ERROR|Node\.js v\d/;

/** All that is wrong with how a case went; nothing where all is well. */
export async function judge(one: Case, done: Done, place: Place): Promise<string[]> {
  const all = `${done.stdout}\n${done.stderr}`;
  const wrong: string[] = [];
  const say = (fault: string): unknown => wrong.push(`${fault}: ${all.slice(0, 1_500)}`);

  if (done.signal !== null) say(`it was ended by ${done.signal}`);
  if (![one.exit].flat().some((right) => right === done.exit)) {
    say(`exit code ${done.exit}, where ${[one.exit].flat().join(' or ')} is right`);
  }
  const crash = CRASH.exec(all);
  if (crash) say(`it shows the fault of a program (${crash[0].trim()})`);
  const { milliseconds = MOST_MILLISECONDS, mebibytes = MOST_MEBIBYTES } = one.most ?? {};
  if (done.milliseconds > milliseconds) say(`it took ${Math.round(done.milliseconds)} ms`);
  if (done.passed > Math.max(MOST_PASSED, 4 * milliseconds))
    say(`it was not done after ${Math.round(done.passed)} ms`);
  if (done.mebibytes > mebibytes) say(`it held ${Math.round(done.mebibytes)} MiB`);

  for (const words of one.says) if (!has(all, words)) say(`it does not say ${String(words)}`);
  for (const words of one.never ?? []) if (has(all, words)) say(`it says ${String(words)}`);
  if (all.includes(SECRET)) say('it shows what is outside');
  if (done.exit !== 0 && all.trim() === '') say('it fails without a word');
  wrong.push(...placesOf(one, done, place));
  wrong.push(...harmIn(one, done));
  try {
    if (one.check) wrong.push(...(await one.check(done, place)));
  } catch (error) {
    // What an independent reader cannot read at all.
    say(`it cannot be read: ${String(error)}`);
  }
  return wrong;
}

function has(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

/** The format of standard output, as asked for. */
export function formatOf({ argv }: Case): string {
  // These have readers of their own, in the cases.
  if (['publish', 'calendar', 'export'].includes(argv[0] ?? '')) return argv[0] ?? '';
  const asked = argv.indexOf('--format');
  if (asked >= 0) return argv[asked + 1] ?? '';
  return argv[0] === 'report' ? 'table' : 'pretty';
}

/** Each finding has to point into the file it speaks of. */
function placesOf(one: Case, { stdout }: Done, { here }: Place): string[] {
  if (formatOf(one) !== 'compact') return [];
  const wrong: string[] = [];
  const files = new Map<string, readonly number[] | undefined>();
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const [, file = '', row, column] =
      /^(.*?):(\d+):(\d+): (?:error|warning|info)(?: \(waived\))?: .* \[[a-z-]+\]$/.exec(line) ??
      [];
    if (row === undefined) {
      wrong.push(`this is no finding: ${line.slice(0, 300)}`);
      continue;
    }
    if (!files.has(file)) files.set(file, lengthsOf(join(here, file)));
    const lengths = files.get(file);
    if (lengths && !(Number(column) <= (lengths[Number(row) - 1] ?? -1) + 1)) {
      wrong.push(`there is no such place: ${line.slice(0, 300)}`);
    }
  }
  return wrong;
}

/** Of a larger file nothing is said but that it is too large. */
const MOST_BYTES = 4 * 1024 * 1024;

/** How long each line of a file is; undefined where it is none that can be read, so that all is said of its first line. */
function lengthsOf(path: string): number[] | undefined {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > MOST_BYTES) return undefined;
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    return text.split('\n').map((line) => [...line].length);
  } catch {
    return undefined;
  }
}

const TEXTS = new Set([
  'pretty',
  'compact',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'markdown',
  'table',
  'csv',
]);

/** Nothing in an output acts: on a terminal, in a CI log, in Markdown, in a spreadsheet. */
function harmIn(one: Case, { stdout, stderr }: Done): string[] {
  const format = formatOf(one);
  const harms = [
    ...(TEXTS.has(format) && stdout !== '' ? [harmOf(format, stdout)] : []),
    harmOf('notes', stderr),
  ];
  return harms.flatMap((harm) =>
    Object.entries(harm).flatMap(([kind, found]: [string, readonly string[]]) =>
      found.length === 0 ? [] : [`${kind} in its output: ${found.slice(0, 3).join(' ')}`],
    ),
  );
}
