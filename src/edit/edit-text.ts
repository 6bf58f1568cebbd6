import type { Edit } from '../model/edit.ts';
import { YamlDocument } from '../source/document.ts';
import { SourceText } from '../source/text.ts';
import type { Value } from '../source/value.ts';
import { EditError } from './edit-error.ts';
import { editValue, sameValue } from './edit-value.ts';
import { layoutOf } from './layout.ts';
import { type Splice, splice } from './splice.ts';
import { type Sheet, splicesFor } from './splices.ts';
import { styleOf } from './style.ts';

/**
 * Makes edits in a text, one after the other. Only the bytes of what is edited change. The result
 * is read again: it says exactly what was to be changed and nothing else, or nothing is done.
 */
export function editText(text: string, edits: readonly Edit[]): string {
  return edits.reduce(editOnce, text);
}

function editOnce(text: string, edit: Edit): string {
  const before = read(text);
  const expected = editValue(before.value, edit);
  const after = splice(text, splicesOf(text, before, edit));
  checkSays(after, expected, before);
  return after;
}

/** The splices of an edit, for a text known to be sound. */
export function splicesOf(text: string, document: YamlDocument, edit: Edit): Splice[] {
  if (edit.op === 'repair') {
    if (text.slice(edit.at, edit.at + edit.was.length) !== edit.was) throw otherText();
    return splicesFor({} as Sheet, edit);
  }
  if (document.faults.some(({ rule }) => rule === 'yaml-syntax')) throw unsound();
  const layout = layoutOf(text);
  return splicesFor({ layout, style: styleOf(layout) }, edit);
}

/** Reads a text; what is no YAML cannot be edited but for the repair of that. */
export function read(text: string): YamlDocument {
  const document = new YamlDocument(new SourceText(text));
  if (document.value === undefined) throw unsound();
  return document;
}

/** Throws unless a text says what is expected and has no fault that was not there before. */
export function checkSays(text: string, expected: Value | undefined, before: YamlDocument): void {
  const after = new YamlDocument(new SourceText(text));
  if (!sameValue(after.value, expected) || after.faults.length > before.faults.length) {
    throw new EditError(
      'the edit cannot be made here without changing something else',
      'make it by hand',
    );
  }
}

function unsound(): EditError {
  return new EditError(
    'the file has faults of YAML, so it cannot be edited',
    'mend what `actionplan validate` shows first',
  );
}

function otherText(): EditError {
  return new EditError('the text is not the one that was checked', 'run the command again');
}
