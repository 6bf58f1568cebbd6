import type { DraftAction, DraftEntry } from './draft.ts';
import { evidenceIn } from './evidence.ts';
import type { EntryField } from './fields.ts';
import { keepInNotes, type RowContext, whereIs } from './folding.ts';
import { readDate, readTarget } from './read-date.ts';
import type { Filled } from './rows.ts';
import { whyNot } from './set-action-field.ts';
import { single } from './set-recommendation-field.ts';
import { splitOwners } from './split-owners.ts';
import { hasText } from './table.ts';
import { statusOf, UNKNOWN_WORD } from './words.ts';

/** Reads the cells of a row that tell of progress: one entry for each update that stands in it. */
export function foldEntries(
  context: RowContext,
  action: DraftAction,
  cells: readonly Filled[],
): void {
  // A move of the target that is struck through in its own cell belongs to what the row reports.
  const moved = action.entries.filter(({ date }) => date === undefined);
  const groups = new Map<string, Filled[]>();
  const home = homeOf(context, cells);
  for (const filled of cells) {
    const key = filled.date ?? home;
    groups.set(key, [...(groups.get(key) ?? []), filled]);
  }
  if (groups.size === 0 && moved.length > 0) groups.set(home, []);
  for (const [date, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = [...groups.keys()].sort().at(-1) === date;
    new EntryFold(context, action, group, date === '' ? undefined : date).fold(last ? moved : []);
  }
}

/**
 * Where updates have columns of their own, dated by their headings, a column "Status" without a date
 * speaks of the latest of them.
 */
function homeOf({ mapped }: RowContext, cells: readonly Filled[]): string {
  const own = cells.some(
    ({ field, date }) => date === undefined && (field === 'progress' || field === 'date'),
  );
  if (own) return '';
  const dates = mapped.columns.flatMap(({ date }) => date ?? []);
  return dates.sort().at(-1) ?? '';
}

class EntryFold {
  readonly #context: RowContext;
  readonly #action: DraftAction;
  readonly #cells: readonly Filled[];
  readonly #entry: DraftEntry = {};
  /** What the entry says where nobody wrote a text for it. */
  readonly #words: string[] = [];
  readonly #repeated: Filled[] = [];
  #date: string | undefined;

  constructor(
    context: RowContext,
    action: DraftAction,
    cells: readonly Filled[],
    date: string | undefined,
  ) {
    this.#context = context;
    this.#action = action;
    this.#cells = cells;
    this.#date = date;
  }

  fold(moved: readonly DraftEntry[]): void {
    for (const filled of this.#of('date')) this.#readDate(filled);
    for (const filled of this.#of('status')) this.#readStatus(filled);
    for (const filled of this.#of('completed')) this.#readCompleted(filled);
    for (const filled of this.#of('revised-target')) this.#readTarget(filled);
    for (const one of moved) {
      this.#action.entries.splice(this.#action.entries.indexOf(one), 1);
      if (one.target !== undefined) this.#entry.target ??= one.target;
      this.#words.push(one.text ?? '');
    }
    for (const filled of this.#of('by')) {
      this.#entry.by = single(splitOwners(filled.cell.text, this.#context.owners));
      this.#used(filled);
    }
    for (const filled of this.#of('evidence')) {
      this.#entry.evidence = evidenceIn(filled.cell.text);
      this.#used(filled);
    }
    const earlier = this.#readProgress();
    this.#add(earlier);
  }

  #of(field: EntryField): Filled[] {
    return this.#cells.filter((filled) => filled.field === field);
  }

  #readDate(filled: Filled): void {
    const { cell } = filled;
    const reading = readDate(cell.day ?? cell.text, this.#context.orderOf(filled));
    if ('form' in reading) {
      this.#date = reading.form;
      this.#used(filled);
    } else this.#refuse(filled, whyNot(this.#context, filled, reading));
  }

  /** A status is one word that is known, or "Completed May 2022"; else none is invented. */
  #readStatus(filled: Filled): void {
    const { cell, heading } = filled;
    const { words } = this.#context.profile;
    const status = statusOf(words, cell.text);
    if (status !== undefined && status !== 'none' && this.#entry.status === undefined) {
      this.#entry.status = status;
      this.#words.push(`${heading}: ${cell.text}`);
      this.#used(filled);
      return;
    }
    const dated = /^(\p{L}+)[\s:,–-]+(?:on |in )?\(?([^()]*\d{2,4})\)?$/u.exec(cell.text);
    const done = dated && statusOf(words, dated[1] ?? '') === 'complete';
    const reading = done && readDate(dated[2] ?? '', this.#context.orderOf(filled));
    if (reading && 'form' in reading && this.#entry.status === undefined) {
      this.#entry.status = 'complete';
      this.#entry.completed = reading.form;
      this.#words.push(`${heading}: ${cell.text}`);
      this.#used(filled);
      return;
    }
    this.#refuse(
      filled,
      status === undefined ? UNKNOWN_WORD : 'it says neither of the states of an action',
    );
  }

  #readCompleted(filled: Filled): void {
    const { cell, heading } = filled;
    const reading = readDate(cell.day ?? cell.text, this.#context.orderOf(filled));
    if (!('form' in reading)) {
      this.#refuse(filled, whyNot(this.#context, filled, reading));
    } else if (this.#entry.status !== 'complete') {
      this.#refuse(filled, 'the status beside it is not "complete"');
    } else {
      this.#entry.completed = reading.form;
      this.#words.push(`${heading}: ${cell.text}`);
      this.#used(filled);
    }
  }

  #readTarget(filled: Filled): void {
    const { cell, heading } = filled;
    const { orderOf, financialYear } = this.#context;
    const reading = readTarget(cell.day ?? cell.text, orderOf(filled), financialYear);
    if (!('form' in reading)) {
      this.#refuse(filled, whyNot(this.#context, filled, reading));
      return;
    }
    if (reading.rest !== undefined) this.#action.notes.push(`${heading}: ${cell.text}`);
    // A column of current targets repeats the first one where nothing has moved.
    if (reading.form === this.#action.fields.target) this.#repeated.push(filled);
    else {
      this.#entry.target = reading.form;
      this.#words.push(`${heading}: ${cell.text}`);
    }
    this.#used(filled, reading.form === this.#action.fields.target ? 'repeated' : 'used');
  }

  /** The text of the entry; updates of other days in the same cell are entries before it. */
  #readProgress(): DraftEntry[] {
    const earlier: DraftEntry[] = [];
    for (const filled of this.#of('progress')) {
      const { text } = filled.cell;
      if (!hasText(text)) {
        this.#refuse(filled, 'all of it is struck through');
        continue;
      }
      const updates = this.#date === undefined ? updatesIn(text, this.#context, filled) : [];
      if (updates.length > 0) {
        const sorted = [...updates].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
        const latest = sorted.pop();
        earlier.push(...sorted);
        this.#date = latest?.date;
        this.#entry.text = latest?.text ?? '';
      } else
        this.#entry.text = this.#entry.text === undefined ? text : `${this.#entry.text}\n\n${text}`;
      this.#used(filled);
    }
    return earlier;
  }

  #add(earlier: readonly DraftEntry[]): void {
    const { entries } = this.#action;
    for (const one of earlier) if (!has(entries, one)) entries.push(one);
    const { status, target, text, evidence } = this.#entry;
    if (text === undefined && status === undefined && target === undefined && !evidence) {
      // Who reports and when, without a report, is kept as it is.
      for (const filled of this.#cells) {
        if (this.#of(filled.field as EntryField).length === 0) continue;
        const note = `${filled.heading}: ${filled.cell.text}`;
        const told =
          (filled.field === 'date' || filled.field === 'by') && hasText(filled.cell.text);
        if (told && !this.#action.notes.includes(note)) this.#action.notes.push(note);
      }
      return;
    }
    const date = this.#date ?? this.#context.asOf;
    const [first] = this.#cells;
    const place = first ? whereIs(this.#context, first) : `action ${this.#action.id}`;
    const entry: DraftEntry = {
      date: date ?? '',
      ...this.#entry,
      text: text ?? (this.#words.filter(hasText).join('\n\n') || 'Evidence'),
    };
    if (has(entries, entry)) return;
    entries.push({
      ...inOrder(entry),
      ...(text === undefined && { textMade: true }),
      ...(date === undefined && { undated: place }),
    });
  }

  #used(filled: Filled, outcome: 'used' | 'repeated' = 'used'): void {
    if (filled.fromAbove || !this.#context.ledger.has(filled.cell)) return;
    const detail = `${filled.field} of ${this.#action.id}`;
    const { struck } = filled.cell;
    if (struck !== '') this.#action.notes.push(`${filled.heading}: ${struck} (struck through)`);
    this.#context.ledger.put(filled.cell, outcome, filled.heading, detail);
  }

  #refuse(filled: Filled, why: string): void {
    if (filled.fromAbove) return;
    keepInNotes(this.#context, this.#action.notes, filled, 'not understood', why);
  }
}

/** The same update said again, as for each of two owners, is one. */
function has(entries: readonly DraftEntry[], entry: DraftEntry): boolean {
  const text = JSON.stringify(inOrder(entry));
  return entries.some((one) => JSON.stringify(inOrder(one)) === text);
}

function inOrder({ date, status, completed, target, by, text, evidence }: DraftEntry): DraftEntry {
  return {
    ...(date !== undefined && { date }),
    ...(status !== undefined && { status }),
    ...(completed !== undefined && { completed }),
    ...(target !== undefined && { target }),
    ...(by !== undefined && { by }),
    ...(text !== undefined && { text }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** "27/03/2023: …" in each paragraph: a log kept in one cell. Empty where it is none. */
function updatesIn(text: string, context: RowContext, filled: Filled): DraftEntry[] {
  const updates: { date: string; text: string }[] = [];
  for (const line of text.split('\n')) {
    const match =
      /^\(?((?:\d{1,2}(?:st|nd|rd|th)? )?\p{L}{3,9} \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}(?:-\d{2})?)\)?(?:\s*[:–—]\s*|\s+-\s+)(.*)$/u.exec(
        line,
      );
    const reading =
      match && readDate(match[1] ?? '', context.orderOf(filled) ?? context.profile.dates);
    if (reading && 'form' in reading) updates.push({ date: reading.form, text: match[2] ?? '' });
    else if (reading && reading.why === 'ambiguous') {
      whyNot(context, filled, reading);
      return [];
    } else {
      const last = updates.at(-1);
      if (!last) return [];
      last.text += `\n${line}`;
    }
  }
  const filledIn = updates.map((one) => ({ ...one, text: one.text.trim() }));
  return filledIn.every((one) => hasText(one.text)) ? filledIn : [];
}
