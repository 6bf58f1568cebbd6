import type { HistoryEvent } from '../changes/history.ts';
import { plain } from '../changes/same.ts';
import { targetInWords } from '../model/target-words.ts';
import { changeWords } from './change-words.ts';

/** What an event says in its first line; texts of plans are still raw. */
export function eventWords(event: HistoryEvent): string {
  if (event.source === 'commit') {
    const { commit } = event;
    if (commit === null) return 'not committed yet';
    return `commit ${commit.commit.slice(0, 7)} by ${commit.author}: ${plain(commit.subject)}`;
  }
  const { action, entry } = event;
  if (entry === null) {
    const target = action.target
      ? `first target ${targetInWords(action.target.written)}`
      : 'no target';
    const owners = action.owner.length === 0 ? 'no owner' : `owner ${action.owner.join('; ')}`;
    return `raised, ${target}, ${owners}`;
  }
  const facts = [
    ...(entry.status === undefined ? [] : [entry.status.replaceAll('-', ' ')]),
    ...(entry.completed ? [`done ${targetInWords(entry.completed.written)}`] : []),
    ...(entry.target ? [`new target ${targetInWords(entry.target.written)}`] : []),
    ...(entry.by.length > 0 ? [`by ${entry.by.join('; ')}`] : []),
  ];
  return `${facts.length > 0 ? facts.join(', ') : 'update'}: ${plain(entry.text)}`;
}

/** What a commit changed, a line each. */
export function eventDetails(event: HistoryEvent): string[] {
  if (event.source === 'log') return [];
  const fault = event.fault === null ? [] : [event.fault];
  return [...fault, ...event.changes.map(changeWords)];
}
