import { compareText } from '../model/diagnostic.ts';
import { ownerLabel } from '../model/owner.ts';
import type { Action, Entry, Plan, Round } from '../model/plan.ts';
import { nameOwner, type Portfolio } from '../model/portfolio.ts';
import { isMissingFrom } from '../model/round.ts';
import { entriesUntil } from '../model/state.ts';
import type { Making } from './making.ts';

/** What was said of some actions at one time: in a round, or between rounds. */
export interface Update {
  /** Undefined for what was said outside any round. */
  readonly round: Round | undefined;
  readonly entries: readonly { readonly action: Action; readonly entry: Entry }[];
  /** Actions that were open in the round and of which nothing was said. */
  readonly missing: readonly Action[];
}

/** The progress of some actions until the day, round by round, oldest first. */
export function updatesOf(actions: readonly Action[], { plan, day }: Making): Update[] {
  const rounds = roundsUntil(plan, day);
  const said = actions
    .flatMap((action) => entriesUntil(action, day).map((entry) => ({ action, entry })))
    .map((one) => ({ ...one, round: roundOf(one.entry, rounds) }));
  const inRounds = rounds.map((round) => ({
    round,
    entries: said.filter((one) => one.round === round),
    missing: actions.filter((action) => isMissingFrom(round, action)),
  }));
  // What was said before, between and after rounds: one update for each such time.
  const between = [undefined, ...rounds].map((before, at) => ({
    before,
    entries: said.filter(({ round, entry }) => round === undefined && timeOf(entry, rounds) === at),
  }));
  return between
    .flatMap(({ entries }, at): Update[] => [
      ...(at === 0 ? [] : inRounds.slice(at - 1, at)),
      { round: undefined, entries, missing: [] },
    ])
    .filter(({ entries, missing }) => entries.length > 0 || missing.length > 0);
}

/** Who reports an entry: `by`, else the owners of the action. */
export function reportersOf(action: Action, entry: Entry, portfolio: Portfolio): string[] {
  const names = entry.by.length > 0 ? entry.by : action.owner;
  return names.map((name) => ownerLabel(nameOwner(portfolio, name)));
}

/** The rounds that had taken place, oldest first. */
export function roundsUntil({ rounds }: Plan, day: string): Round[] {
  return rounds
    .filter((round) => round.date.day <= day)
    .sort((a, b) => compareText(a.date.day, b.date.day));
}

function roundOf({ date }: Entry, rounds: readonly Round[]): Round | undefined {
  return rounds.findLast((round) => date.first <= round.date.day && date.day >= round.date.first);
}

/** How many rounds were over when an entry was made. */
function timeOf({ date }: Entry, rounds: readonly Round[]): number {
  return rounds.filter((round) => round.date.day < date.day).length;
}
