import { isFault, parseDate } from '../model/date.ts';
import type { Path } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import { type Value, valueAt } from '../source/value.ts';
import { EditError } from './edit-error.ts';
import { checkSays, editText, read } from './edit-text.ts';
import { editValue, sameValue } from './edit-value.ts';
import { columnOf, layoutAt, layoutOf } from './layout.ts';
import { splice } from './splice.ts';
import { belowLine, chunkOf } from './splices.ts';

const CONFLICT =
  /^<{7}(?: .*)?\r?\n([\s\S]*?)(?:^\|{7}(?: .*)?\r?\n([\s\S]*?))?^={7}\r?\n([\s\S]*?)^>{7}(?: .*)?(?:\r?\n|$)/gm;

/** A merged file, and how many entries the other side had added to it. */
export interface Resolved {
  readonly text: string;
  readonly added: number;
}

/**
 * Resolves a git conflict in which both sides only added progress entries: both keep theirs, in the
 * order of their dates. Anything else in which the sides differ needs a person's judgement.
 */
export function resolveLog(text: string): Resolved {
  const ours = text.replace(CONFLICT, (_, side: string) => side);
  const theirs = text.replace(CONFLICT, (_, __, ___, side: string) => side);
  if (ours === text) throw new EditError('there is no git conflict in the file');
  const logs = addedEntries(read(ours).value, read(theirs).value, baseOf(text));
  let merged = ours;
  let added = 0;
  for (const { path, indexes } of logs) {
    for (const index of indexes) {
      merged = copyEntry(merged, theirs, path, index);
      added += 1;
    }
    merged = editText(merged, inOrder(read(merged).value, path));
  }
  return { text: merged, added };
}

/** Where in a log the entries stand that only the other side has. */
interface Added {
  readonly path: Path;
  readonly indexes: readonly number[];
}

/** What both sides began from, where git was told to say so (`merge.conflictStyle diff3`). */
function baseOf(text: string): Value | undefined {
  const conflicts = [...text.matchAll(CONFLICT)];
  if (conflicts.some((match) => match[2] === undefined)) return undefined;
  return read(text.replace(CONFLICT, (_, __, base: string) => base)).value;
}

/** The logs the other side added to; refuses sides that differ in anything else. */
function addedEntries(
  ours: Value | undefined,
  theirs: Value | undefined,
  base: Value | undefined,
): Added[] {
  const found: Added[] = [];
  const compare = (a: Value | undefined, b: Value | undefined, path: Path): void => {
    if (sameValue(a, b)) return;
    if (path.at(-1) === 'progress') {
      found.push(...addedTo(a ?? [], b ?? [], valueAt(base, path), path));
      return;
    }
    if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
      a.forEach((item, index) => {
        compare(item, b[index], [...path, index]);
      });
      return;
    }
    if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) || Array.isArray(b)) {
      throw differs(path);
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      compare(a[key], b[key], [...path, key]);
    }
  };
  compare(ours, theirs, []);
  return found;
}

function addedTo(ours: Value, theirs: Value, base: Value | undefined, path: Path): Added[] {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) throw differs(path);
  let shared = 0;
  while (shared < ours.length && sameValue(ours[shared], theirs[shared])) shared += 1;
  // A log only grows: where the beginning is known, both sides must have kept it.
  if (Array.isArray(base) && shared < base.length) throw differs(path);
  const own = ours.slice(shared);
  const indexes = [];
  for (let index = shared; index < theirs.length; index += 1) {
    // What both say is kept once.
    if (!own.some((one) => sameValue(one, theirs[index]))) indexes.push(index);
  }
  return [{ path, indexes }];
}

/** Copies an entry as it is written, comments among it, to the end of the same log. */
function copyEntry(text: string, from: string, path: Path, index: number): string {
  const before = read(text);
  const entry = valueAt(read(from).value, [...path, index]) ?? '';
  const edit: Edit = { op: 'append', path, value: entry };
  const list = layoutAt(layoutOf(text).root, path);
  const source = layoutOf(from);
  const other = layoutAt(source.root, path);
  const item = other?.kind === 'list' ? other.entries[index] : undefined;
  const last = list?.kind === 'list' ? list.entries.at(-1) : undefined;
  const alike =
    last &&
    item &&
    list &&
    list.kind === 'list' &&
    !list.flow &&
    columnOf(text, last.start) === columnOf(from, item.start);
  if (!alike || !item || !last) return editText(text, [edit]);
  const chunk = chunkOf(source, item);
  const column = columnOf(text, last.start);
  const at = belowLine({ layout: layoutOf(text) }, last.end, column);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const copied = eol + ' '.repeat(column) + from.slice(chunk.start, chunk.end);
  const merged = splice(text, [{ start: at, end: at, text: copied }]);
  checkSays(merged, editValue(before.value, edit), before);
  return merged;
}

/** Puts a log into the order of its dates; what has no date that can be read stays where it is. */
function inOrder(root: Value | undefined, path: Path): Edit[] {
  const log = valueAt(root, path);
  if (!Array.isArray(log)) return [];
  const spans = log.map((entry) => {
    const date = typeof entry === 'object' && !Array.isArray(entry) ? entry['date'] : undefined;
    const parsed = typeof date === 'string' ? parseDate(date) : undefined;
    return parsed && !isFault(parsed) ? parsed : undefined;
  });
  const order: number[] = [];
  for (const [index, span] of spans.entries()) {
    const later = order.findIndex((other) => {
      const first = spans[other]?.first;
      return span !== undefined && first !== undefined && span.day < first;
    });
    order.splice(later < 0 ? order.length : later, 0, index);
  }
  return order.every((from, to) => from === to) ? [] : [{ op: 'reorder', path, order }];
}

function differs(path: Path): EditError {
  return new EditError(
    `the sides of the conflict differ in more than added progress entries (${path.join('/') || 'the whole file'})`,
    'resolve it by hand: keep what is right and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`',
  );
}
