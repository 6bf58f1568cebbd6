import { CurrentAction } from './current-action.ts';
import { CurrentRecommendation } from './current-recommendation.ts';
import { type Field, isEntryField, isRecommendationField } from './fields.ts';
import { foldEntries } from './fold-entries.ts';
import type { Folding, RowContext } from './folding.ts';
import type { MappedTable } from './map-columns.ts';
import { placeCell } from './place-cell.ts';
import { dateOrder } from './read-date.ts';
import { isTitle } from './row-parts.ts';
import { type Filled, rowKinds } from './rows.ts';
import { Sections } from './sections.ts';
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

class TableFold {
  readonly #context: RowContext;
  readonly #fields: ReadonlySet<Field>;
  readonly #section: Sections;
  readonly #recommendation: CurrentRecommendation;
  readonly #action: CurrentAction;

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
    this.#action = new CurrentAction(this.#context, this.#fields);
    this.#recommendation = new CurrentRecommendation(
      this.#context,
      this.#fields,
      this.#section,
      () => this.#action.leave(),
    );
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
          const used = this.#recommendation.heading(row.text);
          if (used !== undefined) ledger.put(filled.cell, 'used', '', used);
          else {
            this.#section.heading(row.text, filled);
            // Where no column holds recommendations, a theme stands for one.
            if (!this.#fields.has('recommendation')) this.#recommendation.leave();
          }
        }
        return;
      case 'item':
        this.#item(row.cells);
    }
  }

  /** Text above the table counts where it holds the recommendation that the table answers. */
  #above(text: string): void {
    if (this.#recommendation.isAnswered(text)) this.#recommendation.heading(text);
    else {
      this.#context.remarks.push(
        `above ${this.#context.mapped.table.name}, not read: ${short(text)}`,
      );
    }
  }

  /** The end of the table. */
  close(): void {
    this.#section.close();
  }

  #item(cells: readonly Filled[]): void {
    const { rows } = this.#context;
    const before = this.#recommendation.current;
    const isNew = this.#recommendation.choose(cells);
    const recommendation = this.#recommendation.current;
    if (!recommendation) throw new Error('a row belongs to no recommendation');
    if (recommendation !== before) this.#action.leave();
    const rest = cells.filter(({ field }) => field === undefined || !isRecommendationField(field));
    for (const filled of cells) {
      const { field } = filled;
      if (field === undefined || !isRecommendationField(field)) continue;
      if (field === 'recommendation-id' || field === 'recommendation' || filled.fromAbove) continue;
      setRecommendationField(this.#context, recommendation, field, filled);
    }
    const madeAction = this.#action.choose(recommendation, rest);
    if (isNew || madeAction) rows.items += 1;
    else rows.folded += 1;
    const action = this.#action.current;
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
      else placeCell(this.#context, recommendation, action, filled);
    }
    if (action) foldEntries(this.#context, action, entryCells);
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `"${line.slice(0, 57)}…"` : `"${line}"`;
}
