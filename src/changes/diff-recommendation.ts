import type { Place } from '../model/diagnostic.ts';
import type { Recommendation } from '../model/plan.ts';
import { type Change, changeOf, type Subject } from './change.ts';
import { changedFields, type Field } from './fields.ts';
import type { Pair } from './pair.ts';
import { sameText } from './same.ts';

const ANSWER: readonly Field<Recommendation>[] = [
  {
    name: 'category',
    keys: ['reason', 'category'],
    type: 'reason-changed',
    value: ({ reason }) => reason?.category ?? [],
  },
  {
    name: 'text',
    keys: ['reason', 'text'],
    type: 'reason-changed',
    value: ({ reason }) => reason?.text,
  },
  { name: 'agreed-part', type: 'response-changed', value: ({ agreedPart }) => agreedPart },
  { name: 'response', type: 'response-changed', value: ({ response }) => response },
];

/** What has no type of its own is a change of the plan, at the recommendation. */
const OTHERS: readonly Field<Recommendation>[] = [
  { name: 'to', type: 'plan-changed', value: ({ to }) => to },
  { name: 'theme', type: 'plan-changed', value: ({ theme }) => theme },
  { name: 'see', type: 'plan-changed', value: ({ see }) => see },
  { name: 'standards', type: 'plan-changed', value: ({ standards }) => standards },
  { name: 'tags', type: 'plan-changed', value: ({ tags }) => tags },
  { name: 'notes', type: 'plan-changed', value: ({ notes }) => notes },
];

/** The changes of a recommendation and the answer to it; its actions are compared by themselves. */
export function diffRecommendation(
  { before, after }: Pair<Recommendation>,
  wasIn: Subject,
  isIn: Subject,
  near: Place,
): Change[] {
  const was = before ? { ...wasIn, recommendation: before } : null;
  const is = after ? { ...isIn, recommendation: after } : null;
  if (after && !before) {
    const facts = { type: 'recommendation-added' as const, to: after.text, at: after.at('id') };
    return [changeOf(null, is, { ...facts, was: null })];
  }
  if (before && !after) {
    const facts = { type: 'recommendation-removed' as const, from: before.text, at: near };
    return [changeOf(was, null, { ...facts, was: before.at('id') })];
  }
  if (!before || !after || !was || !is) return [];
  return [
    ...reworded(before, after, was, is),
    ...agreementOf(before, after, was, is),
    ...changedFields(ANSWER, [before, was], [after, is]),
    ...changedFields(OTHERS, [before, was], [after, is]),
  ];
}

function reworded(
  before: Recommendation,
  after: Recommendation,
  was: Subject,
  is: Subject,
): Change[] {
  if (sameText(before.text, after.text)) return [];
  const facts = { from: before.text, to: after.text, at: after.at('text'), was: before.at('text') };
  return [changeOf(was, is, { type: 'recommendation-reworded', ...facts })];
}

function agreementOf(
  before: Recommendation,
  after: Recommendation,
  was: Subject,
  is: Subject,
): Change[] {
  if (before.agreement === after.agreement) return [];
  return [
    changeOf(was, is, {
      type: 'agreement-changed',
      from: before.agreement ?? null,
      to: after.agreement ?? null,
      reason: reasonGiven(before, after),
      at: after.at('agreement'),
      was: before.at('agreement'),
    }),
  ];
}

/** What the new answer says about why it is another: only words that are new can. */
export function reasonGiven(before: Recommendation, after: Recommendation): string | null {
  const text = after.reason?.text;
  if (text !== undefined && !sameText(before.reason?.text, text)) return text;
  const { response } = after;
  if (response !== undefined && !sameText(before.response, response)) return response;
  return null;
}
