import { actionsOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

/** Words that say that a date moved, but not why. */
const FILLERS = new Set(
  (
    'a an and are as at be been by changed completion date dates deadline delayed due end extended for from has have ' +
    'in is it later moved new next now of on postponed pushed put quarter reset revised set slipped summer autumn ' +
    'winter spring target targets that the this timescale timescales to until updated was were will with year month ' +
    'january february march april may june july august september october november december'
  ).split(' '),
);

/** How many words are left that can carry a reason. */
function meaningfulWords(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !FILLERS.has(word)).length;
}

export default defineRule({
  id: 'target-move-explained',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: 'An entry that moves the target says why.',
  why: 'Targets slip; the published definitions of progress ask for the reason. "Date moved" is none. An entry counts as explained when three words are left after dates and words such as "target", "revised" or "extended".',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-09
            text: Target date extended to June 2023.
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-09
            text: Moved because the new record system is delivered late.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      let held = action.target?.written;
      for (const entry of action.progress) {
        if (entry.target === undefined) continue;
        const moved = held !== undefined && entry.target.written !== held;
        if (moved && meaningfulWords(entry.text) < 3) {
          yield {
            at: entry.at('text'),
            message: `action ${action.id} moves its target from ${held} to ${entry.target.written} without saying why`,
            help: 'say in the text what made the move necessary',
          };
        }
        held = entry.target.written;
      }
    }
  },
});
