import { type ActionInPlan, actionsOf, type Plan, type Recommendation } from '../model/plan.ts';

/** What a plan calls one of its items, with its id: "recommendation 7", "key concern 3". */
export function nameOf(plan: Plan, recommendation: Recommendation): string {
  return `${plan.item} ${recommendation.id}`;
}

/** A text from a plan, short enough for a message. */
export function brief(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Every action of several plans. */
export function actionsOfAll(plans: readonly Plan[]): ActionInPlan[] {
  return plans.flatMap((plan) => [...actionsOf(plan)]);
}
