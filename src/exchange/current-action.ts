import type { DraftAction, DraftRecommendation } from './draft.ts';
import type { Field } from './fields.ts';
import { keepInNotes, type RowContext } from './folding.ts';
import type { Outcome } from './ledger.ts';
import { readTarget } from './read-date.ts';
import { nextId, readId } from './read-id.ts';
import { actionId, isOfAction, numberedText } from './row-parts.ts';
import type { Filled } from './rows.ts';
import { hasText } from './table.ts';

const NO_ACTIONS =
  'no column holds actions: what a recommendation asks for stands as its action, too';

/** The action that the rows of a table are about, one after the other. */
export class CurrentAction {
  readonly #context: RowContext;
  readonly #fields: ReadonlySet<Field>;
  #current: DraftAction | undefined;

  constructor(context: RowContext, fields: ReadonlySet<Field>) {
    this.#context = context;
    this.#fields = fields;
  }

  get current(): DraftAction | undefined {
    return this.#current;
  }

  /** A recommendation of its own begins: what follows says nothing of the action before. */
  leave(): void {
    this.#current = undefined;
  }

  /** Finds the action of a row, or begins one; whether it began one. */
  choose(recommendation: DraftRecommendation, rest: readonly Filled[]): boolean {
    const found = rest.find(({ field }) => field === 'action');
    const textCell = found && hasText(found.cell.text) ? found : undefined;
    if (found && !textCell && !found.fromAbove) {
      this.#note(recommendation.notes, found, 'not understood', 'all of it is struck through');
    }
    const idCell = rest.find(({ field }) => field === 'action-id');
    const says = rest.some(({ field, fromAbove }) => isOfAction(field) && !fromAbove);
    const hasColumn = this.#fields.has('action');
    if (!hasColumn && says && !this.#current) {
      const [there] = recommendation.actions;
      // The recommendation is itself what is to be done, and followed as such.
      const text = recommendation.fields.text ?? '';
      this.#current = there ?? this.#begin(recommendation, idCell, { text, id: undefined });
      this.#tellOnce(NO_ACTIONS);
      if (!there) return false;
    }
    if (!textCell) {
      if (idCell && !idCell.fromAbove) {
        const known = this.#byId(recommendation, idCell);
        if (known) this.#current = known;
        if (known) this.#put(idCell, 'repeated', `action ${known.id}`);
        else
          this.#note(recommendation.notes, idCell, 'not understood', 'no action stands beside it');
      }
      // A row that begins a recommendation does not go on about the action of another.
      return false;
    }
    const hasOwnId = idCell !== undefined && !idCell.fromAbove;
    if (textCell.fromAbove && this.#current && !hasOwnId) return false;
    const { text, numbered } = numberedText(textCell.cell.text, recommendation, idCell);
    const byId = idCell && this.#byId(recommendation, idCell);
    const known = idCell
      ? byId
      : recommendation.actions.find(
          (one) => one.fields.action === text && !this.#isDueOtherwise(one, rest),
        );
    if (known && known.fields.action === text) {
      this.#current = known;
      for (const filled of [textCell, idCell]) {
        if (filled && !filled.fromAbove) this.#put(filled, 'repeated', `action ${known.id}`);
      }
      return false;
    }
    this.#current = this.#begin(recommendation, idCell, { text, id: numbered });
    if (!textCell.fromAbove) this.#put(textCell, 'used', `action ${this.#current.id}`);
    return true;
  }

  /** Two actions of one recommendation may have the same words and be due on different days. */
  #isDueOtherwise({ fields }: DraftAction, rest: readonly Filled[]): boolean {
    const filled = rest.find(({ field }) => field === 'target');
    if (!filled || filled.fromAbove || fields.target === undefined) return false;
    const { cell } = filled;
    const { orderOf, financialYear } = this.#context;
    const text = cell.struck === '' ? cell.text : cell.struck;
    const reading = readTarget(cell.day ?? text, orderOf(filled), financialYear);
    return 'form' in reading && reading.form !== fields.target;
  }

  #byId(recommendation: DraftRecommendation, idCell: Filled): DraftAction | undefined {
    const id = actionId(recommendation, readId(idCell.cell.text, this.#context.ids));
    return recommendation.actions.find((one) => one.id === id);
  }

  #begin(
    recommendation: DraftRecommendation,
    idCell: Filled | undefined,
    { text, id }: { text: string; id: string | undefined },
  ): DraftAction {
    const taken = new Set(recommendation.actions.map((one) => one.id));
    const given = actionId(
      recommendation,
      idCell ? readId(idCell.cell.text, this.#context.ids) : id,
    );
    const free = given !== undefined && !taken.has(given) ? given : undefined;
    const action: DraftAction = {
      id: free ?? nextId(taken, `${recommendation.id}.`),
      idGiven: free !== undefined,
      fields: { action: text },
      ownNotes: [],
      notes: [],
      entries: [],
    };
    recommendation.actions.push(action);
    if (idCell && !idCell.fromAbove) {
      if (free !== undefined) this.#put(idCell, 'used', `action ${free}`);
      else {
        const why =
          given === undefined ? 'no id can be made of it' : `${given} is the id of another action`;
        this.#note(action.notes, idCell, 'not understood', `${why}; the action is ${action.id}`);
      }
    }
    return action;
  }

  #tellOnce(remark: string): void {
    const { remarks } = this.#context;
    if (!remarks.includes(remark)) remarks.push(remark);
  }

  #put({ cell, heading }: Filled, outcome: Outcome, detail = ''): void {
    this.#context.ledger.put(cell, outcome, heading, detail);
  }

  #note(notes: string[], filled: Filled, outcome: Outcome, detail: string): void {
    keepInNotes(this.#context, notes, filled, outcome, detail);
  }
}
