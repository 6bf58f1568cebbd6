import type { Action } from '../model/plan.ts';
import type { DraftAction } from './draft.ts';
import { sameText } from './same-words.ts';

/**
 * The actions of a plan that those of a table are, each one once: by the id the table gives; without
 * one by the words, and of two that have the same by when they are due; and where neither is there, by the
 * place in the list, for an action whose words were changed.
 */
export function matchActions(
  known: readonly Action[],
  drafts: readonly DraftAction[],
): ReadonlyMap<DraftAction, Action> {
  const matches = new Map<DraftAction, Action>();
  const free = new Set(known);
  const match = (draft: DraftAction, found: Action | undefined): void => {
    if (!found || matches.has(draft)) return;
    matches.set(draft, found);
    free.delete(found);
  };
  const byId = (draft: DraftAction) => [...free].find(({ id }) => id === draft.id);
  const made = drafts.filter(({ idGiven }) => !idGiven);
  for (const draft of drafts) if (draft.idGiven) match(draft, byId(draft));
  for (const draft of made) {
    const same = [...free].filter(({ action }) => sameText(action, draft.fields.action ?? ''));
    // Two of the same words are due on different days.
    const due = same.filter(({ target }) => target?.written === draft.fields.target);
    const among = due.length > 0 ? due : same;
    match(draft, among.find(({ id }) => id === draft.id) ?? among[0]);
  }
  for (const draft of made) match(draft, byId(draft));
  return matches;
}
