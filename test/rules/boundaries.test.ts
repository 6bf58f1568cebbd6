import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { validateFiles } from '../support/validate-files.ts';

type Files = Readonly<Record<string, string>>;

/** A plan with these lines under its one action. */
function action(...lines: string[]): string {
  return item('    agreement: agreed', '    actions:', ...actionLines('1.1', ...lines));
}

function actionLines(id: string, ...lines: string[]): string[] {
  return [
    `      - id: "${id}"`,
    '        action: Publish a guide.',
    ...lines.map((line) => `        ${line}`),
  ];
}

/** An action with these entries. */
function log(...entries: string[]): string {
  return action('target: 2023-12', 'progress:', ...entries.map((entry) => `  - {${entry}}`));
}

/** A plan with these lines under its one recommendation. */
function item(...lines: string[]): string {
  return plan('  - id: "1"', '    text: Keep records.', ...lines);
}

function plan(...recommendations: string[]): string {
  return [
    'plan: x',
    'title: T',
    'kind: inspection',
    'item: key concern',
    'submitted: 2022-03-04',
    'rounds: [{date: 2022-09-30}, {date: 2023-05-01}, {date: 2023-06}]',
    'recommendations:',
    ...recommendations,
    '',
  ].join('\n');
}

const owners = `owners:
  - { id: gone, organisation: HMPPS, role: Lead, until: 2023-04-30 }
  - { id: going, organisation: HMPPS, role: Head, until: 2023-05-01 }
  - { id: staying, organisation: NHSE, also: ["The Service: Director of Health"] }
`;

function numbered(...ids: string[]): string {
  return plan(...ids.flatMap((id) => [`  - id: "${id}"`, '    text: Keep.']));
}

function waiting(...pairs: [id: string, dependsOn: string, target?: string][]): string {
  return item(
    '    actions:',
    ...pairs.flatMap(([id, on, target]) =>
      actionLines(id, `depends-on: [${on}]`, ...(target ? [`target: ${target}`] : [])),
    ),
  );
}

/** Actions of which so many lack a field. */
function lacking(field: string, without: number, given: number): string {
  const ids = Array.from({ length: without + given }, (_, index) => index);
  return item(
    '    actions:',
    ...ids.flatMap((index) =>
      actionLines(`1.${index + 1}`, ...(index < without ? [] : [`${field}: Yes.`])),
    ),
  );
}

