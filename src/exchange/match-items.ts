import type { Action, Recommendation } from '../model/plan.ts';
import type { DraftAction, DraftRecommendation } from './draft.ts';
import { sameText } from './same-words.ts';

interface Draft {
  readonly id: string;
  readonly idGiven: boolean;
}

/**
 * The items of a plan that those of a table are, each one once: by the id the table gives; without
 * one by the words; and where neither is there, by the place in the list, for an item whose words were
 * changed.
 */
function matchItems<Known extends { readonly id: string }, D extends Draft>(
  known: readonly Known[],
  drafts: readonly D[],
  ofSameWords: (draft: D, free: readonly Known[]) => readonly Known[],
  mayBeReworded: (draft: D) => boolean,
): ReadonlyMap<D, Known> {
  const matches = new Map<D, Known>();
  const free = new Set(known);
  const match = (draft: D, found: Known | undefined): void => {
    if (!found || matches.has(draft)) return;
    matches.set(draft, found);
    free.delete(found);
  };
  const byId = (draft: D) => [...free].find(({ id }) => id === draft.id);
  const made = drafts.filter(({ idGiven }) => !idGiven);
  for (const draft of drafts) if (draft.idGiven) match(draft, byId(draft));
  for (const draft of made) {
    const same = ofSameWords(draft, [...free]);
    match(draft, same.find(({ id }) => id === draft.id) ?? same[0]);
  }
  for (const draft of made) if (mayBeReworded(draft)) match(draft, byId(draft));
  return matches;
}

/** The recommendations of a plan that are in a table; one without words is known by its place. */
export function matchRecommendations(
  known: readonly Recommendation[],
  drafts: readonly DraftRecommendation[],
): ReadonlyMap<DraftRecommendation, Recommendation> {
  return matchItems(
    known,
    drafts,
    ({ fields }, free) => {
      const words = fields.text || fields.theme;
      return words === undefined ? [] : free.filter(({ text }) => sameText(text, words));
    },
    ({ fields }) => !fields.text && fields.theme === undefined,
  );
}

/** The actions of a recommendation that are in a table; two of the same words are due on different days. */
export function matchActions(
  known: readonly Action[],
  drafts: readonly DraftAction[],
): ReadonlyMap<DraftAction, Action> {
  return matchItems(
    known,
    drafts,
    ({ fields }, free) => {
      const same = free.filter(({ action }) => sameText(action, fields.action ?? ''));
      const due = same.filter(({ target }) => target?.written === fields.target);
      return due.length > 0 ? due : same;
    },
    () => true,
  );
}
