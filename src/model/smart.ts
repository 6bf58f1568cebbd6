import type { Action } from './plan.ts';
import { wordingOf } from './wording/wording-of.ts';

/** Which parts of SMART an action holds. */
export interface Smart {
  /** Its words name a step that is done or not done. */
  readonly specific: boolean;
  /** `measure` is given, or its words hold something that can be checked. */
  readonly measurable: boolean;
  readonly achievable: boolean;
  readonly realistic: boolean;
  /** Its first target has a last day, or a `review`. */
  readonly timeBound: boolean;
}

export const SMART_PARTS = [
  'specific',
  'measurable',
  'achievable',
  'realistic',
  'timeBound',
] as const satisfies readonly (keyof Smart)[];

/** The parts of SMART by the words and fields of an action: what the smart-… rules find missing. */
export function smartOf(action: Action, wording = wordingOf(action)): Smart {
  return {
    specific: wording.specific,
    measurable: action.measure !== undefined || wording.measurable,
    achievable: action.achievable !== undefined,
    realistic: action.realistic !== undefined,
    timeBound:
      action.target !== undefined && (action.target.due !== null || action.review !== undefined),
  };
}
