import type { Edit, EditValue } from '../model/edit.ts';
import { type OwnerDirectory, spelling } from '../model/owner.ts';
import type { Action, Plan, Recommendation } from '../model/plan.ts';
import type { FinancialYear } from '../model/target.ts';
import {
  actionValue,
  type DraftAction,
  type DraftRecommendation,
  leaveUnsaid,
  recommendationValue,
} from './draft.ts';
import { FieldEdits, type NamesRead } from './field-edits.ts';
import type { Field } from './fields.ts';
import { fillEmpty, nameOf } from './fill-empty.ts';
import { type Imported, refuseUndated } from './import-tables.ts';
import { matchActions, matchRecommendations } from './match-items.ts';
import { EntryMerge } from './merge-entries.ts';
import type { Merging } from './merging.ts';
import { nextId } from './read-id.ts';
import { splitNames, splitOwners } from './split-owners.ts';
import { tidy } from './table.ts';

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

/** Names that a plan has in a list, as a cell gives them back. */
const OF_CELLS: NamesRead = {
  keyOf: spelling,
  asRead: (names) => splitOwners(tidy(names.join('\n')), undefined),
};
const OF_LISTS: NamesRead = {
  keyOf: spelling,
  asRead: (names) => splitNames(tidy(names.join('\n'))),
};

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
  readonly #edits = new FieldEdits();
  readonly #merging: Merging;
  readonly #entries: EntryMerge;
  readonly #kept: string[] = [];
  /** The actions of the plan that are in the table, too. */
  readonly #found = new Set<Action>();

  constructor(plan: Plan, imported: Imported, setting: Setting) {
    this.#plan = plan;
    this.#imported = imported;
    const { owners, financialYear, asOf } = setting;
    this.#merging = {
      financialYear,
      asOf,
      fields: new Set(
        imported.tables.flatMap(({ columns }) => columns.flatMap(({ field }) => field ?? [])),
      ),
      owners: {
        keyOf: (name) => {
          const found = owners?.find(name);
          return found ? `id ${found.id}` : spelling(owners?.organisation(name) ?? name);
        },
        asRead: (names) => splitOwners(tidy(names.join('\n')), owners),
      },
      undated: [],
    };
    this.#entries = new EntryMerge(this.#edits, this.#merging);
  }

  merge(): IntoPlan {
    const { recommendations } = this.#imported;
    const matches = matchRecommendations(this.#plan.recommendations, recommendations);
    for (const draft of recommendations) {
      const known = matches.get(draft);
      if (known) this.#mergeRecommendation(known, draft);
      else this.#addRecommendation(draft);
    }
    refuseUndated(this.#merging.undated);
    this.#tellOfMissing(new Set(matches.values()));
    return { edits: this.#edits.edits, kept: this.#kept };
  }

  #addRecommendation(draft: DraftRecommendation): void {
    const ids = [...this.#plan.recommendations, ...this.#imported.recommendations];
    if (!draft.idGiven && this.#plan.recommendations.some(({ id }) => id === draft.id)) {
      const free = nextId(new Set(ids.map(({ id }) => id)), '');
      for (const action of draft.actions) action.id = free + action.id.slice(draft.id.length);
      draft.id = free;
    }
    this.#kept.push(...fillEmpty([draft], nameOf));
    for (const action of draft.actions) leaveUnsaid(action);
    this.#merging.undated.push(...draft.actions.flatMap(({ entries }) => entries));
    this.#edits.append(['recommendations'], recommendationValue(draft) as unknown as EditValue);
  }

  #addAction(known: Recommendation, action: DraftAction, beside: readonly DraftAction[]): void {
    const taken = new Set([...known.actions, ...beside].map(({ id }) => id));
    // An id that was made here may be that of another action there.
    if (!action.idGiven && known.actions.some(({ id }) => id === action.id)) {
      action.id = nextId(taken, `${known.id}.`);
    }
    if (action.fields.action === '') action.fields.action = known.text;
    leaveUnsaid(action);
    this.#merging.undated.push(...action.entries);
    this.#edits.append([...known.path, 'actions'], actionValue(action) as unknown as EditValue);
  }

  #mergeRecommendation(known: Recommendation, draft: DraftRecommendation): void {
    const { path } = known;
    const { fields } = draft;
    this.#edits.text(path, 'theme', known.theme, fields.theme);
    if (fields.text !== '') this.#edits.text(path, 'text', known.text, fields.text);
    this.#edits.text(path, 'agreement', known.agreement, fields.agreement);
    this.#edits.text(path, 'agreed-part', known.agreedPart, fields['agreed-part']);
    this.#edits.text(path, 'response', known.response, fields.response);
    this.#edits.list(path, 'to', known.to, fields.to, OF_CELLS);
    this.#edits.list(path, 'standards', known.standards, fields.standards, OF_CELLS);
    const { reason } = fields;
    if (known.reason && reason) {
      this.#edits.text(known.reason.path, 'text', known.reason.text, reason.text);
      const { path, category } = known.reason;
      this.#edits.list(path, 'category', category, reason.category, { keyOf: spelling });
    } else if (reason) this.#edits.add(path, 'reason', reason as unknown as EditValue);
    this.#edits.notes(path, known.notes, draft);
    this.#empty(`recommendation ${known.id}`, [
      ['theme', known.theme, fields.theme],
      ['agreement', known.agreement, fields.agreement],
      ['agreed-part', known.agreedPart, fields['agreed-part']],
      ['response', known.response, fields.response],
      ['reason', known.reason?.text, reason?.text],
    ]);
    const matches = matchActions(known.actions, draft.actions);
    for (const action of draft.actions) {
      const there = matches.get(action);
      if (there) {
        this.#found.add(there);
        this.#mergeAction(there, action);
      } else this.#addAction(known, action, draft.actions);
    }
  }

  #mergeAction(known: Action, draft: DraftAction): void {
    const { path } = known;
    const { fields } = draft;
    if (fields.action !== '') this.#edits.text(path, 'action', known.action, fields.action);
    this.#edits.text(path, 'measure', known.measure, fields.measure);
    this.#edits.text(path, 'achievable', known.achievable, fields.achievable);
    this.#edits.text(path, 'realistic', known.realistic, fields.realistic);
    this.#edits.list(path, 'owner', known.owner, fields.owner, this.#merging.owners);
    this.#edits.text(path, 'review', known.review?.written, fields.review);
    const raised = known.raised === this.#plan.submitted ? undefined : known.raised.written;
    if (fields.raised !== known.raised.written)
      this.#edits.text(path, 'raised', raised, fields.raised);
    this.#edits.list(path, 'depends-on', known.dependsOn, fields['depends-on'], {
      keyOf: spelling,
    });
    this.#edits.list(path, 'tags', known.tags, fields.tags, OF_LISTS);
    this.#edits.notes(path, known.notes, draft);
    this.#empty(`action ${known.id}`, [
      ['measure', known.measure, fields.measure],
      ['achievable', known.achievable, fields.achievable],
      ['realistic', known.realistic, fields.realistic],
      ['owner', known.owner.join(), fields.owner && 'given'],
      ['target', known.target?.written, fields.target],
      ['review', known.review?.written, fields.review],
    ]);
    this.#entries.merge(known, draft);
  }

  #empty(what: string, fields: readonly (readonly [Field, string | undefined, unknown])[]): void {
    for (const [field, before, after] of fields) {
      if (
        after === undefined &&
        before !== undefined &&
        before !== '' &&
        this.#merging.fields.has(field)
      ) {
        this.#kept.push(`${what}: the cell of ${field} is empty, and the plan keeps what it has`);
      }
    }
  }

  #tellOfMissing(found: ReadonlySet<Recommendation>): void {
    for (const recommendation of this.#plan.recommendations) {
      const isThere = found.has(recommendation);
      if (!isThere)
        this.#kept.push(`recommendation ${recommendation.id} is not in the table, and stays`);
      for (const action of recommendation.actions) {
        if (isThere && !this.#found.has(action))
          this.#kept.push(`action ${action.id} is not in the table, and stays`);
      }
    }
  }
}
