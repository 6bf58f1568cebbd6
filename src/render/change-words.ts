import type { Change } from '../changes/change.ts';
import { plain } from '../changes/same.ts';
import { targetInWords } from '../model/target-words.ts';
import { counted } from '../model/words.ts';

/** Longer texts are cut where people read; JSON has all of them. */
const LONGEST_TEXT = 240;

/** What a change is about: "hmpps-mental-health 3.1". */
export function changeSubject({ plan, recommendation, action }: Change): string {
  return [plan, action ?? recommendation].filter((part) => part !== null).join(' ');
}

/** What happened, as a sentence would say it; texts of plans are still raw. */
export function changeWords(change: Change): string {
  const { type, from, to, field, reason } = change;
  switch (type) {
    case 'plan-added':
      return `plan added${holding(change)}: ${text(to)}`;
    case 'plan-removed':
      return `plan removed${holding(change)}: ${text(from)}`;
    case 'recommendation-added':
      return `${item(change)} added${holding(change)}: ${text(to)}`;
    case 'recommendation-removed':
      return `${item(change)} removed${holding(change)}: ${text(from)}`;
    case 'recommendation-reworded':
      return `words of the ${item(change)} changed: ${rewording(from, to)}`;
    case 'agreement-changed':
      return `${fromTo('agreement', words(from), words(to))}${because(reason, 'without a new reason')}`;
    case 'reason-changed':
      return fieldChange(field === 'category' ? 'category of the reason' : 'reason', from, to);
    case 'response-changed':
      return fieldChange(field === 'agreed-part' ? 'part agreed' : 'response', from, to);
    case 'action-added':
      return `action added: ${text(to)}`;
    case 'action-removed':
      return `action removed: ${text(from)}`;
    case 'action-reworded':
      return `action reworded: ${rewording(from, to)}`;
    case 'plan-changed':
    case 'action-changed':
      return fieldChange(field ?? '', from, to);
    case 'owner-changed':
      return `${fromTo('owner', short(from), short(to))}${because(reason, '')}`;
    case 'first-target-changed':
      return firstTarget(change);
    case 'target-moved':
      return `${fromTo('target', target(from), target(to), 'moved')}${days(change)}${because(reason, ', without a reason')}`;
    case 'status-changed':
      return fromTo('status', words(from), words(to));
    case 'progress-added':
      return `progress on ${entryDate(change)}: ${text(to)}`;
    case 'progress-edited':
      return `progress entry of ${entryDate(change)} edited (${field}): ${rewording(from, to)}`;
    case 'progress-removed':
      return `progress entry of ${entryDate(change)} removed: ${text(from)}`;
  }
}

function item({ after, before }: Change): string {
  return (after ?? before)?.plan.item ?? 'recommendation';
}

/** What came or went with it: "with 22 recommendations and 94 actions". */
function holding({ after, before }: Change): string {
  const subject = after ?? before;
  if (!subject) return '';
  const { plan, recommendation } = subject;
  const recommendations = recommendation ? [recommendation] : plan.recommendations;
  const actions = recommendations.reduce((sum, { actions: list }) => sum + list.length, 0);
  const counts = [
    ...(recommendation ? [] : [counted(recommendations.length, plan.item)]),
    counted(actions, 'action'),
  ];
  return ` (with ${counts.join(' and ')})`;
}

function fromTo(what: string, from: string | null, to: string | null, verb = 'changed'): string {
  if (from === null) return `${what} given: ${to ?? 'none'}`;
  return to === null
    ? `${what} taken out; it was ${from}`
    : `${what} ${verb} from ${from} to ${to}`;
}

function fieldChange(what: string, from: string | null, to: string | null): string {
  if (from === null) return `${what} added: ${text(to)}`;
  if (to === null) return `${what} removed: ${text(from)}`;
  return `${what} changed: ${rewording(from, to)}`;
}

function firstTarget(change: Change): string {
  const { from, to } = change;
  return `${fromTo('first target', target(from), target(to), 'edited')}${days(change)}`;
}

function target(written: string | null): string | null {
  return written === null ? null : short(targetInWords(written));
}

/** "(+396 days)" */
function days({ days: count }: Change): string {
  if (count === null) return '';
  const sign = count > 0 ? '+' : count < 0 ? '−' : '±';
  return ` (${sign}${Math.abs(count)} day${Math.abs(count) === 1 ? '' : 's'})`;
}

function because(reason: string | null, otherwise: string): string {
  if (reason !== null) return `: ${text(reason)}`;
  return otherwise === '' || otherwise.startsWith(',') ? otherwise : `, ${otherwise}`;
}

function words(value: string | null): string | null {
  return value?.replaceAll('-', ' ') ?? null;
}

function entryDate({ after, before }: Change): string {
  const entry = after?.entry ?? before?.entry;
  return entry ? targetInWords(entry.date.written) : '';
}

function short(value: string | null): string | null {
  return value === null ? null : text(value);
}

function text(value: string | null): string {
  const line = plain(value ?? '');
  const points = [...line];
  return points.length > LONGEST_TEXT ? `${points.slice(0, LONGEST_TEXT - 1).join('')}…` : line;
}

/** Words kept on either side of what changed. */
const AROUND = 4;

/** What changed in a text: the words that differ, with a few around them. */
function rewording(from: string | null, to: string | null): string {
  const [old, now] = [plain(from ?? '').split(' '), plain(to ?? '').split(' ')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [first, last] = [Math.max(0, start - AROUND), Math.max(0, end - AROUND)];
  const part = (list: readonly string[]) => {
    const middle = text(list.slice(first, list.length - last).join(' '));
    return `"${first > 0 ? '… ' : ''}${middle}${last > 0 ? ' …' : ''}"`;
  };
  return `${part(old)} is now ${part(now)}`;
}
