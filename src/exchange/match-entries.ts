import type { Entry } from '../model/plan.ts';
import type { DraftEntry } from './draft.ts';
import { sameEvidence } from './evidence.ts';
import { sameText } from './same-words.ts';

/**
 * The places in a log of the entries that a table tells of, each one once: one that says just the
 * same, else of the same words, else the last one of the same day, whose words were changed.
 */
export function matchEntries(
  progress: readonly Entry[],
  drafts: readonly DraftEntry[],
): ReadonlyMap<DraftEntry, number> {
  const places = new Map<DraftEntry, number>();
  const taken = new Set<number>();
  const match = (fits: (entry: Entry, draft: DraftEntry) => boolean): void => {
    for (const draft of drafts) {
      if (places.has(draft)) continue;
      const at = progress.findLastIndex((entry, index) => !taken.has(index) && fits(entry, draft));
      if (at < 0) continue;
      places.set(draft, at);
      taken.add(at);
    }
  };
  const isOfDay = (entry: Entry, { undated, date }: DraftEntry) =>
    undated === undefined && entry.date.written === date;
  const hasWords = (entry: Entry, draft: DraftEntry) =>
    sameText(entry.text, draft.text ?? '') &&
    // Words made here, of no day, may have been made of an earlier cell, too.
    (isOfDay(entry, draft) || (draft.undated !== undefined && draft.textMade !== true));
  const saysSame = (entry: Entry, draft: DraftEntry) =>
    hasWords(entry, draft) && sameEvidence(entry.evidence, draft.evidence ?? []);
  match(
    (entry, draft) =>
      saysSame(entry, draft) &&
      entry.status === draft.status &&
      entry.target?.written === draft.target,
  );
  match(saysSame);
  match(hasWords);
  match(isOfDay);
  return places;
}