const cases: [rule: string, what: string, files: string | Files, found: string[]][] = [
  ['response-required', 'not of an inspection', item(), []],
  [
    'response-required',
    'a thematic review',
    item().replace('inspection', 'thematic-review'),
    ['a.yaml:8:5 1: key concern 1 has no response → add `response:` with the answer given to it'],
  ],
  [
    'agreement-required',
    'an inspection',
    item(),
    [
      'a.yaml:8:5 1: key concern 1 does not say whether it is agreed → add `agreement:` with `agreed`, `partly-agreed` or `not-agreed`',
    ],
  ],
  ['agreement-required', 'not of a strategy', item().replace('inspection', 'strategy'), []],
  [
    'reason-category',
    'not agreed',
    item('    agreement: not-agreed', '    reason: {text: Why.}'),
    [
      'a.yaml:11:13 1: the reason of key concern 1 names no category → add `category:` with one or more of commissioning, policy, operational, affordability',
    ],
  ],
  ['reason-category', 'agreed', item('    agreement: agreed', '    reason: {text: Why.}'), []],
  [
    'reason-category',
    'no answer',
    item('    reason: {text: Why.}'),
    [
      'a.yaml:10:13 1: the reason of key concern 1 names no category → add `category:` with one or more of commissioning, policy, operational, affordability',
    ],
  ],
  [
    'reason-category',
    'given',
    item('    agreement: not-agreed', '    reason: {category: policy}'),
    [],
  ],
  [
    'reason-required',
    'not agreed',
    item('    agreement: not-agreed'),
    [
      'a.yaml:10:16 1: key concern 1 is not agreed without a reason → add `reason:` with a `category` and a `text`',
    ],
  ],
  [
    'reason-required',
    'partly agreed',
    item('    agreement: partly-agreed'),
    [
      'a.yaml:10:16 1: key concern 1 is partly agreed without a reason → add `reason:` with a `category` and a `text`',
    ],
  ],
  [
    'reason-required',
    'only a category',
    item('    agreement: partly-agreed', '    reason: {category: policy}'),
    [
      'a.yaml:11:13 1: key concern 1 is partly agreed without a reason → add `text:` with the explanation to the reason',
    ],
  ],
  ['reason-required', 'agreed', item('    agreement: agreed'), []],
  ['reason-required', 'no answer', item(), []],
  ['agreed-part-required', 'not agreed', item('    agreement: not-agreed'), []],
  [
    'agreed-part-required',
    'given',
    item('    agreement: partly-agreed', '    agreed-part: Some.'),
    [],
  ],
  [
    'actions-required',
    'agreed',
    item('    agreement: agreed'),
    [
      'a.yaml:8:5 1: key concern 1 is agreed but has no action → add `actions:` with at least one action, its owner and its target',
    ],
  ],
  [
    'actions-required',
    'partly agreed',
    item('    agreement: partly-agreed'),
    [
      'a.yaml:8:5 1: key concern 1 is partly agreed but has no action → add `actions:` with at least one action, its owner and its target',
    ],
  ],
  ['actions-required', 'not agreed', item('    agreement: not-agreed'), []],
  ['actions-required', 'no answer', item(), []],
  [
    'owner-required',
    'none',
    action(),
    [
      'a.yaml:12:9 1.1: action 1.1 has no owner → add `owner:` with the post or team that answers for it',
    ],
  ],
  ['owner-required', 'one', action('owner: A'), []],
  ...['TBC', 't.b.d.', 'To be confirmed', 'N/A', 'none', '"?"'].map(
    (owner): (typeof cases)[number] => [
      'owner-required',
      `${owner} for one`,
      action(`owner: ${owner}`),
      [
        `a.yaml:14:16 1.1: action 1.1 has no owner: "${owner.replaceAll('"', '')}" names none → name the post or team that answers for it`,
      ],
    ],
  ),
  ['owner-required', 'one beside one to come', action('owner: [A, TBC]'), []],
  ['owner-required', 'what only begins like none', action('owner: NA Team'), []],
  ['owner-known', 'one to come', { 'a.yaml': action('owner: TBC'), 'owners.yaml': owners }, []],
  // Five is a habit, if they are most of all.
  [
    'smart-achievable',
    'four of four',
    lacking('achievable', 4, 0),
    [
      'a.yaml:11:9 1.1: action 1.1 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:13:9 1.2: action 1.2 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:15:9 1.3: action 1.3 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:17:9 1.4: action 1.4 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
    ],
  ],
  [
    'smart-achievable',
    'five of nine',
    lacking('achievable', 5, 4),
    [
      "a.yaml:7:1 null: 4 of the plan's 9 actions say what makes it achievable → add `achievable:` with the means, resources and dependencies",
    ],
  ],
  [
    'smart-achievable',
    'five of seven',
    lacking('achievable', 5, 2),
    [
      "a.yaml:7:1 null: 2 of the plan's 7 actions say what makes it achievable → add `achievable:` with the means, resources and dependencies",
    ],
  ],
  [
    'smart-achievable',
    'five of six',
    lacking('achievable', 5, 1),
    [
      "a.yaml:7:1 null: 1 of the plan's 6 actions says what makes it achievable → add `achievable:` with the means, resources and dependencies",
    ],
  ],
  [
    'smart-achievable',
    'five of ten',
    lacking('achievable', 5, 5),
    [
      'a.yaml:11:9 1.1: action 1.1 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:13:9 1.2: action 1.2 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:15:9 1.3: action 1.3 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:17:9 1.4: action 1.4 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
      'a.yaml:19:9 1.5: action 1.5 does not say what makes it achievable → add `achievable:` with the means, resources and dependencies',
    ],
  ],
  [
    'smart-realistic',
    'six of six',
    lacking('realistic', 6, 0),
    [
      "a.yaml:7:1 null: none of the plan's 6 actions says what makes it realistic → add `realistic:` with why it is within reach and worth doing",
    ],
  ],
  [
    'smart-realistic',
    'one of two',
    lacking('realistic', 1, 1),
    [
      'a.yaml:11:9 1.1: action 1.1 does not say what makes it realistic → add `realistic:` with why it is within reach and worth doing',
    ],
  ],
  [
    'smart-time-bound',
    'no target',
    action(),
    [
      'a.yaml:12:9 1.1: action 1.1 has no target → add `target:` with a day, month, quarter, season or year, such as 2022-06',
    ],
  ],
  [
    'smart-time-bound',
    'no last day',
    action('target: ongoing'),
    [
      'a.yaml:14:17 1.1: action 1.1 has no last day and no review date → add `review:` with the date on which it is next looked at, or give a target with a last day',
    ],
  ],
  ['smart-time-bound', 'a review', action('target: ongoing', 'review: 2024'), []],
  [
    'smart-time-bound',
    'complete when raised',
    action('raised: 2022-05', 'progress:', '  - {date: 2022-05-31, status: complete, text: Done.}'),
    [],
  ],
  [
    'smart-time-bound',
    'complete a day later',
    action('progress:', '  - {date: 2022-03-05, status: complete, text: Done.}'),
    [
      'a.yaml:12:9 1.1: action 1.1 has no target → add `target:` with a day, month, quarter, season or year, such as 2022-06',
    ],
  ],
  [
    'smart-measurable',
    'nobody will do it any more',
    action('progress:', '  - {date: 2023-05-01, status: withdrawn, text: No.}').replace(
      'Publish a guide.',
      'Improve partnership working.',
    ),
    [],
  ],
  [
    'smart-measurable',
    'not until then',
    action('progress:', '  - {date: 2023-05-02, status: superseded, text: No.}').replace(
      'Publish a guide.',
      'Improve partnership working.',
    ),
    [
      'a.yaml:13:17 1.1: action 1.1 has no measure, and names no document, number or threshold that can be checked → add `measure:` with what will show that it is done, or name it in the action',
    ],
  ],
  ['overdue-explained', 'due today', action('target: 2023-05-01'), []],
  [
    'overdue-explained',
    'due yesterday',
    action('target: 2023-04-30'),
    [
      'a.yaml:14:17 1.1: action 1.1 was due on 2023-04-30 and nothing has been said of it since → add a progress entry that says why, with a new `target` if there is one',
    ],
  ],
  [
    'overdue-explained',
    'said on its last day',
    action('target: 2023-04-30', 'progress: [{date: 2023-04-30, text: Not yet.}]'),
    [
      'a.yaml:14:17 1.1: action 1.1 was due on 2023-04-30 and nothing has been said of it since → add a progress entry that says why, with a new `target` if there is one',
    ],
  ],
  [
    'overdue-explained',
    'said the day after',
    action('target: 2023-04-30', 'progress: [{date: 2023-05-01, text: Not yet.}]'),
    [],
  ],
  [
    'overdue-explained',
    'moved',
    action(
      'target: 2022-06',
      'progress: [{date: 2022-07-01, target: 2023-03, text: No room.}, {date: 2023-05-02, target: 2024, text: No room.}]',
    ),
    [
      'a.yaml:15:47 1.1: action 1.1 was due on 2023-03-31 and nothing has been said of it since → add a progress entry that says why, with a new `target` if there is one',
    ],
  ],
  [
    'overdue-explained',
    'moved twice',
    action(
      'target: 2022-06',
      'progress: [{date: 2022-07-01, target: 2022-12, text: No room.}, {date: 2022-12-01, target: 2023-03, text: No room.}]',
    ),
    [
      'a.yaml:15:100 1.1: action 1.1 was due on 2023-03-31 and nothing has been said of it since → add a progress entry that says why, with a new `target` if there is one',
    ],
  ],
  ['overdue-explained', 'closed', log('date: 2022-05-01, status: withdrawn, text: No.'), []],
  [
    'progress-status-stays-closed',
    'an entry that says nothing of it',
    log('date: 2022-05-01, text: A', 'date: 2022-06-01, status: in-progress, text: B'),
    [],
  ],
  [
    'one-deliverable',
    'things in two sentences',
    action().replace('Publish a guide.', 'Publish a guide. Write a report.'),
    [
      'a.yaml:13:17 1.1: action 1.1 is several steps in one: "Publish … guide" and "Write … report" → make each step an action of its own, with its own owner and target',
    ],
  ],
  [
    'one-deliverable',
    'two things in one sentence',
    action().replace('Publish a guide.', 'Publish a guide and write a report.'),
    [],
  ],
  [
    'one-deliverable',
    'three things in one sentence',
    action().replace('Publish a guide.', 'Publish a guide, publish a form and write a report.'),
    [
      'a.yaml:13:17 1.1: action 1.1 is several steps in one: "Publish … guide", "publish … form" and "write … report" → make each step an action of its own, with its own owner and target',
    ],
  ],
  [
    'one-deliverable',
    'one thing said twice',
    action().replace('Publish a guide.', 'Publish a guide. Print the Guide.'),
    [],
  ],
  [
    'one-deliverable',
    'a numbered list',
    action().replace('Publish a guide.', '"1. Publish a guide. 2. Improve."'),
    [
      'a.yaml:13:17 1.1: action 1.1 is several steps in one → make each step an action of its own, with its own owner and target',
    ],
  ],
  [
    'one-deliverable',
    'a list with letters',
    action().replace('Publish a guide.', '"Improve (a) records and (b) training."'),
    [
      'a.yaml:13:17 1.1: action 1.1 is several steps in one → make each step an action of its own, with its own owner and target',
    ],
  ],
  ['target-after-raised', 'on the day', action('target: 2022-03-04'), []],
  [
    'target-after-raised',
    'the day before',
    action('target: 2022-03-03'),
    [
      'a.yaml:14:17 1.1: the target of action 1.1 ends on 2022-03-03, before the action was raised on 2022-03-04 → check the year of both; an action taken on after the plan was submitted has `raised:`',
    ],
  ],
  [
    'target-after-raised',
    'in the month it was raised',
    action('target: 2022-05-01', 'raised: 2022-05'),
    [],
  ],
  ['target-after-raised', 'without a last day', action('target: from 2020-01'), []],
  ['progress-after-raised', 'on the day', log('date: 2022-03-04, text: T'), []],
  [
    'progress-after-raised',
    'the day before',
    log('date: 2022-03-03, text: T'),
    [
      'a.yaml:16:20 1.1: an entry is dated 2022-03-03, before action 1.1 was raised on 2022-03-04 → check the year of both dates',
    ],
  ],
  ['progress-after-raised', 'in that month', log('date: 2022-03, text: T'), []],
  ['progress-not-future', 'today', log('date: 2023-05-01, text: T'), []],
  [
    'progress-not-future',
    'tomorrow',
    log('date: 2023-05-02, text: T'),
    [
      'a.yaml:16:20 1.1: an entry of action 1.1 is dated 2023-05-02, after 2023-05-01 → check the year; what is still to come belongs in the target',
    ],
  ],
  ['progress-not-future', 'this month', log('date: 2023-05, text: T'), []],
  ['progress-order', 'one day', log('date: 2022-05-01, text: A', 'date: 2022-05-01, text: B'), []],
  [
    'progress-order',
    'the day before',
    log('date: 2022-05-01, text: A', 'date: 2022-04-30, text: B'),
    [
      'a.yaml:17:20 1.1: an entry of 2022-04-30 stands after one of 2022-05-01 → put the entries in the order of their dates, oldest first (order 1 0)',
    ],
  ],
  [
    'progress-order',
    'a month and a day in it',
    log('date: 2022-05-10, text: A', 'date: 2022-05, text: B', 'date: 2022-05-09, text: C'),
    [],
  ],
  [
    'progress-order',
    'the last comes first',
    log('date: 2022-06-01, text: A', 'date: 2022-07-01, text: B', 'date: 2022-05-01, text: C'),
    [
      'a.yaml:18:20 1.1: an entry of 2022-05-01 stands after one of 2022-07-01 → put the entries in the order of their dates, oldest first (order 2 0 1)',
    ],
  ],
  [
    'progress-status-stays-closed',
    'open again',
    log(
      'date: 2022-05-01, status: complete, text: Done.',
      'date: 2022-06-01, status: in-progress, text: Once more.',
    ),
    [
      'a.yaml:17:40 1.1: action 1.1 was complete and is in-progress again → begin the text with "Reopened:" and say why, or correct the status',
    ],
  ],
  [
    'progress-status-stays-closed',
    'and says so',
    log(
      'date: 2022-05-01, status: withdrawn, text: No.',
      'date: 2022-06-01, status: paused, text: We re-opened it.',
    ),
    [],
  ],
  [
    'progress-status-stays-closed',
    'closed in another way',
    log(
      'date: 2022-05-01, status: complete, text: Done.',
      'date: 2022-06-01, text: Still.',
      'date: 2022-07-01, status: superseded, text: By another.',
    ),
    [],
  ],
  [
    'progress-status-stays-closed',
    'only later',
    log(
      'date: 2022-05-01, status: complete, text: Done.',
      'date: 2023-05-02, status: in-progress, text: Once more.',
    ),
    [],
  ],
  [
    'progress-status-stays-closed',
    'twice',
    log(
      'date: 2022-05-01, status: complete, text: Done.',
      'date: 2022-06-01, status: not-started, text: Hm.',
      'date: 2022-07-01, status: paused, text: Hm.',
    ),
    [
      'a.yaml:17:40 1.1: action 1.1 was complete and is not-started again → begin the text with "Reopened:" and say why, or correct the status',
    ],
  ],
  [
    'completed-consistent',
    'on the day',
    log('date: 2022-05-01, status: complete, completed: 2022-05-01, text: T'),
    [],
  ],
  [
    'completed-consistent',
    'the day after',
    log('date: 2022-05-01, status: complete, completed: 2022-05-02, text: T'),
    [
      'a.yaml:16:61 1.1: completed on 2022-05-02, after the entry of 2022-05-01 that says so → check both dates: `completed` is the day it was done, `date` that of the update',
    ],
  ],
  [
    'completed-consistent',
    'in that month',
    log('date: 2022-05-01, status: complete, completed: 2022-05, text: T'),
    [],
  ],
  [
    'completed-consistent',
    'without a status',
    log('date: 2022-05-01, completed: 2022-05-01, text: T'),
    [
      'a.yaml:16:43 1.1: `completed` is given, but the status of this entry is not given → add `status: complete`, or remove `completed`',
    ],
  ],
  [
    'completed-consistent',
    'with another status',
    log('date: 2022-05-01, status: paused, completed: 2022-05-01, text: T'),
    [
      'a.yaml:16:59 1.1: `completed` is given, but the status of this entry is paused → add `status: complete`, or remove `completed`',
    ],
  ],
  [
    'complete-evidence',
    'none',
    log('date: 2022-05-01, status: complete, text: T'),
    [
      'a.yaml:16:13 1.1: action 1.1 is reported complete without evidence → add `evidence:` with the `title` and `href` of what shows it',
    ],
  ],
  [
    'complete-evidence',
    'some',
    log('date: 2022-05-01, status: complete, text: T, evidence: [{title: E}]'),
    [],
  ],
  ['complete-evidence', 'not complete', log('date: 2022-05-01, status: paused, text: T'), []],
  [
    'complete-words',
    'work to come',
    log(
      'date: 2022-05-01, status: complete, text: It will end. It Will  continue to run and is planned.',
    ),
    [
      'a.yaml:16:56 1.1: action 1.1 is reported complete, but its text speaks of work to come: "will", "continue to" and "is planned" → keep the action open until that is done, or make it an action of its own',
    ],
  ],
  [
    'complete-words',
    'no longer',
    log('date: 2022-05-01, status: complete, text: It will no longer run.'),
    [],
  ],
  [
    'complete-words',
    'not complete',
    log('date: 2022-05-01, status: paused, text: It will run.'),
    [],
  ],
  [
    'superseded-by',
    'nothing',
    log('date: 2022-05-01, status: superseded, text: Not done.'),
    [
      'a.yaml:16:58 1.1: action 1.1 is superseded, but it is not said by what → add `see:` with the action that takes its place, or say it in the text',
    ],
  ],
  [
    'superseded-by',
    'in words',
    log('date: 2022-05-01, status: superseded, text: Replaced by the new guide.'),
    [],
  ],
  [
    'superseded-by',
    'see of the entry',
    log('date: 2022-05-01, status: superseded, text: Not done., see: ["1"]'),
    [],
  ],
  [
    'superseded-by',
    'see of the action',
    log('date: 2022-05-01, status: superseded, text: Not done.').replace(
      '        target',
      '        see: ["1"]\n        target',
    ),
    [],
  ],
  [
    'superseded-by',
    'see of the recommendation',
    log('date: 2022-05-01, status: superseded, text: Not done.').replace(
      '    agreement',
      '    see: ["1.1"]\n    agreement',
    ),
    [],
  ],
  [
    'target-move-explained',
    'two words are none',
    log('date: 2022-05-01, target: 2024, text: The target was moved to 2024 by printers slowly.'),
    [
      'a.yaml:16:52 1.1: action 1.1 moves its target from 2023-12 to 2024 without saying why → say in the text what made the move necessary',
    ],
  ],
  [
    'target-move-explained',
    'three are',
    log('date: 2022-05-01, target: 2024, text: Printers broke slowly.'),
    [],
  ],
  [
    'target-move-explained',
    'the same target',
    log('date: 2022-05-01, target: 2023-12, text: Moved.'),
    [],
  ],
  [
    'target-move-explained',
    'a first target',
    action(
      'progress:',
      '  - {date: 2022-05-01, target: 2024, text: Set.}',
      '  - {date: 2022-05-01, target: 2025, text: Set.}',
    ),
    [
      'a.yaml:16:52 1.1: action 1.1 moves its target from 2024 to 2025 without saying why → say in the text what made the move necessary',
    ],
  ],
  [
    'round-covered',
    'no entry',
    action('target: 2024'),
    [
      'a.yaml:12:9 1.1: action 1.1 was open at the round of 2022-09-30 but has no entry in it → add an entry dated 2022-09-30 that says where it stood',
      'a.yaml:12:9 1.1: action 1.1 was open at the round of 2023-05-01 but has no entry in it → add an entry dated 2023-05-01 that says where it stood',
    ],
  ],
  [
    'round-covered',
    'an entry in the first',
    action('target: 2024', 'progress: [{date: 2022-09-30, text: T}]'),
    [
      'a.yaml:12:9 1.1: action 1.1 was open at the round of 2023-05-01 but has no entry in it → add an entry dated 2023-05-01 that says where it stood',
    ],
  ],
  [
    'owner-in-post',
    'ended',
    { 'a.yaml': action('owner: [staying, gone, going]'), 'owners.yaml': owners },
    [
      'a.yaml:14:26 1.1: action 1.1 is open, but the post of its owner, HMPPS: Lead, ended on 2023-04-30 → name the new owner, and say so in a progress entry',
    ],
  ],
  [
    'owner-in-post',
    'closed',
    {
      'a.yaml': action('owner: gone', 'progress: [{date: 2022-05-01, status: complete, text: T}]'),
      'owners.yaml': owners,
    },
    [],
  ],
  [
    'owner-known',
    'near and far',
    {
      'a.yaml': action('owner: [stayin, "HMPPS: Lead", Nobody, "The Service: Director of Healt"]'),
      'owners.yaml': owners,
    },
    [
      'a.yaml:14:17 1.1: the owner "stayin" is not in the owners file → did you mean `staying`?',
      'a.yaml:14:40 1.1: the owner "Nobody" is not in the owners file → add the owner to the owners file, or this spelling under its `also`',
      'a.yaml:14:48 1.1: the owner "The Service: Director of Healt" is not in the owners file → did you mean `The Service: Director of Health`?',
    ],
  ],
  ['owner-known', 'no owners file', action('owner: Nobody'), []],
  [
    'owner-spelling',
    'in an owners file',
    { 'a.yaml': action('owner: [NHSE Director, NHSE director]'), 'owners.yaml': owners },
    [],
  ],
  [
    'owner-spelling',
    'two',
    action('owner: [NHSE Director, NHSE director, NHSE director]'),
    [
      'a.yaml:14:17 1.1: the owner "NHSE Director" is elsewhere spelt "NHSE director" → use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
    ],
  ],
  [
    'owner-spelling',
    'a difference that cannot be seen',
    action('owner: [Head of Custody, Head of  Custody, Head of Custody]'),
    [
      'a.yaml:14:34 1.1: the owner "Head of Custody" has doubled spaces, and is elsewhere spelt without → use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
    ],
  ],
  [
    'owner-spelling',
    'a difference of the usual one',
    action('owner: [Head of  Custody, Head of  Custody, "Head of\\xa0Custody", Head of Custody]'),
    [
      'a.yaml:14:53 1.1: the owner "Head of Custody" has a non-breaking space (U+00A0), and is elsewhere spelt with doubled spaces → use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
      'a.yaml:14:75 1.1: the owner "Head of Custody" is elsewhere spelt with doubled spaces → use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
    ],
  ],
  [
    'owner-spelling',
    'another form of its letters',
    action('owner: [Pennaeth Rhe\u0301olaeth, Pennaeth Rh\u00e9olaeth, Pennaeth Rh\u00e9olaeth]'),
    [
      'a.yaml:14:17 1.1: the owner "Pennaeth Rhe\u0301olaeth" is elsewhere spelt with another form of its letters → use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
    ],
  ],
  [
    'owner-spelling',
    'two as long as is told in full, and one longer',
    action(
      `owner: [${'A'.repeat(150)}, ${'a'.repeat(150)}, ${'B'.repeat(151)}, ${'b'.repeat(151)}]`,
    ),
    [
      `a.yaml:14:169 1.1: the owner "${'a'.repeat(150)}" is elsewhere spelt "${'A'.repeat(150)}" → use one spelling, or list both in an owners file: one as the owner, the other under its \`also\``,
      `a.yaml:14:474 1.1: the owner "${'b'.repeat(149)}…" is elsewhere spelt "${'B'.repeat(149)}…" → use one spelling, or list both in an owners file: one as the owner, the other under its \`also\``,
    ],
  ],
  [
    'id-sequence',
    'one missing',
    numbered('3', '4', '6'),
    [
      'a.yaml:12:9 6: key concern 6 follows 4: 5 is missing → put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
    ],
  ],
  [
    'id-sequence',
    'out of order',
    numbered('2', '1'),
    [
      'a.yaml:10:9 1: key concern 1 stands after 2 → put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
    ],
  ],
  ['id-sequence', 'none', plan().replace('recommendations:', 'recommendations: []'), []],
  ['id-sequence', 'twice', numbered('1', '1', '2'), []],
  ['id-sequence', 'not all numbers', numbered('1', 'a', '9'), []],
  [
    'id-sequence',
    'actions',
    waiting(['1.2', ''], ['1.3', ''], ['1.5', ''], ['1.4', '']),
    [
      'a.yaml:11:13 1.2: action 1.2 follows nothing: 1.1 is missing → put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
      'a.yaml:17:13 1.5: action 1.5 follows 1.3: 1.4 is missing → put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
      'a.yaml:20:13 1.4: action 1.4 stands after 1.5 → put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
    ],
  ],
  ['id-sequence', 'too long for a number', numbered('1', '1234567890'), []],
  [
    'id-unique',
    'everything twice',
    {
      'a.yaml': numbered('1', '2', '1'),
      'b.yaml': waiting(['1.1', ''], ['1.1', '']),
      'owners.yaml': 'owners:\n  - {id: a, organisation: A}\n  - {id: a, organisation: B}\n',
      's.yaml':
        'standards: s\ntitle: S\ndomains: [{title: D, questions: [{title: Q, expectations: [{id: L1, text: T}, {id: L1, text: T}]}]}]\n',
      't.yaml':
        'standards: s\ntitle: S\ndomains: [{title: D, questions: [{title: Q, expectations: [{id: L1, text: T}]}]}]\n',
    },
    [
      'a.yaml:12:9 1: there is already a key concern 1 above → give one of the two another id',
      'b.yaml:1:7 null: there is already a plan x in a.yaml → give one of the two another id',
      'b.yaml:14:13 1.1: there is already an action 1.1 above → give one of the two another id',
      'owners.yaml:3:10 null: there is already an owner a above → give one of the two another id',
      's.yaml:3:84 null: there is already an expectation L1 above → give one of the two another id',
      't.yaml:1:12 null: there is already a set of standards s in s.yaml → give one of the two another id',
    ],
  ],
  [
    'reference-exists',
    'two plans of one id',
    {
      'a.yaml': waiting(['1.1', '']),
      'b.yaml': waiting(['2.2', '']),
      'c.yaml': waiting(['3.1', 'x/1.1, x/2.2, x/3.3']).replace('plan: x', 'plan: y'),
    },
    [
      'c.yaml:13:36 3.1: there is no action "x/3.3" → write the id of an action of this plan, or `other-plan/4.2`',
    ],
  ],
  [
    'reference-exists',
    'without the id of the standards',
    {
      'a.yaml': item('    standards: leaders'),
      's.yaml':
        'standards: s\ntitle: S\ndomains: [{title: D, questions: [{title: Q, expectations: [{id: leaders, text: T}]}]}]\n',
    },
    ['a.yaml:10:16 1: there is no expectation "leaders" → did you mean `s/leaders`?'],
  ],
  [
    'reference-exists',
    'all kinds',
    {
      'a.yaml': item(
        '    see: ["1", "1.1", "1.2", x/1, y/1, y/9, z/1]',
        '    standards: [s/L1, s/L2, L1, t/L1]',
        '    actions:',
        ...actionLines(
          '1.1',
          'depends-on: ["1.1", "1", y/1.1, y/1]',
          'see: ["7"]',
          'standards: [s/L9]',
          'progress: [{date: 2022-05-01, text: T, see: ["8"]}]',
        ),
      ),
      'b.yaml': waiting(['1.1', '']).replace('plan: x', 'plan: y'),
      's.yaml':
        'standards: s\ntitle: S\ndomains: [{title: D, questions: [{title: Q, expectations: [{id: L1, text: T}]}]}]\n',
    },
    [
      'a.yaml:10:23 1: there is no recommendation or action "1.2" → did you mean `1.1`?',
      'a.yaml:10:40 1: there is no recommendation or action "y/9" → did you mean `y/1`?',
      'a.yaml:10:45 1: there is no recommendation or action "z/1" → did you mean `x/1`?',
      'a.yaml:11:23 1: there is no expectation "s/L2" → did you mean `s/L1`?',
      'a.yaml:11:29 1: there is no expectation "L1" → write the id of the standards, a slash and the id of the expectation',
      'a.yaml:11:33 1: there is no expectation "t/L1" → did you mean `s/L1`?',
      'a.yaml:15:29 1.1: there is no action "1" → write the id of an action of this plan, or `other-plan/4.2`',
      'a.yaml:15:41 1.1: there is no action "y/1" → write the id of an action of this plan, or `other-plan/4.2`',
      'a.yaml:16:15 1.1: there is no recommendation or action "7" → did you mean `1`?',
      'a.yaml:17:21 1.1: there is no expectation "s/L9" → did you mean `s/L1`?',
      'a.yaml:18:54 1.1: there is no recommendation or action "8" → did you mean `1`?',
    ],
  ],
  [
    'reference-cycle',
    'of one',
    waiting(['1.1', '"1.1"']),
    [
      'a.yaml:13:21 1.1: these actions wait for one another: 1.1 → 1.1 → remove one of the dependencies',
    ],
  ],
  [
    'reference-cycle',
    'of three, entered from outside',
    waiting(['1.1', '"1.2"'], ['1.2', '"1.3"'], ['1.3', '"1.4"'], ['1.4', '"1.2"']),
    [
      'a.yaml:16:21 1.2: these actions wait for one another: 1.2 → 1.3 → 1.4 → 1.2 → remove one of the dependencies',
    ],
  ],
  [
    'reference-cycle',
    'none: two ways to one',
    waiting(['1.1', '"1.2", "1.3"'], ['1.2', '"1.4"'], ['1.3', '"1.4"'], ['1.4', '']),
    [],
  ],
  [
    'reference-cycle',
    'over two plans',
    {
      'a.yaml': waiting(['1.1', 'y/1.1']),
      'b.yaml': waiting(['1.1', 'x/1.1']).replace('plan: x', 'plan: y'),
    },
    [
      'a.yaml:13:21 1.1: these actions wait for one another: 1.1 → y/1.1 → 1.1 → remove one of the dependencies',
    ],
  ],
  [
    'target-order',
    'the day before',
    waiting(['1.1', '"1.2"', '2023-06-29'], ['1.2', '', '2023-06-30']),
    [
      'a.yaml:13:22 1.1: action 1.1 is due on 2023-06-29, before action 1.2, which it depends on (2023-06-30) → move one of the two targets with a progress entry, or remove the dependency',
    ],
  ],
  [
    'target-order',
    'the same day',
    waiting(['1.1', '"1.2"', '2023-06-30'], ['1.2', '', '2023-06-30']),
    [],
  ],
  [
    'target-order',
    'a month',
    waiting(['1.1', '"1.2"', '2023-05'], ['1.2', '', '2023-06-30']),
    [
      'a.yaml:13:22 1.1 (warning): action 1.1 is due on 2023-05-31, before action 1.2, which it depends on (2023-06-30) → move one of the two targets with a progress entry, or remove the dependency',
    ],
  ],
  ['target-order', 'no last day', waiting(['1.1', '"1.2"', '2023-05'], ['1.2', '', 'ongoing']), []],
  [
    'reference-in-text',
    'several',
    plan(
      '  - id: "1"',
      '    text: See recommendations 2, 3 and 4 & 9 and recommendation 1.',
      '    see: ["3.1"]',
      ...['2', '3', '4'].flatMap((id) => [`  - id: "${id}"`, '    text: As key concern 1 says.']),
    ),
    [
      'a.yaml:9:11 1: the text speaks of key concern 2, which is not in `see` → add `see: ["2"]`',
      'a.yaml:9:11 1: the text speaks of key concern 4, which is not in `see` → add `see: ["4"]`',
      'a.yaml:12:11 2: the text speaks of key concern 1, which is not in `see` → add `see: ["1"]`',
      'a.yaml:14:11 3: the text speaks of key concern 1, which is not in `see` → add `see: ["1"]`',
      'a.yaml:16:11 4: the text speaks of key concern 1, which is not in `see` → add `see: ["1"]`',
    ],
  ],
  [
    'reference-in-text',
    'in a reason; what the action and what its recommendation names both count',
    plan(
      '  - id: "1"',
      '    text: Keep.',
      '    see: ["2"]',
      '    reason: { category: policy, text: As recommendations 2 and 4 say. }',
      '    actions:',
      ...actionLines('1.1', 'see: ["3"]', 'measure: As recommendations 2 and 3 and 4.'),
      ...['2', '3', '4'].flatMap((id) => [`  - id: "${id}"`, '    text: T']),
    ),
    [
      'a.yaml:11:39 1: the text speaks of key concern 4, which is not in `see` → add `see: ["4"]`',
      'a.yaml:16:18 1.1: the text speaks of key concern 4, which is not in `see` → add `see: ["4"]`',
    ],
  ],
  [
    'reference-in-text',
    'in the words of an action',
    plan(
      '  - id: "1"',
      '    text: Keep.',
      '    actions:',
      ...actionLines('1.1').map((line) => line.replace('a guide', 'what recommendation 2 asks')),
      '  - id: "2"',
      '    text: Two.',
    ),
    [
      'a.yaml:12:17 1.1: the text speaks of key concern 2, which is not in `see` → add `see: ["2"]`',
    ],
  ],
  [
    'reference-in-text',
    'in an action',
    plan(
      '  - id: "1"',
      '    text: Keep.',
      '    actions:',
      ...actionLines(
        '1.1',
        'see: ["2"]',
        'measure: As recommendation 2.',
        'progress: [{date: 2022-05-01, text: As recommendation 2.}, {date: 2022-06-01, text: As recommendation 3.}]',
      ),
      '  - id: "2"',
      '    text: Two.',
      '  - id: "3"',
      '    text: Three.',
    ),
    [
      'a.yaml:15:93 1.1: the text speaks of key concern 3, which is not in `see` → add `see: ["3"]`',
    ],
  ],
  [
    'text-clean',
    'each kind once',
    item(
      '    theme: "A\\u00a0B\\u00a0C"',
      '    response: "A  B\\u200bC\\tD\\u00adE\\u0007F"',
      '    agreed-part: "A\\u200dB"',
      '    notes: "A  B"',
    ),
    [
      'a.yaml:10:12 1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:11:15 1: the text has doubled spaces, a zero-width space (U+200B), a tab (U+0009), a soft hyphen (U+00AD), an invisible or control character (U+0007) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:12:18 1: the text has an invisible or control character (U+200D) → type the text again there, with ordinary single spaces',
    ],
  ],
  [
    'text-clean',
    'at the head',
    item()
      .replace(
        'title: T',
        'title: "A\\u00a0B"\nby: ["C\\u00a0D"]\nreport: {title: "E\\u00a0F", publisher: "G\\u00a0H"}',
      )
      .replace('{date: 2023-06}', '{date: 2023-06, title: "I\\u00a0J"}'),
    [
      'a.yaml:2:8 null: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:3:5 null: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:4:17 null: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:4:40 null: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:8:73 null: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
    ],
  ],
  [
    'one-deliverable',
    'two steps',
    action('target: 2023-12').replace(
      'Publish a guide.',
      'Publish a guide, set up a working group and train all staff.',
    ),
    [],
  ],
  [
    'smart-specific',
    'no words to blame',
    action('target: 2023-12').replace('Publish a guide.', 'Strong leadership.'),
    [
      'a.yaml:13:17 1.1: action 1.1 names no step that is done or not done → name what will be published, set up, agreed, changed or held, and for whom',
    ],
  ],
  [
    'smart-specific',
    'words that only blur it',
    action('target: 2023-12').replace('Publish a guide.', 'Strong leadership in due course.'),
    [
      'a.yaml:13:35 1.1: action 1.1 names no step that is done or not done: "in due course" names no day or interval → give the date, or how often',
    ],
  ],
  [
    'smart-specific',
    'one vague word twice',
    action('target: 2023-12').replace(
      'Publish a guide.',
      'Improve access. Improve support, and explore options.',
    ),
    [
      'a.yaml:13:17 1.1: action 1.1 names no step that is done or not done: "Improve" is an aim and does not say what will be done to reach it; see also "explore" → name the step towards it, or the figure that will show it is reached',
    ],
  ],
  [
    'smart-specific',
    'several vague words',
    action('target: 2023-12').replace(
      'Publish a guide.',
      'Consider, explore, review, where appropriate, and look into options to improve working.',
    ),
    [
      'a.yaml:13:17 1.1: action 1.1 names no step that is done or not done: "Consider" ends in a thought, not in something done; see also "explore" and "look into" → name what the thinking will produce, such as a report, a decision or a plan',
    ],
  ],
  // A value that cannot be read is a finding of reading: it is there, and not missing.
  [
    'agreed-part-required',
    'faulty',
    item('    agreement: partly-agreed', '    agreed-part: []'),
    [],
  ],
  [
    'response-required',
    'faulty',
    item('    response: []').replace('inspection', 'thematic-review'),
    [],
  ],
  ['agreement-required', 'faulty', item('    agreement: perhaps'), []],
  [
    'reason-required',
    'faulty text',
    item('    agreement: not-agreed', '    reason: {text: []}'),
    [],
  ],
  ['reason-required', 'faulty', item('    agreement: not-agreed', '    reason: []'), []],
  [
    'reason-category',
    'faulty',
    item('    agreement: not-agreed', '    reason: {category: x, text: Why.}'),
    [],
  ],
  ['actions-required', 'faulty', item('    agreement: agreed', '    actions: x'), []],
  ['owner-required', 'faulty', action('owner: {}'), []],
  ['smart-time-bound', 'faulty', action('target: soon'), []],
  ['smart-achievable', 'faulty', action('achievable: []'), []],
  ['smart-measurable', 'faulty action', action().replace('Publish a guide.', '[]'), []],
  [
    'complete-evidence',
    'faulty',
    log('date: 2022-05-01, status: complete, text: T, evidence: x'),
    [],
  ],
  [
    'smart-realistic',
    'five of six',
    lacking('realistic', 5, 1),
    [
      "a.yaml:7:1 null: 1 of the plan's 6 actions says what makes it realistic → add `realistic:` with why it is within reach and worth doing",
    ],
  ],
  [
    'target-move-explained',
    'three short words',
    log('date: 2022-05-01, target: 2024, text: PC TV HQ a b c.'),
    [],
  ],
  [
    'target-order',
    'closed itself',
    waiting(['1.1', '"1.2"', '2023-05'], ['1.2', '', '2023-06-30']).replace(
      'target: 2023-05',
      'target: 2023-05\n        progress: [{date: 2023-01-01, status: complete, text: T}]',
    ),
    [],
  ],
  [
    'target-order',
    'after what is closed',
    waiting(['1.1', '"1.2"', '2023-05'], ['1.2', '', '2023-06-30']).replace(
      'target: 2023-06-30',
      'target: 2023-06-30\n        progress: [{date: 2023-01-01, status: complete, text: T}]',
    ),
    [],
  ],
  [
    'target-order',
    'not there yet',
    waiting(['1.1', '"1.2"', '2023-05-10'], ['1.2', '', '2023-06-30']).replace(
      'target: 2023-05-10',
      'target: 2023-05-10\n        raised: 2023-05-02',
    ),
    [],
  ],
  ['target-order', 'without a target', waiting(['1.1', '"1.2"'], ['1.2', '', '2023-06-30']), []],
  [
    'reference-cycle',
    'entered twice from outside',
    waiting(['1.1', '"1.3"'], ['1.2', '"1.3"'], ['1.3', '"1.4"'], ['1.4', '"1.3"']),
    [
      'a.yaml:19:21 1.3: these actions wait for one another: 1.3 → 1.4 → 1.3 → remove one of the dependencies',
    ],
  ],
  [
    'reference-exists',
    'nothing is near',
    item(
      '    see: [nothing-of-the-kind, "x/nothing-of-the-kind"]',
      '    standards: [nothing-of-the-kind]',
    ),
    [
      'a.yaml:10:11 1: there is no recommendation or action "nothing-of-the-kind" → write the id of a recommendation or action of this plan, or `other-plan/4.2`',
      'a.yaml:10:32 1: there is no recommendation or action "x/nothing-of-the-kind" → write the id of a recommendation or action of this plan, or `other-plan/4.2`',
      'a.yaml:11:17 1: there is no expectation "nothing-of-the-kind" → write the id of the standards, a slash and the id of the expectation',
    ],
  ],
  [
    'reference-in-text',
    'both words',
    plan(
      '  - id: "1"',
      '    text: As key concern 2 and RECOMMENDATIONS 3 say; recommending 4 is another thing.',
      ...['2', '3', '4'].flatMap((id) => [`  - id: "${id}"`, '    text: T']),
    ),
    [
      'a.yaml:9:11 1: the text speaks of key concern 2, which is not in `see` → add `see: ["2"]`',
      'a.yaml:9:11 1: the text speaks of key concern 3, which is not in `see` → add `see: ["3"]`',
    ],
  ],
  [
    'text-clean',
    'in every text of an action',
    action(
      'measure: "A\\u00a0B"',
      'achievable: "A\\u00a0B"',
      'realistic: "A\\u00a0B"',
      'progress: [{date: 2022-05-01, text: "A\\u00a0B", evidence: [{title: "A\\u00a0B"}]}]',
    )
      .replace('Publish a guide.', '"A\\u00a0B"')
      .replace('item: key concern', 'item: "A\\u00a0B"'),
    [
      'a.yaml:4:7 null: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:13:17 1.1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:14:18 1.1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:15:21 1.1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:16:20 1.1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:17:45 1.1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
      'a.yaml:17:67 1.1: the text has a non-breaking space (U+00A0) → type the text again there, with ordinary single spaces (clean)',
    ],
  ],
];

/** Each rule just before and just after the line that it draws. */
describe.each(cases)('%s: %s', (rule, _, files, found) => {
  it('finds what it should, and says what to do', () => {
    const { severity } = rules.find(({ id }) => id === rule) ?? {};
    const levels: Record<string, string> = severity === 'off' ? { [rule]: 'warning' } : {};
    const all = validateFiles(typeof files === 'string' ? { 'a.yaml': files } : files, {
      rules: levels,
    });
    const own = all.filter((one) => one.rule === rule);
    const told = own.map(({ file, range, item, severity: level, message, help, fix }) => {
      const place = `${file}:${range.start.line}:${range.start.column}`;
      const repair =
        fix?.op === 'reorder' ? ` (order ${fix.order.join(' ')})` : fix ? ` (${fix.op})` : '';
      const less = level === severity || severity === 'off' ? '' : ` (${level})`;
      return `${place} ${item}${less}: ${message} → ${help}${repair}`;
    });
    expect(told).toEqual(found);
  });
});
