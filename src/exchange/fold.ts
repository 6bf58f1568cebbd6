import type { DraftAction, DraftRecommendation } from './draft.ts';
import { type Field, isEntryField, isRecommendationField } from './fields.ts';
import { foldEntries } from './fold-entries.ts';
import { type Folding, keepInNotes, type RowContext } from './folding.ts';
import type { Outcome } from './ledger.ts';
import type { MappedTable } from './map-columns.ts';
import { dateOrder, readTarget } from './read-date.ts';
import { nextId, readId } from './read-id.ts';
import { actionId, isAction, isOfAction, isTitle, numberedText } from './row-parts.ts';
import { type Filled, rowKinds } from './rows.ts';
import { Sections } from './sections.ts';
import { setActionField } from './set-action-field.ts';
import { setRecommendationField } from './set-recommendation-field.ts';
import { hasText } from './table.ts';

/** Reads the rows of a table into recommendations and actions. */
export function foldTable(folding: Folding, mapped: MappedTable): void {
  const { table, header } = mapped;
  const { ledger, rows } = folding;
  ledger.take(table);
  const fold = new TableFold(folding, mapped);
  const kindOf = rowKinds(mapped);
  for (const row of table.rows) {
    rows.read += 1;
    const own = row.cells.filter((cell) => ledger.has(cell));
    if (row.number < header.number) {
      rows.above += 1;
      for (const cell of own) ledger.put(cell, 'outside', '', 'above the table');
    } else if (row === header) {
      rows.headings += 1;
      for (const cell of own) ledger.put(cell, 'heading', cell.text);
    } else fold.row(kindOf(row));
  }
  fold.close();
}

const NO_ACTIONS =
  'no column holds actions: what a recommendation asks for stands as its action, too';

/** "Recommendation 3: …", or a goal that is numbered, over the rows that answer it. */
const NUMBERED =
  /^(?:recommendation|key concern|finding|learning point|action|commitment|goal|objective|priority)\s+([A-Za-z]?\d[\w.]*)\s*[:.–-]?\s*([\s\S]*)$/i;

class TableFold {
  readonly #context: RowContext;
  readonly #fields: ReadonlySet<Field>;
  readonly #section: Sections;
  #recommendation: DraftRecommendation | undefined;
  #action: DraftAction | undefined;

