import { isFault, parseDate } from '../model/date.ts';
import type { EditValue } from '../model/edit.ts';
import type { Action } from '../model/plan.ts';
import { entriesUntil } from '../model/state.ts';
import { parseTarget } from '../model/target.ts';
import { type DraftAction, type DraftEntry, entryValue } from './draft.ts';
import { sameEvidence } from './evidence.ts';
import type { FieldEdits } from './field-edits.ts';
import { matchEntries } from './match-entries.ts';
import type { Merging } from './merging.ts';

/** Brings the log of an action, and with it its targets, up to what a table says. */
export class EntryMerge {
  readonly #edits: FieldEdits;
  readonly #merging: Merging;

  constructor(edits: FieldEdits, merging: Merging) {
    this.#edits = edits;
    this.#merging = merging;
  }

  merge(known: Action, draft: DraftAction): void {
    const entries = [...draft.entries];
    const move = this.#firstTarget(known, draft);
    if (move !== undefined) {
      const last = entries.at(-1);
      if (last && last.target === undefined)
        entries[entries.length - 1] = { ...last, target: move };
      else entries.push(this.#moveTo(move, known));
    }
    const places = matchEntries(known.progress, entries);
    for (const entry of entries) this.#mergeEntry(known, entry, places.get(entry) ?? -1);
  }

  /**
   * The first target is never edited where the table has one column for it: another date there is a
   * move. Beside a column of revised targets, it is the first target that is put right.
   */
  #firstTarget(known: Action, { fields }: DraftAction): string | undefined {
    const { target } = fields;
    if (target === undefined) return undefined;
    if (known.target === undefined) {
      this.#edits.add(known.path, 'target', target);
      return undefined;
    }
    if (this.#sameTarget(known.target.written, target)) return undefined;
    if (this.#merging.fields.has('revised-target')) {
      this.#edits.set([...known.path, 'target'], target);
      return undefined;
    }
    const current = known.progress.findLast((entry) => entry.target)?.target;
    return current && this.#sameTarget(current.written, target) ? undefined : target;
  }

  #moveTo(target: string, { id }: Action): DraftEntry {
    const { asOf } = this.#merging;
    return {
      date: asOf ?? '',
      target,
      text: `Target: ${target}`,
      textMade: true,
      ...(asOf === undefined && { undated: `action ${id}, whose target moves to ${target}` }),
    };
  }

  #mergeEntry(known: Action, draft: DraftEntry, at: number): void {
    const state = stateAfter(known, at, draft);
    const status = draft.status === state.status ? undefined : draft.status;
    const moved =
      draft.target === undefined || (state.target && this.#sameTarget(state.target, draft.target))
        ? undefined
        : draft.target;
    const entry = known.progress[at];
    if (!entry) {
      const says = draft.textMade !== true || status !== undefined || moved !== undefined;
      if (!says && !draft.evidence) return;
      this.#merging.undated.push(draft);
      const value = { ...entryValue(draft), ...(moved === undefined && { target: undefined }) };
      this.#edits.append([...known.path, 'progress'], withoutUndefined(value));
      return;
    }
    const { path } = entry;
    if (draft.textMade !== true) this.#edits.text(path, 'text', entry.text, draft.text);
    this.#edits.text(path, 'status', entry.status, status);
    if (draft.completed !== undefined) {
      this.#edits.text(path, 'completed', entry.completed?.written, draft.completed);
    }
    this.#edits.text(path, 'target', entry.target?.written, moved);
    this.#edits.list(path, 'by', entry.by, draft.by, this.#merging.owners);
    if (draft.evidence && !sameEvidence(draft.evidence, entry.evidence)) {
      if (entry.evidence.length > 0) this.#edits.remove([...path, 'evidence']);
      this.#edits.add(path, 'evidence', draft.evidence as unknown as EditValue);
    }
  }

  #sameTarget(a: string, b: string): boolean {
    if (a === b) return true;
    const [one, other] = [a, b].map((text) => parseTarget(text, this.#merging.financialYear));
    if (!one || !other || isFault(one) || isFault(other)) return false;
    return one.due !== null && one.due === other.due;
  }
}

/** The status and target that hold after an entry; without one, those of the day that is told of, or of now. */
function stateAfter(
  action: Action,
  at: number,
  { date = '', undated }: DraftEntry,
): { status: string; target: string | undefined } {
  const { target, progress } = action;
  const read = undated === undefined ? parseDate(date) : undefined;
  const now = read && !isFault(read) ? entriesUntil(action, read.day) : progress;
  const until = at < 0 ? now : progress.slice(0, at + 1);
  return {
    status: until.findLast((entry) => entry.status)?.status ?? 'not-started',
    target: until.findLast((entry) => entry.target)?.target?.written ?? target?.written,
  };
}

function withoutUndefined(value: object): EditValue {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as EditValue;
}
