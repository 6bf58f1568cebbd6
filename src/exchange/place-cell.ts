import type { DraftAction, DraftRecommendation } from './draft.ts';
import { keepInNotes, type RowContext } from './folding.ts';
import { isAction } from './row-parts.ts';
import type { Filled } from './rows.ts';
import { setActionField } from './set-action-field.ts';

/** Gives a cell its place: it is of the action, or of no field at all. */
export function placeCell(
  context: RowContext,
  recommendation: DraftRecommendation,
  action: DraftAction | undefined,
  filled: Filled,
): void {
  const { field, fromAbove } = filled;
  if (field === 'ignore' || field === 'rag') {
    if (!fromAbove)
      context.ledger.put(filled.cell, field === 'rag' ? 'worked out' : 'ignored', filled.heading);
    return;
  }
  if (field === undefined) {
    const { notes } = action ?? recommendation;
    if (!fromAbove) keepInNotes(context, notes, filled, 'noted', 'no field for it');
    return;
  }
  if (isAction(field) && field !== 'action' && field !== 'action-id' && action) {
    setActionField(context, action, field, filled);
    return;
  }
  if (!fromAbove) {
    keepInNotes(
      context,
      recommendation.notes,
      filled,
      'not understood',
      'no action stands beside it',
    );
  }
}
