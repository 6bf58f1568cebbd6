import { fieldOrder } from '../edit/field-order.ts';
import { isFault } from '../model/date.ts';
import type { Path } from '../model/diagnostic.ts';
import type { Edit, EditValue } from '../model/edit.ts';
import { type OwnerDirectory, spelling } from '../model/owner.ts';
import type { Action, Plan, Recommendation } from '../model/plan.ts';
import { type FinancialYear, parseTarget } from '../model/target.ts';
import {
  actionValue,
  type DraftAction,
  type DraftEntry,
  type DraftRecommendation,
  entryValue,
  recommendationValue,
} from './draft.ts';
import type { Field } from './fields.ts';
import { type Imported, refuseUndated } from './import-tables.ts';

/** What an import would change in a plan that is there. */
export interface IntoPlan {
  readonly edits: readonly Edit[];
  /** What the plan has and the table has not: it stays. */
  readonly kept: readonly string[];
}

interface Setting {
  readonly owners: OwnerDirectory | undefined;
  readonly financialYear: FinancialYear;
  /** The day the tables speak of, where they do not say it. */
  readonly asOf: string | undefined;
}

/**
 * The edits that make a plan say what the tables say, matched by ids: a field that says the same in
 * other words (an owner's other spelling, another line break) is left alone, and nothing is removed.
 */
export function editsInto(plan: Plan, imported: Imported, setting: Setting): IntoPlan {
  return new Merge(plan, imported, setting).merge();
}

class Merge {
  readonly #plan: Plan;
  readonly #imported: Imported;
  readonly #setting: Setting;
  readonly #edits: Edit[] = [];
  readonly #kept: string[] = [];
  readonly #fields: ReadonlySet<Field>;

