import type { Place } from '../model/diagnostic.ts';
import type { Plan, Recommendation } from '../model/plan.ts';

interface PlanText {
  readonly at: Place;
  readonly text: string;
  /** The references that hold where the text stands. */
  readonly see: readonly string[];
}

/** The texts of a plan that stand above its recommendations. */
export function* headTextsOf(plan: Plan): Generator<PlanText> {
  const texts: readonly (readonly [Place, string | undefined])[] = [
    [plan.at('title'), plan.title],
    [plan.at('item'), plan.item],
    [plan.at('report', 'title'), plan.report?.title],
    [plan.at('report', 'publisher'), plan.report?.publisher],
    ...plan.by.map((text) => [plan.at('by'), text] as const),
    ...plan.rounds.map((round) => [round.at('title'), round.title] as const),
  ];
  for (const [at, text] of texts) if (text !== undefined) yield { at, text, see: [] };
}

/** Every text of a recommendation and its actions that is published. */
export function* textsOf(recommendation: Recommendation): Generator<PlanText> {
  const { see, reason } = recommendation;
  for (const text of recommendation.to) yield { at: recommendation.at('to'), text, see };
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
      const cited = [...own, ...entry.see];
      yield { at: entry.at('text'), text: entry.text, see: cited };
      for (const { title } of entry.evidence) {
        yield { at: entry.at('evidence'), text: title, see: cited };
      }
    }
  }
}
