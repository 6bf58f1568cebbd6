import { fieldOrder } from '../edit/field-order.ts';
import type { Path } from '../model/diagnostic.ts';
import type { Edit, EditValue } from '../model/edit.ts';
import { collapsed, sameText } from './same-words.ts';

/** How a list of names is read of a cell. */
export interface NamesRead {
  /** The same for all spellings of a name. */
  readonly keyOf: (name: string) => string;
  /** What a cell with these names is read as, where that may be other names. */
  readonly asRead?: (names: readonly string[]) => readonly string[];
}

/** The edits that make fields say what a table says: none where they say it already in other words. */
export class FieldEdits {
  readonly edits: Edit[] = [];

  text(path: Path, field: string, before: string | undefined, after: string | undefined): void {
    if (after === undefined || (before !== undefined && sameText(before, after))) return;
    if (before === undefined) this.add(path, field, after);
    else this.set([...path, field], after);
  }

  list(
    path: Path,
    field: string,
    before: readonly string[],
    given: string | readonly string[] | undefined,
    { keyOf, asRead }: NamesRead,
  ): void {
    if (given === undefined) return;
    const after: readonly string[] = typeof given === 'string' ? [given] : given;
    const keys = before.map(keyOf);
    // One that is named twice is named: a table has it once.
    const says = new Set(after.map(keyOf));
    const isSaid = (names: readonly string[]): boolean => {
      const is = new Set(names.map(keyOf));
      return is.size === says.size && [...is].every((key) => says.has(key));
    };
    // A name may hold what parts names in a cell, and comes back from one in parts.
    if (isSaid(before) || (asRead && isSaid(asRead(before)))) return;
    // Names that stay keep their spelling.
    const names = after.map((name) => before[keys.indexOf(keyOf(name))] ?? name);
    const [only] = names;
    if (before.length === 0) this.add(path, field, names.length === 1 ? (only ?? '') : names);
    else {
      this.remove([...path, field]);
      this.add(path, field, names.length === 1 ? (only ?? '') : names);
    }
  }

  notes(
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
    if (all !== '') this.text(path, 'notes', before, all);
  }

  set(path: Path, value: string): void {
    this.edits.push({ op: 'set', path, value });
  }

  add(path: Path, field: string, value: EditValue): void {
    this.edits.push({ op: 'add', path, field, value, order: fieldOrder('plan', path) });
  }

  remove(path: Path): void {
    this.edits.push({ op: 'remove', path });
  }

  append(path: Path, value: EditValue): void {
    this.edits.push({ op: 'append', path, value });
  }
}
