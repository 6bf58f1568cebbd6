import { InvalidArgumentError } from 'commander';
import { UsageError } from '../host.ts';
import { isFault, parseDate } from '../model/date.ts';
import type { Day } from '../model/day.ts';
import { suggest, withWord } from '../model/suggest.ts';
import { cleanText } from '../render/clean-text.ts';
import type { FileTree } from '../source/file-tree.ts';

/** Reads a day for `--as-of`, `--from` and `--to`; a month or year counts as its last day. */
export function dayFlag(text: string): Day {
  return dateFlag(text).day;
}

/** Reads a day that begins a period: a month or year counts as its first day. */
export function firstDayFlag(text: string): Day {
  return dateFlag(text).first;
}

function dateFlag(text: string): { first: Day; day: Day } {
  const date = parseDate(text);
  if (isFault(date)) throw new InvalidArgumentError(`${date.message}; ${date.help}.`);
  return date;
}

/** Reads a whole number from 0. */
export function countFlag(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 0.');
  return Number(text);
}

/** Collects an option that may be given several times. */
export function listFlag(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}

/** The paths to read: those given, else `plans` if it exists, else the current folder. */
export function pathsOrDefault(tree: FileTree, paths: readonly string[]): readonly string[] {
  // A script whose variable is empty means no folder at all, rather than this one.
  if (paths.includes('')) {
    throw new UsageError('a path is empty', 'name a file or folder, or leave the path out');
  }
  if (paths.length > 0) return paths.map((path) => path.replace(/(?<=[^/])\/+$/, ''));
  return [tree.kind('plans') === 'folder' ? 'plans' : '.'];
}

/** The error for a name that is none of those known; without one near it, what else helps. */
export function unknownName(
  what: string,
  name: string,
  known: readonly string[],
  otherwise?: string,
): UsageError {
  const near = suggest(name, known);
  const help = near === undefined ? nameWith(name, known) : `did you mean "${cleanText(near)}"?`;
  return new UsageError(`there is no ${what} "${cleanText(name)}"`, help ?? otherwise);
}

/** The names that have a word in them; undefined where none does, or too many. */
export function nameWith(word: string, known: Iterable<string>): string | undefined {
  const names = withWord(word, known).map((one) => `"${cleanText(one)}"`);
  if (names.length === 0 || names.length > MOST_NAMED) return undefined;
  return names.length === 1
    ? `did you mean ${names[0]}?`
    : `did you mean one of ${names.join(', ')}?`;
}

const MOST_NAMED = 8;