  constructor(folding: Folding, mapped: MappedTable) {
    const { table, columns } = mapped;
    const orders = new Map(
      columns.map(({ column }) => [
        column,
        dateOrder(
          table.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column)),
          folding.profile.dates,
        ),
      ]),
    );
    this.#context = { ...folding, mapped, orderOf: ({ cell }) => orders.get(cell.column) };
    this.#fields = new Set(columns.flatMap(({ field }) => field ?? []));
    this.#section = new Sections(folding.ledger);
    for (const { text } of table.above) this.#above(text);
  }

  row(row: ReturnType<ReturnType<typeof rowKinds>>): void {
    const { rows, ledger } = this.#context;
    switch (row.kind) {
      case 'blank':
        rows.blank += 1;
        return;
      case 'repeated heading':
        rows.headings += 1;
        for (const { cell, heading } of row.cells) ledger.put(cell, 'repeated', heading);
        return;
      case 'section':
        rows.sections += 1;
        for (const filled of row.cells) {
          const used = this.#heading(row.text);
          if (used !== undefined) ledger.put(filled.cell, 'used', '', used);
          else {
            this.#section.heading(row.text, filled);
            // Where no column holds recommendations, a theme stands for one.
            if (!this.#fields.has('recommendation')) this.#recommendation = undefined;
          }
        }
        return;
      case 'item':
        this.#item(row.cells);
    }
  }

  /** Text above the table counts where it holds the recommendation that the table answers. */
  #above(text: string): void {
    const isText = this.#recommendation?.fields.text === '';
    if (!this.#fields.has('recommendation') && (isText || NUMBERED.test(text))) this.#heading(text);
    else
      this.#context.remarks.push(
        `above ${this.#context.mapped.table.name}, not read: ${short(text)}`,
      );
  }

  /** The end of the table. */
  close(): void {
    this.#section.close();
  }

  /** A heading that is a recommendation, or its words; undefined for any other. */
  #heading(text: string): string | undefined {
    if (this.#fields.has('recommendation')) return undefined;
    const numbered = NUMBERED.exec(text);
    const id = numbered && readId(numbered[1] ?? '');
    if (id) {
      this.#start(id, true, undefined);
      if (numbered[2]) this.#textOf(numbered[2]);
      return `recommendation ${id}`;
    }
    // The words of a recommendation stand below its number.
    if (this.#recommendation?.fields.text !== '') return undefined;
    this.#textOf(text);
    return `text of recommendation ${this.#recommendation.id}`;
  }

  #textOf(text: string): void {
    const current = this.#recommendation;
    if (current) Object.assign(current.fields, { text });
  }

  #item(cells: readonly Filled[]): void {
    const { rows } = this.#context;
    const before = this.#recommendation;
    const isNew = this.#chooseRecommendation(cells);
    const recommendation = this.#recommendation;
    if (!recommendation) throw new Error('a row belongs to no recommendation');
    if (recommendation !== before) this.#action = undefined;
    const rest = cells.filter(({ field }) => field === undefined || !isRecommendationField(field));
    for (const filled of cells) {
      const { field } = filled;
      if (field === undefined || !isRecommendationField(field)) continue;
      if (field === 'recommendation-id' || field === 'recommendation' || filled.fromAbove) continue;
      setRecommendationField(this.#context, recommendation, field, filled);
    }
    const madeAction = this.#chooseAction(recommendation, rest);
    if (isNew || madeAction) rows.items += 1;
    else rows.folded += 1;
    const action = this.#action;
    for (const { field, cell, heading, fromAbove } of cells) {
      if (fromAbove || cell.struck === '' || !hasText(cell.text) || !isTitle(field)) continue;
      const { notes } = field === 'action' && action ? action : recommendation;
      notes.push(`${heading}: ${cell.struck} (struck through)`);
    }
    const entryCells: Filled[] = [];
    for (const filled of rest) {
      const { field } = filled;
      if (field === 'action' || field === 'action-id') continue;
      if (field !== undefined && isEntryField(field) && action) entryCells.push(filled);
      else this.#place(recommendation, action, filled);
    }
    if (action) foldEntries(this.#context, action, entryCells);
  }

  /** Finds the recommendation of a row, or begins one; whether it began one. */
  #chooseRecommendation(cells: readonly Filled[]): boolean {
    const idCell = cells.find(({ field }) => field === 'recommendation-id');
    const textCell = cells.find(({ field }) => field === 'recommendation');
    const written = textCell?.cell.text ?? '';
    const fromAction = this.#fields.has('recommendation-id')
      ? undefined
      : cells.find(({ field }) => field === 'action-id');
    const id =
      (idCell && readId(idCell.cell.text)) ??
      (fromAction && /^(.+)\.[^.]+$/.exec(readId(fromAction.cell.text) ?? '')?.[1]);
    this.#followTheme(cells);
    const current = this.#recommendation;
    const found = this.#find(id, written);
    const isNew = !found;
    if (found) this.#recommendation = found;
    else this.#start(id ?? nextId(this.#taken(), ''), id !== undefined, written);
    const chosen = this.#recommendation ?? current;
    if (idCell && !idCell.fromAbove) {
      if (id !== undefined) this.#put(idCell, isNew ? 'used' : 'repeated', `id ${chosen?.id}`);
      else this.#note(chosen?.notes ?? [], idCell, 'not understood', 'no id can be made of it');
    }
    if (textCell && !textCell.fromAbove) {
      if (!hasText(written)) {
        this.#note(chosen?.notes ?? [], textCell, 'not understood', 'all of it is struck through');
      } else if (isNew) this.#put(textCell, 'used', `recommendation ${chosen?.id}`);
      else if (written === chosen?.fields.text) {
        this.#put(textCell, 'repeated', `recommendation ${chosen.id}`);
      } else if (chosen?.fields.text === '') {
        this.#textOf(written);
        this.#put(textCell, 'used', `recommendation ${chosen.id}`);
      } else {
        this.#note(
          chosen?.notes ?? [],
          textCell,
          'not understood',
          `recommendation ${chosen?.id} has other words already`,
        );
      }
    }
    return isNew;
  }

  /** A column of themes says what belongs together where none holds recommendations. */
  #followTheme(cells: readonly Filled[]): void {
    if (this.#fields.has('recommendation') || this.#fields.has('recommendation-id')) return;
    const theme = cells.find(({ field }) => field === 'theme')?.cell.text;
    if (theme === undefined || theme === this.#section.theme) return;
    this.#section.theme = theme;
    this.#recommendation = undefined;
  }

  #find(id: string | undefined, written: string): DraftRecommendation | undefined {
    const { recommendations } = this.#context;
    if (id !== undefined) return recommendations.find((one) => one.id === id);
    if (written !== '') return recommendations.find(({ fields }) => fields.text === written);
    return this.#recommendation ?? this.#ofSection();
  }

  /** Where no column holds recommendations, those of one theme stand under it. */
  #ofSection(): DraftRecommendation | undefined {
    if (this.#fields.has('recommendation')) return undefined;
    const { theme } = this.#section;
    return this.#context.recommendations.find(
      ({ fields }) => theme !== undefined && fields.theme === theme,
    );
  }

  #start(id: string, idGiven: boolean, text: string | undefined): void {
    const existing = this.#context.recommendations.find((one) => one.id === id);
    this.#recommendation = existing ?? {
      id,
      idGiven,
      fields: { ...this.#section.fields(), text: text ?? '' },
      ownNotes: [],
      notes: [],
      actions: [],
    };
    if (!existing) this.#context.recommendations.push(this.#recommendation);
    this.#action = undefined;
  }

  #taken(): ReadonlySet<string> {
    return new Set(this.#context.recommendations.map(({ id }) => id));
  }

  /** Finds the action of a row, or begins one; whether it began one. */
  #chooseAction(recommendation: DraftRecommendation, rest: readonly Filled[]): boolean {
    const found = rest.find(({ field }) => field === 'action');
    const textCell = found && hasText(found.cell.text) ? found : undefined;
    if (found && !textCell && !found.fromAbove) {
      this.#note(recommendation.notes, found, 'not understood', 'all of it is struck through');
    }
    const idCell = rest.find(({ field }) => field === 'action-id');
    const says = rest.some(({ field, fromAbove }) => isOfAction(field) && !fromAbove);
    const hasColumn = this.#fields.has('action');
    if (!hasColumn && says && !this.#action) {
      const [there] = recommendation.actions;
      // The recommendation is itself what is to be done, and followed as such.
      const text = recommendation.fields.text ?? '';
      this.#action = there ?? this.#begin(recommendation, idCell, { text, id: undefined });
      this.#tellOnce(NO_ACTIONS);
      if (!there) return false;
    }
    if (!textCell) {
      if (idCell && !idCell.fromAbove) {
        const known = this.#byId(recommendation, idCell);
        if (known) this.#action = known;
        if (known) this.#put(idCell, 'repeated', `action ${known.id}`);
        else
          this.#note(recommendation.notes, idCell, 'not understood', 'no action stands beside it');
      }
      // A row that begins a recommendation does not go on about the action of another.
      return false;
    }
    const hasOwnId = idCell !== undefined && !idCell.fromAbove;
    if (textCell.fromAbove && this.#action && !hasOwnId) return false;
    const { text, numbered } = numberedText(textCell.cell.text, recommendation, idCell);
    const byId = idCell && this.#byId(recommendation, idCell);
    const known = idCell
      ? byId
      : recommendation.actions.find(
          (one) => one.fields.action === text && !this.#isDueOtherwise(one, rest),
        );
    if (known && known.fields.action === text) {
      this.#action = known;
      for (const filled of [textCell, idCell]) {
        if (filled && !filled.fromAbove) this.#put(filled, 'repeated', `action ${known.id}`);
      }
      return false;
    }
    this.#action = this.#begin(recommendation, idCell, { text, id: numbered });
    if (!textCell.fromAbove) this.#put(textCell, 'used', `action ${this.#action.id}`);
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
    const id = actionId(recommendation, readId(idCell.cell.text));
    return recommendation.actions.find((one) => one.id === id);
  }

  #begin(
    recommendation: DraftRecommendation,
    idCell: Filled | undefined,
    { text, id }: { text: string; id: string | undefined },
  ): DraftAction {
    const taken = new Set(recommendation.actions.map((one) => one.id));
    const given = actionId(recommendation, idCell ? readId(idCell.cell.text) : id);
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

  /** A cell of the action or of no field at all. */
  #place(
    recommendation: DraftRecommendation,
    action: DraftAction | undefined,
    filled: Filled,
  ): void {
    const { field, fromAbove } = filled;
    if (field === 'ignore' || field === 'rag') {
      if (!fromAbove) this.#put(filled, field === 'rag' ? 'worked out' : 'ignored');
      return;
    }
    if (field === undefined) {
      const { notes } = action ?? recommendation;
      if (!fromAbove) this.#note(notes, filled, 'noted', 'no field for it');
      return;
    }
    if (isAction(field) && field !== 'action' && field !== 'action-id' && action) {
      setActionField(this.#context, action, field, filled);
      return;
    }
    if (!fromAbove) {
      this.#note(recommendation.notes, filled, 'not understood', 'no action stands beside it');
    }
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

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `"${line.slice(0, 57)}…"` : `"${line}"`;
}
