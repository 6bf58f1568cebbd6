import { ExitCode } from '../host.ts';
import type { Path } from '../model/diagnostic.ts';
import type { EditValue } from '../model/edit.ts';
import type { Plan, Recommendation } from '../model/plan.ts';
import { AGREEMENTS, REASON_CATEGORIES } from '../model/plan-file.ts';
import { cleanText } from '../render/clean-text.ts';
import { prettyDiagnostics } from '../render/diagnostics-pretty.ts';
import { rules } from '../rules/index.ts';
import { overlayTree } from '../source/file-tree.ts';
import { load } from '../source/load.ts';
import { SourceText } from '../source/text.ts';
import { validate } from '../validate/validate.ts';
import { askPlan, askRecommendation } from './ask-which.ts';
import { bytesWith, edited, openFile, saveFile, withRaces } from './editing.ts';
import { fill, type Question, single } from './fill.ts';
import { partsOfName } from './find-action.ts';
import { planNamed } from './find-plan.ts';
import { pathsOrDefault, unknownName } from './flags.ts';
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
  { field: 'owner', flag: '--owner', ask: 'Who is responsible' },
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
  const { portfolio } = readPlans(session.host, paths);
  const planId = given ?? (await askPlan(session.host, portfolio, 'PLAN'));
  const plan = planNamed(portfolio.plans, planId);
  const id = nextId(
    plan.recommendations.map((one) => one.id),
    '',
  );
  const known = await fill(session.host, RECOMMENDATION, { id, ...flags }, portfolio.financialYear);
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
  await add(session, paths, value, (plans) => {
    const found = planNamed(plans, planId);
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
  const { portfolio } = readPlans(session.host, paths);
  const name = given?.includes('/')
    ? given
    : await askRecommendation(session.host, portfolio, given);
  const { recommendation } = recommendationNamed(portfolio.plans, name);
  const id = nextId(
    recommendation.actions.map((one) => one.id),
    `${recommendation.id}.`,
  );
  const known = await fill(session.host, ACTION, { id, ...flags }, portfolio.financialYear);
  await add(session, paths, fields(known), (plans) => {
    const found = recommendationNamed(plans, name);
    return {
      plan: found.plan,
      path: [...found.recommendation.path, 'actions'],
      name: `${found.plan.id}/${single(known['id'])}`,
      next: undefined,
    };
  });
}

interface Place {
  readonly plan: Plan;
  /** The list it is added to. */
  readonly path: Path;
  readonly name: string;
  /** What most likely comes after it. */
  readonly next: string | undefined;
}

/** What may be said later is only shown; what could not be read or told apart is refused. */
const REFUSED = new Set([
  'id-unique',
  'id-prefix',
  'yaml-syntax',
  'schema',
  'target-form',
  'date-real',
]);

async function add(
  session: Session,
  paths: readonly string[],
  value: EditValue,
  placeIn: (plans: readonly Plan[]) => Place,
): Promise<void> {
  const { host } = session;
  const all = pathsOrDefault(host.files, paths);
  await withRaces(() => {
    const { plan, path, name, next } = placeIn(readPlans(session.host, paths).portfolio.plans);
    const opened = openFile(host, plan.file);
    const text = edited(opened, [{ op: 'append', path, value }]);
    const after = load(overlayTree(host.files, plan.file, bytesWith(opened, text)), all);
    const id = name.slice(name.lastIndexOf('/') + 1);
    const findings = validate(after, rules, { asOf: host.today() }).diagnostics.filter(
      (one) => one.file === plan.file && one.item === id && !one.waived && one.severity !== 'info',
    );
    const source = new SourceText(text);
    if (findings.length > 0) {
      const shown = prettyDiagnostics(findings, (_, line) => source.line(line), session.style());
      host.note(`${shown}\n`);
    }
    if (findings.some(({ rule }) => REFUSED.has(rule))) {
      host.note('nothing was written\n');
      session.exit(ExitCode.problems);
      return;
    }
    saveFile(host, opened, text);
    host.out(`${cleanText(plan.file)}: ${cleanText(name)} added\n`);
    if (findings.length > 0) host.note('what is shown above is still to be said\n');
    if (next && findings.some(({ rule }) => rule === 'actions-required')) {
      host.note(`next: ${cleanText(next)}\n`);
    }
  });
}

function recommendationNamed(
  plans: readonly Plan[],
  name: string,
): { plan: Plan; recommendation: Recommendation } {
  const { planId = '', id } = partsOfName(name);
  const plan = planNamed(plans, planId);
  const recommendation = plan.recommendations.find((one) => one.id === id);
  if (recommendation) return { plan, recommendation };
  throw unknownName(
    plan.item,
    id,
    plan.recommendations.map((one) => one.id),
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
