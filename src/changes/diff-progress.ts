import type { Entry } from '../model/plan.ts';
import { type Change, changeOf } from './change.ts';
import type { ActionSubject } from './diff-action.ts';
import { joined, plain } from './same.ts';

/** The fields of an entry as texts; lists in one order. */
function fieldsOf(entry: Entry): Record<string, string> {
  const list = (texts: readonly string[]) => joined(texts.map(plain).sort()) ?? '';
  return {
    date: entry.date.written,
    status: entry.status ?? '',
    completed: entry.completed?.written ?? '',
    target: plain(entry.target?.written ?? ''),
    by: list(entry.by),
    text: plain(entry.text),
    see: list(entry.see),
    evidence: list(entry.evidence.map(({ title, href }) => `${title} ${href ?? ''}`)),
  };
}

/** Two entries as one: the same, an edited one, or one of the two sides only. */
type Match = readonly [before: Entry | undefined, after: Entry | undefined];

/**
 * Pairs the entries of two logs: first those that are the same, then those with one text, then
 * those with one date. An entry that is edited is seldom changed in both.
 */
function pairEntries(before: readonly Entry[], after: readonly Entry[]): Match[] {
  const old = new Set(before);
  const matches = new Map<Entry, Entry>();
  const keys: ((entry: Entry) => string)[] = [
    (entry) => JSON.stringify(fieldsOf(entry)),
    (entry) => plain(entry.text),
    (entry) => entry.date.written,
  ];
  for (const key of keys) {
    const open = new Map<string, Entry[]>();
    for (const entry of old) open.set(key(entry), [...(open.get(key(entry)) ?? []), entry]);
    for (const entry of after) {
      const match = matches.has(entry) ? undefined : open.get(key(entry))?.shift();
      if (!match) continue;
      matches.set(entry, match);
      old.delete(match);
    }
  }
  return [
    ...after.map((entry): Match => [matches.get(entry), entry]),
    ...[...old].map((entry): Match => [entry, undefined]),
  ];
}

/** Entries that were added, edited or removed. */
export function diffProgress(was: ActionSubject, is: ActionSubject): Change[] {
  return pairEntries(was.action.progress, is.action.progress).flatMap(([before, after]) => {
    const subjects = [
      before ? { ...was, entry: before } : null,
      after ? { ...is, entry: after } : null,
    ] as const;
    if (after && !before) {
      const facts = { type: 'progress-added' as const, to: after.text, at: after.at() };
      return [changeOf(was, subjects[1], { ...facts, was: null })];
    }
    if (before && !after) {
      const facts = { type: 'progress-removed' as const, from: before.text, was: before.at() };
      return [changeOf(subjects[0], is, { ...facts, at: nearest(before, was, is) })];
    }
    return before && after ? edited(before, after, subjects) : [];
  });
}

function edited(
  before: Entry,
  after: Entry,
  [was, is]: readonly [Change['before'], Change['after']],
): Change[] {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const fields = Object.keys(to).filter((field) => from[field] !== to[field]);
  const [field, ...more] = fields;
  if (field === undefined) return [];
  const places = { at: after.at(field), was: before.at(field) };
  const type = 'progress-edited';
  if (more.length > 0) {
    const values = { field: fields.join(', '), from: written(before), to: written(after) };
    return [changeOf(was, is, { type, ...values, at: after.at(), was: before.at() })];
  }
  const value = (texts: Record<string, string>) => texts[field] || null;
  const texts = { from: before.text, to: after.text };
  const values = field === 'text' ? texts : { from: value(from), to: value(to) };
  return [changeOf(was, is, { type, field, ...values, ...places })];
}

/** An entry in one line. */
function written(entry: Entry): string {
  const { date, text, ...rest } = fieldsOf(entry);
  const facts = Object.entries(rest).flatMap(([field, value]) =>
    value === '' ? [] : [`${field} ${value}`],
  );
  return `${[date, ...facts].join(', ')}: ${text}`;
}

/** The last entry before the one that is gone, or the action. */
function nearest(gone: Entry, was: ActionSubject, is: ActionSubject) {
  const index = was.action.progress.indexOf(gone);
  const left = is.action.progress[Math.min(index, is.action.progress.length) - 1];
  return left?.at('date') ?? is.action.at('id');
}
