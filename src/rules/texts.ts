import type { Place } from '../model/diagnostic.ts';
import type { Recommendation } from '../model/plan.ts';

interface PlanText {
  readonly at: Place;
  readonly text: string;
  /** The references that hold where the text stands. */
  readonly see: readonly string[];
}

/** Every text of a recommendation and its actions that is published. */
export function* textsOf(recommendation: Recommendation): Generator<PlanText> {
  const { see, reason } = recommendation;
  yield { at: recommendation.at('text'), text: recommendation.text, see };
  if (reason?.text !== undefined) yield { at: reason.at('text'), text: reason.text, see };
  for (const [field, text] of [
    ['theme', recommendation.theme],
    ['agreed-part', recommendation.agreedPart],
    ['response', recommendation.response],
  ] as const) {
    if (text !== undefined) yield { at: recommendation.at(field), text, see };
  }
  for (const action of recommendation.actions) {
    const own = [...see, ...action.see, ...action.dependsOn];
    for (const field of ['action', 'measure', 'achievable', 'realistic'] as const) {
      const text = action[field];
      if (text !== undefined) yield { at: action.at(field), text, see: own };
    }
    for (const entry of action.progress) {
      yield { at: entry.at('text'), text: entry.text, see: [...own, ...entry.see] };
    }
  }
}
