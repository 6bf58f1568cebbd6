import { defineRule } from './rule.ts';

export default defineRule({
  id: 'change-progress-kept',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'Past entries are neither edited nor removed: the log only grows.',
  why: 'The log is the evidence of what was known when. Corrections are new entries.',
  examples: {
    before: `plan: example
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
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
`,
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
          - date: 2023-01-27
            status: in-progress
            text: The guide is finished.
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
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
          - date: 2023-03-27
            status: in-progress
            text: The guide is finished, and printed.
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      const removed = change.type === 'progress-removed';
      if (!removed && change.type !== 'progress-edited') continue;
      const date = change.before?.entry?.date.written;
      const what = removed ? 'was removed' : `was edited (${change.field})`;
      yield {
        at: change.at,
        message: `the progress entry of ${date} on action ${change.action} ${what}; it was at ${whereWas(change)}`,
        help: 'put it back as it was, and say in a new entry what has changed',
      };
    }
  },
});
