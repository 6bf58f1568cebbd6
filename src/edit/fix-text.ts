import type { Edit } from '../model/edit.ts';
import { YamlDocument } from '../source/document.ts';
import { SourceText } from '../source/text.ts';
import { EditError } from './edit-error.ts';
import { checkSays, splicesOf } from './edit-text.ts';
import { editValue, sameValue } from './edit-value.ts';
import { overlaps, type Splice, splice } from './splice.ts';

/** A text with repairs made in it, and which of them were. */
export interface Fixed {
  readonly text: string;
  readonly made: readonly Edit[];
}

/**
 * Makes as many repairs in one go as do not touch each other; the rest is for another look at the
 * file. What cannot be repaired without risk to something else is left.
 */
export function fixText(text: string, edits: readonly Edit[]): Fixed {
  const repairs = edits.filter(({ op }) => op === 'repair');
  // What is no YAML yet has no values to edit.
  const wanted = distinct(repairs.length > 0 ? repairs : edits);
  return together(text, wanted) ?? oneByOne(text, wanted);
}

function together(text: string, edits: readonly Edit[]): Fixed | undefined {
  const document = new YamlDocument(new SourceText(text));
  const chosen: Splice[] = [];
  const made: Edit[] = [];
  let expected = document.value;
  try {
    for (const edit of edits) {
      const splices = splicesOf(text, document, edit);
      if (overlaps(splices, chosen)) continue;
      expected = editValue(expected, edit);
      chosen.push(...splices);
      made.push(edit);
    }
    const fixed = splice(text, chosen);
    if (fixed === text) return { text, made: [] };
    if (edits.some(({ op }) => op === 'repair')) checkMended(fixed, document);
    else checkSays(fixed, expected, document);
    return { text: fixed, made };
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}

/** A repaired text has fewer faults, and says what the reader took the faulty one to say. */
function checkMended(text: string, before: YamlDocument): void {
  const after = new YamlDocument(new SourceText(text));
  const same = before.value === undefined || sameValue(after.value, before.value);
  if (same && after.faults.length < before.faults.length) return;
  throw new EditError('the repair does not mend the file');
}

function oneByOne(text: string, edits: readonly Edit[]): Fixed {
  for (const edit of edits) {
    const alone = together(text, [edit]);
    if (alone && alone.made.length > 0) return alone;
  }
  return { text, made: [] };
}

/** Several findings may ask for the same repair. */
function distinct(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
