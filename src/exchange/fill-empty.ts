import type { DraftRecommendation } from './draft.ts';

/** What a recommendation is called that has no words. */
export function nameOf({ id }: DraftRecommendation): string {
  return `Recommendation ${id}`;
}

/**
 * Gives words to recommendations that have none in the table, and so to actions that stand for them;
 * what was taken is told.
 */
export function fillEmpty(
  recommendations: readonly DraftRecommendation[],
  otherwise: (recommendation: DraftRecommendation) => string,
): string[] {
  const taken: string[] = [];
  for (const recommendation of recommendations) {
    const { id, fields, actions } = recommendation;
    if (fields.text === '') {
      fields.text = fields.theme ?? otherwise(recommendation);
      taken.push(`the text of recommendation ${id}: "${fields.text}", since the table has none`);
    }
    for (const action of actions) {
      if (action.fields.action === '') action.fields.action = fields.text ?? '';
    }
  }
  return taken;
}
