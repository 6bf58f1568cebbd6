import type { Action } from '../plan.ts';
import { readWording } from './read-wording.ts';
import type { Wording } from './wording.ts';

const known = new WeakMap<Action, Wording>();

/** What the words of an action say; read once, however many reports ask. */
export function wordingOf(action: Action): Wording {
  const before = known.get(action);
  if (before) return before;
  const wording = readWording(action.action);
  known.set(action, wording);
  return wording;
}
