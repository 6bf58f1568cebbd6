import type { Path } from '../model/diagnostic.ts';
import type { FileKind } from '../model/file-kind.ts';
import type { Unread } from '../model/unread.ts';
import type { Rule } from '../rules/rule.ts';
import type { ValueFault } from '../source/fault.ts';
import type { Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { valueAt } from '../source/value.ts';

/**
 * Whether a rule's finding only follows from a fault of reading, which is shown already: it is
 * about a value that could not be read, about a field that is likely there but misspelt, or about
 * the state of an action whose log or dates could not all be read.
 */
export function followsFrom(read: FileRead, rule: Rule, path: Path): boolean {
  return read.valueFaults.some((fault) => {
    // What could not be read of an action looks as if it had been taken out.
    if (rule.group === 'Changes' && sharesAction(fault.path, path)) return true;
    if (fault.missing !== undefined) return isPrefix([...fault.path, fault.missing], path);
    if (fault.part === 'key') return mayBeMeant(read, fault, path);
    return (
      isPrefix(fault.path, path) ||
      (rule.group === 'Dates and progress' && sharesAction(fault.path, path))
    );
  });
}

/** An unknown field may be the very one a rule misses beside it. */
function mayBeMeant(read: FileRead, fault: ValueFault, path: Path): boolean {
  const field = path.at(-1);
  const beside = fault.path.length === path.length && isPrefix(fault.path.slice(0, -1), path);
  if (!beside || valueAt(read.document?.value, path) !== undefined) return false;
  return fault.meant === undefined || fault.meant === field;
}

function sharesAction(fault: Path, path: Path): boolean {
  return fault.length > 4 && fault[2] === 'actions' && isPrefix(fault.slice(0, 4), path);
}

function isPrefix(prefix: Path, path: Path): boolean {
  return prefix.every((step, index) => path[index] === step);
}

/** Whether some file, item or id could not be read: what is there may then seem to be gone. */
export function someItemsUnread(loaded: Loaded): boolean {
  const every = [...loaded.files, ...loaded.context];
  return (
    loaded.diagnostics.some((one) => one.rule === 'file-readable') ||
    every.some((read) => read.kind === undefined || read.valueFaults.some(hidesAnItem))
  );
}

/** What may be there all the same, by kind. */
export function unreadIn(loaded: Loaded): Unread {
  const every = [...loaded.files, ...loaded.context];
  const kinds = new Set<FileKind>();
  const partly = new Set<string>();
  const files = new Set<string>();
  const note = (file: string, hidden: readonly FileKind[]): void => {
    for (const kind of hidden) kinds.add(kind);
    if (hidden.length > 0) files.add(file);
  };
  for (const { rule, file } of loaded.diagnostics) {
    if (rule === 'file-readable') note(file, REFERRED_TO);
  }
  for (const read of every) {
    if (read.kind === undefined) note(read.file, mayBe(read));
    else if (read.kind !== 'settings' && read.valueFaults.some(hidesAnItem)) {
      note(read.file, [read.kind]);
      if (read.kind === 'plan') partly.add(read.file);
    }
  }
  return {
    plans: kinds.has('plan'),
    owners: kinds.has('owners'),
    standards: kinds.has('standards'),
    partly,
    files: [...files].sort(),
  };
}

const REFERRED_TO = ['plan', 'owners', 'standards'] as const;

/** What a file that could not be read may be: what a line of it says, else anything. */
function mayBe({ document }: FileRead): readonly FileKind[] {
  if (!document) return REFERRED_TO;
  const { text } = document.source;
  // An empty file holds nothing.
  if (!/^\s*[^\s#]/m.test(text)) return [];
  const named = REFERRED_TO.filter((kind) => new RegExp(`^${kind}:`, 'm').test(text));
  return named.length > 0 ? named : REFERRED_TO;
}

const NAMES = new Set(['id', 'name', 'plan', 'standards', 'also']);
const LISTS = new Set(['recommendations', 'actions', 'owners', 'organisations', 'domains']);

function hidesAnItem(fault: ValueFault): boolean {
  if (fault.missing !== undefined) return NAMES.has(fault.missing) || LISTS.has(fault.missing);
  if (fault.part === 'key') return fault.meant !== undefined && LISTS.has(fault.meant);
  const last = fault.path.at(-1);
  return typeof last === 'number' || NAMES.has(last ?? '') || LISTS.has(last ?? '');
}
