import type { Edit } from '../model/edit.ts';
import { type Action, actionsOf, type Entry } from '../model/plan.ts';
import { defineRule } from './rule.ts';

/** Entries by date; those of which a month or year does not tell the order stay as they are. */
function inOrder(action: Action): Edit {
  const sorted: Entry[] = [];
  for (const entry of action.progress) {
    const later = sorted.findIndex((other) => entry.date.day < other.date.first);
    sorted.splice(later < 0 ? sorted.length : later, 0, entry);
  }
  return {
    op: 'reorder',
    path: [...action.path, 'progress'],
    order: sorted.map((entry) => Number(entry.path.at(-1))),
  };
}

export default defineRule({
  id: 'progress-order',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: 'Entries are in date order.',
  why: 'The log is read from top to bottom as a history; an entry out of place is easily taken for the latest.',
  repair: 'puts the entries in the order of their dates, each with its comments',
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
            text: The guide is drafted.
          - date: 2022-09-01
            status: in-progress
            text: Writing has begun.
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
          - date: 2022-09-01
            status: in-progress
            text: Writing has begun.
          - date: 2023-03-27
            status: in-progress
            text: The guide is drafted.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      let before: Entry | undefined;
      for (const entry of action.progress) {
        // A month or year may lie before or after a day within it.
        if (before && entry.date.day < before.date.first) {
          yield {
            at: entry.at('date'),
            message: `an entry of ${entry.date.written} stands after one of ${before.date.written}`,
            help: 'put the entries in the order of their dates, oldest first',
            fix: inOrder(action),
          };
        }
        before = entry;
      }
    }
  },
});
