import type { EditValue } from '../model/edit.ts';
import type { Plan, Recommendation } from '../model/plan.ts';
import { AGREEMENTS, REASON_CATEGORIES } from '../model/plan-file.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Loaded } from '../source/load.ts';
import { addItem } from './add-item.ts';
import { askPlan, askRecommendation } from './ask-which.ts';
import { fill, type Question, single } from './fill.ts';
import { partsOfName, unknownId } from './find-action.ts';
import { planNamed } from './find-plan.ts';
import { readPlans } from './read-whole.ts';
import type { Session } from './session.ts';

type Flags = Readonly<Record<string, string | readonly string[] | undefined>>;

const ITEM_ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,199}$/;
const disagrees = (known: Readonly<Record<string, EditValue>>) =>
  known['agreement'] === 'partly-agreed' || known['agreement'] === 'not-agreed';

const RECOMMENDATION: readonly Question[] = [
  { field: 'id', flag: '--id', ask: 'Id', required: true, pattern: ITEM_ID },
  { field: 'text', flag: '--text', ask: "The reviewer's words", required: true, several: true },
  { field: 'to', flag: '--to', ask: 'Whom it addresses' },
  { field: 'theme', flag: '--theme', ask: 'Theme' },
  { field: 'agreement', flag: '--agreement', ask: 'Agreement', choices: AGREEMENTS },
  {
    field: 'category',
    flag: '--category',
    ask: 'Kind of reason',
    choices: REASON_CATEGORIES,
    when: disagrees,
  },
  { field: 'reason', flag: '--reason', ask: 'Reason', when: disagrees, several: true },
  {
    field: 'agreedPart',
    flag: '--agreed-part',
    ask: 'Which part will be implemented',
    several: true,
    when: (known) => known['agreement'] === 'partly-agreed',
  },
  { field: 'response', flag: '--response', ask: 'Response', several: true },
];

const ACTION: readonly Question[] = [
  { field: 'id', flag: '--id', ask: 'Id', required: true, pattern: ITEM_ID },
  {
    field: 'action',
    flag: '--action',
    ask: 'The one thing that will be done',
    required: true,
    several: true,
  },
  { field: 'measure', flag: '--measure', ask: 'What will show that it is done', several: true },
  { field: 'owner', flag: '--owner', ask: 'Who is responsible', isName: true },
  { field: 'target', flag: '--target', ask: 'By when', form: 'target' },
  {
    field: 'review',
    flag: '--review',
    ask: 'Next looked at',
    form: 'date',
    when: (known) => /^(?:ongoing|from |when:)/.test(single(known['target'])),
  },
  { field: 'raised', flag: '--raised', ask: 'Taken on, if later than the plan', form: 'date' },
];

/** Adds a recommendation at the end of a plan. */
export async function newRecommendation(
  session: Session,
  given: string | undefined,
  paths: readonly string[],
  flags: Flags,
): Promise<void> {
  const loaded = readPlans(session.host, paths);
  const { financialYear } = loaded.portfolio;
  const planId = given ?? (await askPlan(session.host, loaded, 'PLAN'));
  const plan = planNamed(loaded, planId);
  const id = nextId(
    plan.recommendations.map((one) => one.id),
    '',
  );
  const known = await fill(session.host, RECOMMENDATION, { id, ...flags }, financialYear);
  const { id: own, to, theme, text, agreement, category, reason, agreedPart, response } = known;
  const value = fields({
    id: own,
    to,
    theme,
    text,
    agreement,
    reason: category || reason ? fields({ category, text: reason }) : undefined,
    'agreed-part': agreedPart,
    response,
  });
  await addItem(session, paths, value, (now) => {
    const found = planNamed(now, planId);
    const name = `${found.id}/${single(own)}`;
    return { plan: found, path: ['recommendations'], name, next: `actionplan new action ${name}` };
  });
}

/** Adds an action at the end of a recommendation. */
export async function newAction(
  session: Session,
  given: string | undefined,
  paths: readonly string[],
  flags: Flags,
): Promise<void> {
  const loaded = readPlans(session.host, paths);
  const { financialYear } = loaded.portfolio;
  const name = given?.includes('/') ? given : await askRecommendation(session.host, loaded, given);
  const { recommendation } = recommendationNamed(loaded, name);
  const id = nextId(
    recommendation.actions.map((one) => one.id),
    `${recommendation.id}.`,
  );
  const known = await fill(session.host, ACTION, { id, ...flags }, financialYear);
  await addItem(session, paths, fields(known), (now) => {
    const found = recommendationNamed(now, name);
    return {
      plan: found.plan,
      path: [...found.recommendation.path, 'actions'],
      name: `${found.plan.id}/${single(known['id'])}`,
      next: undefined,
    };
  });
}

function recommendationNamed(
  loaded: Loaded,
  name: string,
): { plan: Plan; recommendation: Recommendation } {
  const { planId = '', id } = partsOfName(name);
  const plan = planNamed(loaded, planId);
  const recommendation = plan.recommendations.find((one) => one.id === id);
  if (recommendation) return { plan, recommendation };
  throw unknownId(
    plan.item,
    id,
    plan.recommendations.map((one) => one.id),
    plan.recommendations.length > 0
      ? `there are ${plan.recommendations.map((one) => cleanText(one.id)).join(', ')}`
      : undefined,
  );
}

/** The number after the highest there is; ids that are no numbers do not count. */
function nextId(ids: readonly string[], prefix: string): string {
  const numbers = ids
    .filter((id) => id.startsWith(prefix))
    .map((id) => id.slice(prefix.length))
    .filter((id) => /^\d{1,6}$/.test(id))
    .map(Number);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

function fields(given: Readonly<Record<string, EditValue | undefined>>): EditValue {
  return Object.fromEntries(
    Object.entries(given).filter((field): field is [string, EditValue] => field[1] !== undefined),
  );
}
