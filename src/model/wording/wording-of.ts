import type { Action } from '../plan.ts';
import { readWording } from './read-wording.ts';
import type { Wording } from './wording.ts';

/** The texts read last: rules ask one after the other, and plans repeat one another. */
const read = new Map<string, Wording>();
const MOST = 256;

/** What the words of an action say; read once, however many rules and reports ask. */
export function wordingOf({ action: text }: Action): Wording {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= MOST) read.clear();
  const wording = readWording(text);
  read.set(text, wording);
  return wording;
}
