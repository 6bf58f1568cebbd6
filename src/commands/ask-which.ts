import { type Ask, type Host, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { actionsOf } from '../model/plan.ts';
import { stateOn } from '../model/state.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Loaded } from '../source/load.ts';
import { choose } from './choose.ts';
import { planNamed } from './find-plan.ts';

/** Asks which plan; an error that says what is missing where nobody can be asked. */
export function askPlan(
  host: Host,
  { portfolio: { plans } }: Loaded,
  missing: string,
): Promise<string> {
  const ask = askerOf(host, missing, 'such as records');
  return choose(
    host,
    ask,
    'plan',
    plans.map(({ id, title }) => ({ id, text: title })),
  );
}

/** Asks which recommendation, of a plan that is named already or asked for first: `PLAN/ID`. */
export async function askRecommendation(
  host: Host,
  loaded: Loaded,
  planId: string | undefined,
): Promise<string> {
  const ask = askerOf(host, 'PLAN/ID', 'such as records/1', planId);
  const id = planId ?? (await askPlan(host, loaded, 'PLAN/ID'));
  const { item, recommendations } = planNamed(loaded, id);
  return `${id}/${await choose(host, ask, item, recommendations)}`;
}

/** Asks which open action of which plan: `PLAN/ACTION`. */
export async function askAction(host: Host, loaded: Loaded, day: Day): Promise<string> {
  const ask = askerOf(host, 'PLAN/ACTION', 'or go through all of them with --round');
  const id = await askPlan(host, loaded, 'PLAN/ACTION');
  const open = [...actionsOf(planNamed(loaded, id))].filter(
    ({ action }) => stateOn(action, day)?.open,
  );
  const choices = open.map(({ action }) => ({ id: action.id, text: action.action }));
  return `${id}/${await choose(host, ask, 'open action', choices)}`;
}

function askerOf({ ask }: Host, missing: string, help: string, given?: string): Ask {
  if (ask) return ask;
  throw new UsageError(
    given === undefined
      ? `${missing} must be given where there is no terminal to ask at`
      : `"${cleanText(given)}" is no ${missing}, and there is no terminal to ask at`,
    help,
  );
}
