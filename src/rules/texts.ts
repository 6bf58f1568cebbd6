import type { Place } from '../model/diagnostic.ts';
import type { Located, Plan, Recommendation } from '../model/plan.ts';

/** The texts of a plan that stand above its recommendations. */
export function* headTextsOf(plan: Plan): Generator<{ at: Place; text: string }> {
  const texts: readonly (readonly [Place, string | undefined])[] = [
    [plan.at('title'), plan.title],
    [plan.at('item'), plan.item],
    [plan.at('report', 'title'), plan.report?.title],
    [plan.at('report', 'publisher'), plan.report?.publisher],
    ...plan.by.map((text) => [plan.at('by'), text] as const),
    ...plan.rounds.map((round) => [round.at('title'), round.title] as const),
  ];
  for (const [at, text] of texts) if (text !== undefined) yield { at, text };
}

/** A text of a recommendation or of what belongs to it. */
export interface PlanText {
  readonly recommendation: Recommendation;
  /** Where it stands: a field of a part. */
  readonly part: Located;
  readonly field: string;
  readonly text: string;
  /** The references that hold where the text stands. */
  readonly see: readonly string[];
}

/** Every text of a plan's recommendations and their actions that is published. */
export function textsOf(plan: Plan): readonly PlanText[] {
  // Several rules ask, one after the other.
  if (last?.plan === plan) return last.texts;
  const texts: PlanText[] = [];
  for (const recommendation of plan.recommendations) addTexts(recommendation, texts);
  last = { plan, texts };
  return texts;
}

let last: { readonly plan: Plan; readonly texts: readonly PlanText[] } | undefined;

function addTexts(recommendation: Recommendation, texts: PlanText[]): void {
  const add = (
    part: Located,
    field: string,
    text: string | undefined,
    see: readonly string[],
  ): void => {
    if (text !== undefined) texts.push({ recommendation, part, field, text, see });
  };
  const { see, reason } = recommendation;
  for (const text of recommendation.to) add(recommendation, 'to', text, see);
  add(recommendation, 'text', recommendation.text, see);
  if (reason) add(reason, 'text', reason.text, see);
  add(recommendation, 'theme', recommendation.theme, see);
  add(recommendation, 'agreed-part', recommendation.agreedPart, see);
  add(recommendation, 'response', recommendation.response, see);
  for (const action of recommendation.actions) {
    const own = together(see, together(action.see, action.dependsOn));
    add(action, 'action', action.action, own);
    add(action, 'measure', action.measure, own);
    add(action, 'achievable', action.achievable, own);
    add(action, 'realistic', action.realistic, own);
    for (const entry of action.progress) {
      const cited = together(own, entry.see);
      add(entry, 'text', entry.text, cited);
      for (const { title } of entry.evidence) add(entry, 'evidence', title, cited);
    }
  }
}

/** Two lists in one; most often both are empty. */
function together(first: readonly string[], second: readonly string[]): readonly string[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
