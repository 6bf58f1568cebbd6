import type { Finding } from './rule.ts';
import { defineRule } from './rule.ts';

interface Numbered {
  readonly id: string;
  at(key: string): Finding['at'];
}

/** Findings where a number does not follow the one before; the first may be any. */
function* outOfSequence(
  what: string,
  items: readonly Numbered[],
  prefix: string,
): Generator<Finding> {
  if (isSequence(items, prefix)) return;
  const numbers = items.map(({ id }) =>
    id.startsWith(prefix) && /^\d{1,9}$/.test(id.slice(prefix.length))
      ? Number(id.slice(prefix.length))
      : Number.NaN,
  );
  if (numbers.some(Number.isNaN)) return;
  for (const [index, item] of items.entries()) {
    const before = index === 0 ? 0 : (numbers[index - 1] ?? 0);
    const number = numbers[index] ?? 0;
    // A repeated number is another rule's finding.
    if (number === before + 1 || number === before) continue;
    // Recommendations may begin anywhere: a plan can answer some of a report's.
    if (index === 0 && prefix === '') continue;
    const message =
      number < before
        ? `${what} ${item.id} stands after ${prefix}${before}`
        : `${what} ${item.id} follows ${before === 0 ? 'nothing' : `${prefix}${before}`}: ${prefix}${before + 1} is missing`;
    yield {
      at: item.at('id'),
      message,
      help: 'put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
    };
  }
}

/** Whether each id is the one that follows the one before: so it nearly always is. */
function isSequence(items: readonly Numbered[], prefix: string): boolean {
  let next = prefix === '' ? Number(items[0]?.id) : 1;
  for (const { id } of items) {
    if (id !== `${prefix}${next}`) return false;
    next += 1;
  }
  return true;
}

export default defineRule({
  id: 'id-sequence',
  group: 'Identity and references',
  severity: 'warning',
  scope: 'plan',
  summary: 'Numbers run without gap and in order.',
  why: 'A gap may be an item that was lost. Ids that are not numbers are left alone.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.3"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ plan }) {
    yield* outOfSequence(plan.item, plan.recommendations, '');
    for (const recommendation of plan.recommendations) {
      yield* outOfSequence('action', recommendation.actions, `${recommendation.id}.`);
    }
  },
});
