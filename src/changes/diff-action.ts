import type { Place } from '../model/diagnostic.ts';
import { spelling } from '../model/owner.ts';
import type { Action } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { type Change, changeOf, type Subject } from './change.ts';
import { diffProgress } from './diff-progress.ts';
import { diffTarget } from './diff-target.ts';
import { changedFields, type Field } from './fields.ts';
import { joined, sameText, sameTexts } from './same.ts';

/** An action with what it belongs to, on one side of a change. */
export type ActionSubject = Required<Pick<Subject, 'plan' | 'recommendation' | 'action'>>;

interface Owners {
  readonly before: Portfolio;
  readonly after: Portfolio;
}

const FIELDS: readonly Field<Action>[] = [
  { name: 'measure', type: 'action-changed', value: ({ measure }) => measure },
  { name: 'achievable', type: 'action-changed', value: ({ achievable }) => achievable },
  { name: 'realistic', type: 'action-changed', value: ({ realistic }) => realistic },
  { name: 'review', type: 'action-changed', value: ({ review }) => review?.written },
  { name: 'depends-on', type: 'action-changed', value: ({ dependsOn }) => dependsOn },
  { name: 'see', type: 'action-changed', value: ({ see }) => see },
  { name: 'standards', type: 'action-changed', value: ({ standards }) => standards },
  { name: 'tags', type: 'action-changed', value: ({ tags }) => tags },
  { name: 'notes', type: 'action-changed', value: ({ notes }) => notes },
];

/** The changes of one action; `near` is where something points that is gone. */
export function diffAction(
  was: ActionSubject | null,
  is: ActionSubject | null,
  owners: Owners,
  near: Place | undefined,
): Change[] {
  if (is && !was) {
    const { action } = is;
    const facts = { type: 'action-added' as const, to: action.action, at: action.at('id') };
    return [changeOf(null, is, { ...facts, was: null })];
  }
  if (was && !is) {
    const place = was.action.at('id');
    const facts = { type: 'action-removed' as const, from: was.action.action };
    return [changeOf(was, null, { ...facts, at: near ?? place, was: place })];
  }
  if (!was || !is) return [];
  const [before, after] = [was.action, is.action];
  const progress = diffProgress(was, is);
  return [
    ...reworded(was, is),
    ...moved(was, is),
    ...changedFields(FIELDS, [before, was], [after, is]),
    ...raised(was, is),
    ...ownerOf(was, is, owners, progress),
    ...diffTarget(was, is),
    ...progress,
  ];
}

function reworded(was: ActionSubject, is: ActionSubject): Change[] {
  const [before, after] = [was.action, is.action];
  if (sameText(before.action, after.action)) return [];
  const places = { at: after.at('action'), was: before.at('action') };
  const facts = { type: 'action-reworded' as const, from: before.action, to: after.action };
  return [changeOf(was, is, { ...facts, ...places })];
}

/** An action under another recommendation keeps its id, and so its history. */
function moved(was: ActionSubject, is: ActionSubject): Change[] {
  const [from, to] = [was.recommendation.id, is.recommendation.id];
  if (from === to) return [];
  const places = { at: is.action.at('id'), was: was.action.at('id') };
  return [
    changeOf(was, is, { type: 'action-changed', field: 'recommendation', from, to, ...places }),
  ];
}

/** An action without `raised` dates from its plan: that day moves with the plan's. */
function raised(was: ActionSubject, is: ActionSubject): Change[] {
  const own = ({ plan, action }: ActionSubject) =>
    action.raised.written === plan.submitted.written ? null : action.raised.written;
  const [from, to] = [own(was), own(is)];
  if (from === to) return [];
  const places = { at: is.action.at('raised'), was: was.action.at('raised') };
  return [changeOf(was, is, { type: 'action-changed', field: 'raised', from, to, ...places })];
}

function ownerOf(
  was: ActionSubject,
  is: ActionSubject,
  { before, after }: Owners,
  progress: readonly Change[],
): Change[] {
  const [from, to] = [was.action.owner, is.action.owner];
  const known = (names: readonly string[], { owners }: Portfolio) =>
    names.map((name) => owners?.find(name)?.id ?? spelling(name));
  const same =
    sameTexts(known(from, after), known(to, after)) ||
    sameTexts(known(from, before), known(to, after));
  if (same) return [];
  const added = to.filter((name) => !from.some((one) => spelling(one) === spelling(name)));
  const gone = from.filter((name) => !to.some((one) => spelling(one) === spelling(name)));
  const changed = added.length > 0 ? added : gone;
  const named = progress.find(
    ({ type, after: now }) =>
      type === 'progress-added' && now?.entry && changed.some((name) => names(now, name, after)),
  );
  return [
    changeOf(was, is, {
      type: 'owner-changed',
      from: joined(from),
      to: joined(to),
      reason: named?.to ?? null,
      at: is.action.at('owner'),
      was: was.action.at('owner'),
    }),
  ];
}

/** Whether a progress entry names an owner: in its text, or as the one who reports. */
export function names({ entry }: Subject, owner: string, { owners }: Portfolio): boolean {
  if (!entry) return false;
  const found = owners?.find(owner);
  const spellings = [
    owner,
    ...(found ? [found.id, found.organisation, found.role ?? '', ...found.also] : []),
    ...owner.split(': '),
  ].flatMap((one) => (spelling(one) === '' ? [] : [spelling(one)]));
  const text = ` ${spelling(entry.text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const inText = (name: string) =>
    text.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `);
  return (
    spellings.some(inText) ||
    entry.by.some((one) => {
      const by = owners?.find(one);
      return (by !== undefined && by === found) || spellings.includes(spelling(one));
    })
  );
}
