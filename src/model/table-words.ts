/**
 * What the columns of published tables are called, by the field of the format that holds what they
 * hold; and what is written in them, by its value. They are suggested, and never taken for what is
 * meant: only the writer knows.
 */

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  owner: ['lead', 'action-owner', 'responsible', 'responsibility', 'responsible-officer', 'who'],
  target: ['deadline', 'due', 'due-date', 'target-date', 'timescale', 'by-when', 'when'],
  measure: ['success', 'success-measure', 'success-criteria', 'outcome', 'output', 'kpi'],
  notes: ['comment', 'comments', 'remarks', 'note'],
  progress: ['update', 'updates', 'status', 'rag', 'completed', 'complete', 'done'],
  text: ['recommendation', 'wording', 'description'],
  agreement: ['accepted', 'agreed', 'acceptance'],
  reason: ['rationale', 'justification'],
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  agreed: ['accepted', 'accept', 'accepted-in-full', 'fully-agreed', 'fully-accepted', 'yes'],
  'partly-agreed': ['partially-accepted', 'partly-accepted', 'accepted-in-part', 'agreed-in-part'],
  'not-agreed': ['not-accepted', 'rejected', 'reject', 'disagreed', 'disagree', 'no'],
  'not-started': ['not-yet-started', 'not-begun', 'open'],
  'in-progress': ['ongoing', 'on-going', 'underway', 'under-way', 'started', 'on-track'],
  paused: ['on-hold', 'suspended'],
  complete: ['done', 'closed', 'finished', 'delivered', 'implemented'],
  withdrawn: ['cancelled', 'dropped', 'no-longer-needed'],
};

/** The field of the format that holds what such a column holds, where one of these does. */
export function fieldOfColumn(column: string, fields: readonly string[]): string | undefined {
  return lookUp(FIELDS, column, fields);
}

/** The value that means what such a word means, where one of these does. */
export function valueOfWord(word: string, values: readonly string[]): string | undefined {
  return lookUp(VALUES, word, values);
}

function lookUp(
  words: Readonly<Record<string, readonly string[]>>,
  written: string,
  known: readonly string[],
): string | undefined {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return known.find(
    (name) => Object.hasOwn(words, name) && (words[name] ?? []).some((word) => word === plain),
  );
}
