import fc from 'fast-check';
import { expect } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { EditError } from '../../src/edit/edit-error.ts';
import { editText } from '../../src/edit/edit-text.ts';
import { editValue, sameValue } from '../../src/edit/edit-value.ts';
import type { Path } from '../../src/model/diagnostic.ts';
import type { Edit } from '../../src/model/edit.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { NASTY_TEXTS } from './nasty-files.ts';

interface Read {
  readonly value: Value | undefined;
  /** In order; but for moves and removals every edit keeps them. */
  readonly comments: readonly string[];
}

/** Several edits are tried on each text. */
const reads = new Map<string, Read>();

function readOf(text: string): Read {
  const known = reads.get(text);
  if (known) return known;
  const document = new YamlDocument(new SourceText(text));
  expect(document.faults).toEqual([]);
  const { value } = document;
  const read = { value, comments: document.comments.map((comment) => comment.text.trimEnd()) };
  if (reads.size > 50) reads.clear();
  reads.set(text, read);
  return read;
}

export const commentsOf = (text: string) => readOf(text).comments;
const valueOf = (text: string) => readOf(text).value;

/** The stretch that differs: what is left when the common beginning and end are taken away. */
function changed(before: string, after: string): { start: number; oldEnd: number; newEnd: number } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

/** Whether one text is what is left of another when something is taken away. */
export function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

interface Target {
  readonly path: Path;
  readonly kind: 'text' | 'list' | 'map';
  readonly range: readonly [number, number, number];
  readonly items: number;
}

const targets = new Map<string, Target[]>();

function targetsOf(text: string): Target[] {
  const known = targets.get(text) ?? findTargets(text);
  if (targets.size > 50) targets.clear();
  targets.set(text, known);
  return known;
}

/** Every value of a text with its range, as the library's own reader tells it. */
function findTargets(text: string): Target[] {
  const found: Target[] = [];
  const visit = (node: unknown, path: Path, key?: unknown): void => {
    const own = (node as Node | null)?.range ?? [0, 0, 0];
    // An empty value has no range of its own; its key is its place.
    const range = own[0] === own[1] && key ? ((key as Node).range ?? own) : own;
    if (isMap(node)) {
      found.push({ path, kind: 'map', range, items: node.items.length });
      for (const pair of node.items)
        visit(pair.value, [...path, String(isScalar(pair.key) ? pair.key.value : '')], pair.key);
    } else if (isSeq(node)) {
      found.push({ path, kind: 'list', range, items: node.items.length });
      node.items.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    } else found.push({ path, kind: 'text', range, items: 0 });
  };
  visit(parseDocument(text, { schema: 'failsafe' }).contents, []);
  return found;
}

const ENTRY = {
  date: '2023-05-01',
  status: 'in-progress',
  text: 'Done: all of it.',
  evidence: [{ title: 'Form', href: 'a b.xls' }],
};

/** Checks an edit against what it means, and that no byte but those of its place has changed. */
function check(text: string, edit: Edit, target: Target): void {
  const after = editText(text, [edit]);
  expect(sameValue(valueOf(after), editValue(valueOf(text), edit))).toBe(true);
  // Said as it is already.
  if (after === text) return;
  const { start, oldEnd } = changed(text, after);
  const [from, , to] = target.range;
  const own = text.slice(start, oldEnd);
  switch (edit.op) {
    case 'set':
      expect(start).toBeGreaterThanOrEqual(text.lastIndexOf('\n', from) + 1);
      expect(oldEnd).toBeLessThanOrEqual(Math.max(to, lineEnd(text, from)));
      expect(commentsOf(after)).toEqual(commentsOf(text));
      break;
    case 'append':
    case 'add':
      // Something is added and nothing taken away, but for the brackets of an empty list; a value may
      // end with such a bracket itself, and then it looks as if that had stayed.
      if (!/^ ?\[ *(?:\]|$)/.test(own)) expect(isPartOf(text, after)).toBe(true);
      expect(after.length - text.length).toBeLessThan(1000);
      expect(commentsOf(after)).toEqual(commentsOf(text));
      break;
    case 'remove': {
      // Only lines of its own go, but for the brackets of what is now empty.
      expect(isPartOf(after.replaceAll(/(?:^| )[[{][\]}]/g, ''), text)).toBe(true);
      const line = text.lastIndexOf('\n', text.lastIndexOf('\n', from - 1) - 1) + 1;
      const place = text.slice(line, lineEnd(text, to));
      const left = commentsOf(after);
      for (const comment of commentsOf(text)) {
        if (!left.includes(comment)) expect(place).toContain(comment);
      }
      break;
    }
    default:
      expect([...after].sort().join('')).toBe([...text].sort().join(''));
  }
}

/** Any edit of any place. */
export const edits = fc.record({
  where: fc.nat(100_000),
  what: fc.nat(3),
  value: fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'grapheme', maxLength: 40 })),
});

function editFor(target: Target, what: number, value: string): Edit | undefined {
  const { path, kind, items } = target;
  if (path.length === 0) return undefined;
  if (kind === 'text')
    return what === 3 && typeof path.at(-1) === 'string'
      ? { op: 'remove', path }
      : { op: 'set', path, value };
  if (kind === 'list') {
    if (what === 0) return { op: 'append', path, value: ENTRY };
    if (what === 1) return { op: 'append', path, value };
    return { op: 'reorder', path, order: [...Array(items).keys()].toReversed() };
  }
  if (what < 2)
    return { op: 'add', path, field: 'added', value: what === 0 ? value : [ENTRY, value] };
  return { op: 'remove', path };
}

/**
 * What may be refused, and why that is right: taking an item away loses a comment that stands beside it,
 * and an item that ends with line breaks which belong to its text (`|+`) cannot stand last, or lose
 * what stands below it, without that text changing. Whatever is to be said can always be written.
 */
const REFUSABLE = new Set<Edit['op']>(['remove', 'reorder']);
/** Tries an edit of some place in a text; none where nothing can be edited there. */
export function attempt(
  text: string,
  { where, what, value }: { where: number; what: number; value: string },
): 'made' | 'refused' | 'none' {
  const all = targetsOf(text);
  const target = all[where % all.length];
  const edit = target && editFor(target, what, value);
  if (!target || !edit) return 'none';
  try {
    check(text, edit, target);
    return 'made';
  } catch (error) {
    if (!(error instanceof EditError) || !REFUSABLE.has(edit.op)) throw error;
    const reasons = [/comment (?:beside|below)/, /cannot be made here/];
    const reason = reasons.findIndex((one) => one.test(error.message));
    if (reason < 0 || (reason === 1 && !/[|>]\+/.test(text))) throw error;
    return 'refused';
  }
}
