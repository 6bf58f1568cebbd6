import type { Action } from '../plan.ts';
import { readWording } from './read-wording.ts';
import type { Wording } from './wording.ts';

const known = new WeakMap<Action, Wording>();

/** The texts read last: plans repeat one another. */
const recent = new Map<string, Wording>();
const MOST_RECENT = 256;

/** What the words of an action say; read once, however many rules and reports ask. */
export function wordingOf(action: Action): Wording {
  const before = known.get(action);
  if (before) return before;
  const text = action.action;
  const wording = recent.get(text) ?? readWording(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, wording);
  known.set(action, wording);
  return wording;
}
