import { daysBetween } from '../model/day.ts';
import type { Action, Entry } from '../model/plan.ts';
import type { Status } from '../model/plan-file.ts';
import { entriesUntil } from '../model/state.ts';
import type { Target } from '../model/target.ts';
import { type Change, changeOf } from './change.ts';
import type { ActionSubject } from './diff-action.ts';
import { sameText } from './same.ts';

/** After every entry there can be. */
const END = '2199-12-31';

/** The target an action ends up with, and the entry that gives it; the first target has none. */
interface Held<T> {
  readonly value: T;
  readonly entry: Entry | undefined;
}

/** Changes of the first target, of the target that now holds, and of the status. */
export function diffTarget(was: ActionSubject, is: ActionSubject): Change[] {
  const [before, after] = [was.action, is.action];
  const changes: Change[] = [];
  if (!sameText(before.target?.written, after.target?.written)) {
    changes.push(
      changeOf(was, is, {
        type: 'first-target-changed',
        ...fromTo(before.target, after.target),
        at: after.at('target'),
        was: before.at('target'),
      }),
    );
  }
  const [status, newStatus] = [statusHeld(before), statusHeld(after)];
  if (status.value !== newStatus.value) {
    changes.push(
      changeOf(was, is, {
        type: 'status-changed',
        from: status.value,
        to: newStatus.value,
        reason: newWords(newStatus.entry, before),
        at: newStatus.entry?.at('status') ?? after.at('id'),
        was: status.entry?.at('status') ?? before.at('id'),
      }),
    );
  }
  const [target, newTarget] = [targetHeld(before), targetHeld(after)];
  const byEntries = target.entry !== undefined || newTarget.entry !== undefined;
  if (byEntries && !sameText(target.value?.written, newTarget.value?.written)) {
    changes.push(
      changeOf(was, is, {
        type: 'target-moved',
        ...fromTo(target.value, newTarget.value),
        reason: newWords(newTarget.entry, before),
        at: newTarget.entry?.at('target') ?? after.at('target'),
        was: target.entry?.at('target') ?? before.at('target'),
      }),
    );
  }
  return changes;
}

/** What an entry says, unless it said so before: old words are no reason for something new. */
function newWords(entry: Entry | undefined, before: Action): string | null {
  if (!entry || before.progress.some(({ text }) => sameText(text, entry.text))) return null;
  return entry.text;
}

function fromTo(from: Target | undefined, to: Target | undefined) {
  const days = from?.due && to?.due ? daysBetween(from.due, to.due) : null;
  return { from: from?.written ?? null, to: to?.written ?? null, days };
}

function targetHeld(action: Action): Held<Target | undefined> {
  const entry = entriesUntil(action, END).findLast(({ target }) => target !== undefined);
  return { value: entry?.target ?? action.target, entry };
}

function statusHeld(action: Action): Held<Status> {
  const entry = entriesUntil(action, END).findLast(({ status }) => status !== undefined);
  return { value: entry?.status ?? 'not-started', entry };
}