  constructor(plan: Plan, imported: Imported, setting: Setting) {
    this.#plan = plan;
    this.#imported = imported;
    this.#setting = setting;
    this.#fields = new Set(
      imported.tables.flatMap(({ columns }) => columns.flatMap(({ field }) => field ?? [])),
    );
  }

  merge(): IntoPlan {
    for (const draft of this.#imported.recommendations) {
      const known = this.#recommendationOf(draft);
      if (known) this.#mergeRecommendation(known, draft);
      else {
        refuseUndated(draft.actions.flatMap(({ entries }) => entries));
        this.#append(['recommendations'], recommendationValue(draft) as unknown as EditValue);
      }
    }
    this.#tellOfMissing();
    return { edits: this.#edits, kept: this.#kept };
  }

  #recommendationOf(draft: DraftRecommendation): Recommendation | undefined {
    const { recommendations } = this.#plan;
    if (draft.idGiven) return recommendations.find(({ id }) => id === draft.id);
    return recommendations.find(({ text }) => sameText(text, draft.fields.text ?? ''));
  }

  #mergeRecommendation(known: Recommendation, draft: DraftRecommendation): void {
    const { path } = known;
    const { fields } = draft;
    this.#text(path, 'theme', known.theme, fields.theme);
    if (fields.text !== '') this.#text(path, 'text', known.text, fields.text);
    this.#text(path, 'agreement', known.agreement, fields.agreement);
    this.#text(path, 'agreed-part', known.agreedPart, fields['agreed-part']);
    this.#text(path, 'response', known.response, fields.response);
    this.#list(path, 'to', known.to, fields.to, spelling);
    this.#list(path, 'standards', known.standards, fields.standards, spelling);
    const { reason } = fields;
    if (known.reason && reason) {
      this.#text(known.reason.path, 'text', known.reason.text, reason.text);
      this.#list(known.reason.path, 'category', known.reason.category, reason.category, spelling);
    } else if (reason) this.#add(path, 'reason', reason as unknown as EditValue);
    this.#notes(path, known.notes, draft);
    this.#empty(`recommendation ${known.id}`, [
      ['theme', known.theme, fields.theme],
      ['agreement', known.agreement, fields.agreement],
      ['agreed-part', known.agreedPart, fields['agreed-part']],
      ['response', known.response, fields.response],
      ['reason', known.reason?.text, reason?.text],
    ]);
    for (const action of draft.actions) {
      const there = known.actions.find(
        (one) =>
          one.id === action.id ||
          (!action.idGiven && sameText(one.action, action.fields.action ?? '')),
      );
      if (there) this.#mergeAction(there, action);
      else {
        refuseUndated(action.entries);
        this.#append([...path, 'actions'], actionValue(action) as unknown as EditValue);
      }
    }
  }

  #mergeAction(known: Action, draft: DraftAction): void {
    const { path } = known;
    const { fields } = draft;
    this.#text(path, 'action', known.action, fields.action);
    this.#text(path, 'measure', known.measure, fields.measure);
    this.#text(path, 'achievable', known.achievable, fields.achievable);
    this.#text(path, 'realistic', known.realistic, fields.realistic);
    this.#list(path, 'owner', known.owner, fields.owner, (name) => this.#ownerKey(name));
    this.#text(path, 'review', known.review?.written, fields.review);
    const raised = known.raised === this.#plan.submitted ? undefined : known.raised.written;
    if (fields.raised !== known.raised.written) this.#text(path, 'raised', raised, fields.raised);
    this.#list(path, 'depends-on', known.dependsOn, fields['depends-on'], spelling);
    this.#list(path, 'tags', known.tags, fields.tags, spelling);
    this.#notes(path, known.notes, draft);
    this.#empty(`action ${known.id}`, [
      ['measure', known.measure, fields.measure],
      ['achievable', known.achievable, fields.achievable],
      ['realistic', known.realistic, fields.realistic],
      ['owner', known.owner.join(), fields.owner && 'given'],
      ['target', known.target?.written, fields.target],
      ['review', known.review?.written, fields.review],
    ]);
    const entries = [...draft.entries];
    const move = this.#firstTarget(known, draft);
    if (move !== undefined) {
      const last = entries.at(-1);
      if (last && last.target === undefined)
        entries[entries.length - 1] = { ...last, target: move };
      else entries.push(this.#moveTo(move, known));
    }
    for (const entry of entries) this.#mergeEntry(known, entry);
  }

  /**
   * The first target is never edited where the table has one column for it: another date there is a
   * move. Beside a column of revised targets, it is the first target that is put right.
   */
  #firstTarget(known: Action, { fields }: DraftAction): string | undefined {
    const { target } = fields;
    if (target === undefined) return undefined;
    if (known.target === undefined) {
      this.#add(known.path, 'target', target);
      return undefined;
    }
    if (this.#sameTarget(known.target.written, target)) return undefined;
    if (this.#fields.has('revised-target')) {
      this.#set([...known.path, 'target'], target);
      return undefined;
    }
    const current = known.progress.findLast((entry) => entry.target)?.target;
    return current && this.#sameTarget(current.written, target) ? undefined : target;
  }

  #moveTo(target: string, { id }: Action): DraftEntry {
    const { asOf } = this.#setting;
    return {
      date: asOf ?? '',
      target,
      text: `Target: ${target}`,
      textMade: true,
      ...(asOf === undefined && { undated: `action ${id}, whose target moves to ${target}` }),
    };
  }

  #mergeEntry(known: Action, draft: DraftEntry): void {
    const at = this.#entryOf(known, draft);
    const state = stateAfter(known, at);
    const status = draft.status === state.status ? undefined : draft.status;
    const moved =
      draft.target === undefined || (state.target && this.#sameTarget(state.target, draft.target))
        ? undefined
        : draft.target;
    const entry = known.progress[at];
    if (!entry) {
      const says = draft.textMade !== true || status !== undefined || moved !== undefined;
      if (!says && !draft.evidence) return;
      refuseUndated([draft]);
      const value = { ...entryValue(draft), ...(moved === undefined && { target: undefined }) };
      this.#append([...known.path, 'progress'], withoutUndefined(value));
      return;
    }
    const { path } = entry;
    if (draft.textMade !== true) this.#text(path, 'text', entry.text, draft.text);
    this.#text(path, 'status', entry.status, status);
    if (draft.completed !== undefined) {
      this.#text(path, 'completed', entry.completed?.written, draft.completed);
    }
    this.#text(path, 'target', entry.target?.written, moved);
    this.#list(path, 'by', entry.by, draft.by, (name) => this.#ownerKey(name));
    const shown = (list: readonly { title: string; href?: string | undefined }[]) =>
      list.map(({ title, href }) => `${title} ${href ?? ''}`.trim()).join('\n');
    if (draft.evidence && shown(draft.evidence) !== shown(entry.evidence)) {
      if (entry.evidence.length > 0)
        this.#edits.push({ op: 'remove', path: [...path, 'evidence'] });
      this.#add(path, 'evidence', draft.evidence as unknown as EditValue);
    }
  }

  /** The entry that a row speaks of: of the same words, else the last one of the same day. */
  #entryOf({ progress }: Action, draft: DraftEntry): number {
    if (draft.textMade !== true) {
      const same = progress.findLastIndex(
        (one) =>
          sameText(one.text, draft.text ?? '') &&
          (draft.undated !== undefined || one.date.written === draft.date),
      );
      if (same >= 0) return same;
    }
    return progress.findLastIndex(
      (one) => draft.undated === undefined && one.date.written === draft.date,
    );
  }

  #text(path: Path, field: string, before: string | undefined, after: string | undefined): void {
    if (after === undefined || (before !== undefined && sameText(before, after))) return;
    if (before === undefined) this.#add(path, field, after);
    else this.#set([...path, field], after);
  }

  #list(
    path: Path,
    field: string,
    before: readonly string[],
    given: string | readonly string[] | undefined,
    keyOf: (name: string) => string,
  ): void {
    if (given === undefined) return;
    const after: readonly string[] = typeof given === 'string' ? [given] : given;
    const keys = before.map(keyOf);
    if (
      new Set([...keys, ...after.map(keyOf)]).size === keys.length &&
      after.length === keys.length
    ) {
      return;
    }
    // Names that stay keep their spelling.
    const names = after.map((name) => before[keys.indexOf(keyOf(name))] ?? name);
    const [only] = names;
    if (before.length === 0) this.#add(path, field, names.length === 1 ? (only ?? '') : names);
    else {
      this.#edits.push({ op: 'remove', path: [...path, field] });
      this.#add(path, field, names.length === 1 ? (only ?? '') : names);
    }
  }

  #notes(
    path: Path,
    before: string | undefined,
    {
      ownNotes,
      notes,
    }: { readonly ownNotes: readonly string[]; readonly notes: readonly string[] },
  ): void {
    const own = ownNotes.join('\n');
    const start =
      own === '' || (before !== undefined && collapsed(before).includes(collapsed(own)))
        ? (before ?? '')
        : own;
    const news = notes.filter((note) => !collapsed(start).includes(collapsed(note)));
    const all = [start, ...news].filter((one) => one !== '').join('\n');
    if (all !== '') this.#text(path, 'notes', before, all);
  }

  #empty(what: string, fields: readonly (readonly [Field, string | undefined, unknown])[]): void {
    for (const [field, before, after] of fields) {
      if (after === undefined && before !== undefined && before !== '' && this.#fields.has(field)) {
        this.#kept.push(`${what}: the cell of ${field} is empty, and the plan keeps what it has`);
      }
    }
  }

  #tellOfMissing(): void {
    for (const recommendation of this.#plan.recommendations) {
      const drafts = this.#imported.recommendations.filter(
        (draft) => this.#recommendationOf(draft) === recommendation,
      );
      if (drafts.length === 0)
        this.#kept.push(`recommendation ${recommendation.id} is not in the table, and stays`);
      const ids = new Set(drafts.flatMap(({ actions }) => actions.map(({ id }) => id)));
      for (const { id } of recommendation.actions) {
        if (drafts.length > 0 && !ids.has(id))
          this.#kept.push(`action ${id} is not in the table, and stays`);
      }
    }
  }

  #ownerKey(name: string): string {
    const { owners } = this.#setting;
    const found = owners?.find(name);
    return found ? `id ${found.id}` : spelling(owners?.organisation(name) ?? name);
  }

  #sameTarget(a: string, b: string): boolean {
    if (a === b) return true;
    const [one, other] = [a, b].map((text) => parseTarget(text, this.#setting.financialYear));
    if (!one || !other || isFault(one) || isFault(other)) return false;
    return one.due !== null && one.due === other.due;
  }

  #set(path: Path, value: string): void {
    this.#edits.push({ op: 'set', path, value });
  }

  #add(path: Path, field: string, value: EditValue): void {
    this.#edits.push({ op: 'add', path, field, value, order: fieldOrder('plan', path) });
  }

  #append(path: Path, value: EditValue): void {
    this.#edits.push({ op: 'append', path, value });
  }
}

/** The status and target that hold after an entry; without one, those that hold now. */
function stateAfter(
  { target, progress }: Action,
  at: number,
): { status: string; target: string | undefined } {
  const until = at < 0 ? progress : progress.slice(0, at + 1);
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

/** Line breaks of a cell and of a file are no difference of words. */
function sameText(a: string, b: string): boolean {
  return collapsed(a) === collapsed(b);
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
