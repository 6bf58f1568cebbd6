import type { Path } from '../model/diagnostic.ts';
import type { Value } from './value.ts';
import { valueAt } from './value.ts';

/** Which plan, and which recommendation or action of it, a path leads into. */
export function whereabouts(
  root: Value | undefined,
  path: Path,
): { plan: string | null; item: string | null } {
  const plan = valueAt(root, ['plan']);
  if (typeof plan !== 'string') return { plan: null, item: null };
  const id = (depth: number) => {
    const value = valueAt(root, [...path.slice(0, depth), 'id']);
    return typeof value === 'string' ? value : null;
  };
  if (path[0] !== 'recommendations' || path.length < 2) return { plan, item: null };
  const action = path[2] === 'actions' && path.length >= 4 ? id(4) : null;
  return { plan, item: action ?? id(2) };
}

/** A path by what stays the same when other items come and go: ids and dates in place of numbers. */
export function lastingPath(root: Value | undefined, path: Path): string[] {
  return path.map((step, index) => {
    if (typeof step === 'string') return step;
    const value = valueAt(root, path.slice(0, index + 1));
    if (typeof value === 'string') return value;
    const name = valueAt(value, ['id']) ?? valueAt(value, ['date']);
    return typeof name === 'string' ? name : String(step);
  });
}
