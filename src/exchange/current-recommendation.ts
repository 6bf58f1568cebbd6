import type { DraftRecommendation } from './draft.ts';
import { type Field } from './fields.ts';
import { keepInNotes, type RowContext } from './folding.ts';
import type { Outcome } from './ledger.ts';
import { nextId, readId } from './read-id.ts';
import type { Filled } from './rows.ts';
import type { Sections } from './sections.ts';
import { hasText } from './table.ts';

/** "Recommendation 3: …", or a goal that is numbered, over the rows that answer it. */
const NUMBERED =
  /^(?:recommendation|key concern|finding|learning point|action|commitment|goal|objective|priority)\s+([A-Za-z]?\d[\w.]*)\s*[:.–-]?\s*([\s\S]*)$/i;

/** The recommendation that the rows of a table are about, one after the other. */
export class CurrentRecommendation {
  readonly #context: RowContext;
  readonly #fields: ReadonlySet<Field>;
  readonly #section: Sections;
  readonly #onStart: () => void;
  #current: DraftRecommendation | undefined;

  constructor(
    context: RowContext,
    fields: ReadonlySet<Field>,
    section: Sections,
    onStart: () => void,
  ) {
    this.#context = context;
    this.#fields = fields;
    this.#section = section;
    this.#onStart = onStart;
  }

  get current(): DraftRecommendation | undefined {
    return this.#current;
  }

  /** What follows belongs to none that has been. */
  leave(): void {
    this.#current = undefined;
  }

  /** Whether a text above the table is a recommendation that it answers, or its words. */
  isAnswered(text: string): boolean {
    const isText = this.#current?.fields.text === '';
    return !this.#fields.has('recommendation') && (isText || NUMBERED.test(text));
  }

  /** A heading that is a recommendation, or its words; undefined for any other. */
  heading(text: string): string | undefined {
    if (this.#fields.has('recommendation')) return undefined;
    const numbered = NUMBERED.exec(text);
    const id = numbered && readId(numbered[1] ?? '');
    if (id) {
      this.#start(id, true, undefined);
      if (numbered[2]) this.#textOf(numbered[2]);
      return `recommendation ${id}`;
    }
    // The words of a recommendation stand below its number.
    if (this.#current?.fields.text !== '') return undefined;
    this.#textOf(text);
    return `text of recommendation ${this.#current.id}`;
  }

  #textOf(text: string): void {
    const current = this.#current;
    if (current) Object.assign(current.fields, { text });
  }

  /** Finds the recommendation of a row, or begins one; whether it began one. */
  choose(cells: readonly Filled[]): boolean {
    const idCell = cells.find(({ field }) => field === 'recommendation-id');
    const textCell = cells.find(({ field }) => field === 'recommendation');
    const written = textCell?.cell.text ?? '';
    const fromAction = this.#fields.has('recommendation-id')
      ? undefined
      : cells.find(({ field }) => field === 'action-id');
    const id =
      (idCell && readId(idCell.cell.text, this.#context.ids)) ??
      (fromAction &&
        /^(.+)\.[^.]+$/.exec(readId(fromAction.cell.text, this.#context.ids) ?? '')?.[1]);
    this.#followTheme(cells);
    const current = this.#current;
    const found = this.#find(id, written);
    const isNew = !found;
    if (found) this.#current = found;
    else this.#start(id ?? nextId(this.#taken(), ''), id !== undefined, written);
    const chosen = this.#current ?? current;
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
    this.#current = undefined;
  }

  #find(id: string | undefined, written: string): DraftRecommendation | undefined {
    const { recommendations } = this.#context;
    if (id !== undefined) return recommendations.find((one) => one.id === id);
    if (written !== '') return recommendations.find(({ fields }) => fields.text === written);
    return this.#current ?? this.#ofSection();
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
    this.#current = existing ?? {
      id,
      idGiven,
      fields: { ...this.#section.fields(), text: text ?? '' },
      ownNotes: [],
      notes: [],
      actions: [],
    };
    if (!existing) this.#context.recommendations.push(this.#current);
    this.#onStart();
  }

  #taken(): ReadonlySet<string> {
    return new Set(this.#context.recommendations.map(({ id }) => id));
  }

  #put({ cell, heading }: Filled, outcome: Outcome, detail = ''): void {
    this.#context.ledger.put(cell, outcome, heading, detail);
  }

  #note(notes: string[], filled: Filled, outcome: Outcome, detail: string): void {
    keepInNotes(this.#context, notes, filled, outcome, detail);
  }
}
