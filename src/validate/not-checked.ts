import { everyPlan, type Portfolio } from '../model/portfolio.ts';
import type { Unread } from '../model/unread.ts';
import type { Rule } from '../rules/rule.ts';

/** The rules that were silent, or said only what is certain, and the files because of which. */
export interface NotChecked {
  readonly files: readonly string[];
  readonly silent: readonly string[];
  readonly inPart: readonly string[];
}

/** What rules across files left out; undefined where they left out nothing. */
export function notChecked(
  unread: Unread,
  runs: readonly Rule[],
  portfolio: Portfolio,
): NotChecked | undefined {
  const { files } = unread;
  if (files.length === 0 || everyPlan(portfolio).length === 0) return undefined;
  const silent: string[] = [];
  const inPart: string[] = [];
  for (const rule of runs) {
    if (rule.scope !== 'portfolio') continue;
    const limit = rule.limit(unread, portfolio);
    if (limit === 'silent') silent.push(rule.id);
    else if (limit === 'in part') inPart.push(rule.id);
  }
  return silent.length + inPart.length > 0 ? { files, silent, inPart } : undefined;
}
