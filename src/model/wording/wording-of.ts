import type { Action } from '../plan.ts';
import { readWording } from './read-wording.ts';
import type { Wording } from './wording.ts';

const read = new WeakMap<Action, Wording>();

/** What the words of an action say; read once, however many rules and reports ask. */
export function wordingOf(action: Action): Wording {
  const known = read.get(action);
  if (known) return known;
  const wording = readWording(action.action);
  read.set(action, wording);
  return wording;
}
