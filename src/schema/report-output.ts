import * as z from 'zod';
import { STATUSES, type Status } from '../model/plan-file.ts';
import type { Smart } from '../model/smart.ts';
import { MOVEMENT_PARTS, type MovementPart } from '../reports/movement.ts';
import { revision } from './revision.ts';

const count = z.int().min(0);
const day = z.iso.date();

/** A count with what it counts. */
function counting(description: string) {
  return count.meta({ description });
}

function text(description: string) {
  return z.string().meta({ description });
}

const owner = z.strictObject({
  id: z
    .string()
    .nullable()
    .meta({ description: 'Of the owners file; null for an owner in words.' }),
  organisation: text('As the owners file calls it; else as written.'),
  role: z.string().nullable().meta({ description: 'The post or team.' }),
});

/** The fields of every row that is an action. */
const action = {
  plan: text('The id of the plan.'),
  recommendation: text('The id of the recommendation that the action belongs to.'),
  theme: z
    .string()
    .nullable()
    .meta({ description: 'The heading its recommendation stands under.' }),
  action: text('The id of the action.'),
  text: text('What will be done, in the words of the plan.'),
  owners: z.array(owner).meta({ description: 'Who answers for it; in CSV as organisation: role.' }),
  target: z
    .string()
    .nullable()
    .meta({ description: 'The target that holds on the day, as written.' }),
  due: day.nullable().meta({ description: 'The last day of the target.' }),
  firstTarget: z.string().nullable().meta({ description: 'The target first given, as written.' }),
  firstDue: day.nullable().meta({ description: 'The last day of the first target.' }),
  status: z.enum(STATUSES).meta({ description: 'The last status reported by the day.' }),
  rag: z.enum(['red', 'amber', 'green']).nullable().meta({
    description:
      'Green: complete. Amber: in progress, within target. Red: not complete otherwise. Null: superseded or withdrawn.',
  }),
  overdue: z.boolean().meta({ description: 'Open, and the last day of the target has passed.' }),
  daysOverdue: counting('Days since the last day of the target; 0 where it is not overdue.'),
  lastUpdate: day.nullable().meta({ description: 'The day of the last entry of its log.' }),
  file: text('The file it is written in.'),
  line: z.int().min(1).meta({ description: 'The line on which it begins.' }),
};

const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  'not-started': 'Actions of which no status has been reported, or not started.',
  'in-progress': 'Actions in progress.',
  paused: 'Actions that are paused.',
  complete: 'Actions that are complete.',
  superseded: 'Actions that others have taken the place of.',
  withdrawn: 'Actions that were taken back.',
};
const AGREEMENT_MEANINGS = {
  agreed: 'Recommendations agreed.',
  'partly-agreed': 'Recommendations agreed in part.',
  'not-agreed': 'Recommendations not agreed.',
  none: 'Recommendations without an answer of that kind.',
  total: 'All recommendations.',
} as const;
const RAG_MEANINGS = {
  red: 'Actions that are red: not complete, and not started, paused or past their target.',
  amber: 'Actions that are amber: in progress and within their target.',
  green: 'Actions that are green: complete.',
  none: 'Actions without RAG: superseded or withdrawn.',
} as const;
const MOVEMENT_MEANINGS: Readonly<Record<MovementPart, string>> = {
  opening: 'Open at the end of the day before the period.',
  raised: 'Taken on in the period.',
  reopened: 'Closed before, and opened again in the period.',
  completed: 'Open, and reported complete in the period.',
  superseded: 'Open, and superseded in the period.',
  withdrawn: 'Open, and withdrawn in the period.',
  closing: 'Open at the end of the last day of the period.',
  newlyOverdue: 'Overdue on the last day of the period, and not on the day before it began.',
  targetsMoved: 'Moves of targets in the period.',
};
const SMART_MEANINGS: Readonly<Record<keyof Smart, string>> = {
  specific: 'Its words name a step that is done or not done.',
  measurable: 'It has a measure, or its words hold something that can be checked.',
  achievable: 'The plan says by what means it can be done.',
  realistic: 'The plan says why it is within reach.',
  timeBound: 'Its first target has a last day, or else it has a day of review.',
};

const { complete: _, ...open } = STATUS_MEANINGS;
const statuses = z.strictObject(eachOf(STATUS_MEANINGS, counting));
const movement = z.strictObject(eachOf(MOVEMENT_MEANINGS, counting));
const actionIds = z.array(z.string()).meta({ description: 'Actions as plan/action.' });
const movementActions = z
  .strictObject(
    eachOf(MOVEMENT_MEANINGS, (meaning) =>
      z.array(z.string()).meta({ description: `${meaning} As plan/action.` }),
    ),
  )
  .meta({ description: 'The actions behind each figure of the movement; only with --month.' });
const movementRepeated = z
  .array(
    z.strictObject({
      part: z.enum(MOVEMENT_PARTS).meta({ description: 'The part of the movement.' }),
      action: text('The action, as plan/action.'),
      times: z.int().min(2).meta({ description: 'How often it counts in that part.' }),
    }),
  )
  .meta({
    description:
      'Actions that count in a part of the movement more than once, while the list of that part has them once; only with --month.',
  });
const position = {
  agreement: z.strictObject(eachOf(AGREEMENT_MEANINGS, counting)),
  status: statuses,
  rag: z.strictObject(eachOf(RAG_MEANINGS, counting)),
  actions: counting('All actions taken on by the day.'),
  overdue: counting('Actions that are open and past the last day of their target.'),
  withoutTarget: counting('Actions that have no target at all.'),
  withoutLastDay: counting('Open actions that can never be overdue.'),
  movement: movement.optional(),
  movementActions: movementActions.optional(),
  movementRepeated: movementRepeated.optional(),
};
/** What `summary` tells of all plans together, beyond their position. */
const note = {
  timeline: z
    .array(
      z.strictObject({
        month: text('As 2023-03; earlier and later for what is outside of the months shown.'),
        due: counting('Actions whose target ends in the month.'),
        done: counting('Actions done in the month.'),
      }),
    )
    .meta({ description: 'What is due and what was done, by month around the day.' }),
  dueNextMonth: z
    .array(z.string())
    .meta({ description: 'Open actions due in the month after the period, as plan/action.' })
    .optional(),
  stale: z
    .array(z.string())
    .meta({ description: 'Open actions of which nothing has been heard, as plan/action.' })
    .optional(),
  reclosed: z
    .array(
      z.strictObject({
        action: text('The action, as plan/action.'),
        from: z.enum(STATUSES).meta({ description: 'How it was closed before.' }),
        to: z.enum(STATUSES).meta({ description: 'How it was closed in the period.' }),
      }),
    )
    .meta({
      description:
        'Closed actions that were closed in another way in the period, which is no part of its movement; only with --month.',
    })
    .optional(),
  organisations: z
    .array(
      z.strictObject({
        organisation: text(
          'The organisation; an action counts for each that owns it, a part as often as it happened.',
        ),
        open: counting('Its open actions.'),
        overdue: counting('Its overdue actions.'),
        newlyOverdue: counting(MOVEMENT_MEANINGS.newlyOverdue),
        completed: counting(MOVEMENT_MEANINGS.completed),
        targetsMoved: counting(MOVEMENT_MEANINGS.targetsMoved),
        dueNextMonth: counting('Open actions due in the month after the period.'),
      }),
    )
    .meta({ description: 'The period by organisation; only with --month.' })
    .optional(),
};
const ownership = {
  total: counting('All actions.'),
  status: statuses,
  overdue: counting('Overdue actions.'),
  dueSoon: counting('Open and due within 30 days.'),
  complete: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'Share complete, as shareComplete; in JSON alone.' }),
  shareComplete: z.number().min(0).max(1).meta({ description: 'Share complete, from 0 to 1.' }),
};

const smartShares = eachOf(SMART_MEANINGS, (meaning) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ description: `Share of the actions of which this holds: ${meaning}` }),
);

/** The JSON of each report. */
export const reportOutputs: Readonly<Record<string, z.ZodType>> = {
  overdue: reportOutput('overdue', action, {
    actions: counting('Rows.'),
    longest: counting('Days of the longest.'),
  }),
  completed: reportOutput(
    'completed',
    {
      ...action,
      completed: day.meta({ description: 'The day it was done.' }),
      daysLate: z.int().nullable().meta({ description: '0 or less: on time.' }),
      recorded: day.meta({ description: 'The day of the entry that says so.' }),
    },
    {
      actions: counting('Rows.'),
      onTime: counting('Done by the last day of their target.'),
      late: counting('Done after it.'),
      withoutDue: counting('Without a last day to be done by.'),
    },
  ),
  owners: reportOutput(
    'owners',
    {
      owner: owner.nullable().meta({ description: 'Null for actions without an owner.' }),
      ...ownership,
      ...eachOf(open, (meaning) => counting(`${meaning} As in status; in JSON alone.`)),
    },
    { owners: counting('Rows with an owner.'), ...ownership },
  ),
  summary: reportOutput(
    'summary',
    { plan: text('The id of the plan.'), ...position },
    { plans: counting('Plans submitted by the day.'), ...position, ...note },
  ),
  upcoming: reportOutput(
    'upcoming',
    { ...action, daysLeft: counting('Days until the last day of the target.') },
    { actions: counting('Rows.'), days: counting('Days looked ahead.') },
  ),
  slippage: reportOutput(
    'slippage',
    {
      ...action,
      moves: z
        .array(
          z.strictObject({
            date: day.meta({ description: 'The day of the entry that moved it.' }),
            from: text('The target before, as written.'),
            to: text('The new target, as written.'),
            reason: text('What the entry says.'),
          }),
        )
        .meta({ description: 'Each move of the target, oldest first.' }),
      slippage: z
        .int()
        .nullable()
        .meta({ description: 'Days from the first due day to the current one.' }),
    },
    {
      actions: counting('Rows.'),
      moves: counting('Moves in all.'),
      later: counting('Actions that are due later than first promised.'),
      longest: counting('Days of the longest slippage.'),
      days: counting('Days of slippage of those, added up.'),
    },
  ),
  stale: reportOutput(
    'stale',
    {
      ...action,
      stale: z
        .array(z.enum(['no-update', 'past-review', 'missing-from-round']))
        .min(1)
        .meta({ description: 'Why it is stale.' }),
      daysSinceUpdate: counting('Days since its last entry, else since it was raised.'),
      review: day.nullable().meta({ description: 'The day on which it is to be looked at again.' }),
    },
    {
      actions: counting('Rows.'),
      noUpdate: counting('Without an update in so many days.'),
      pastReview: counting('Past their review.'),
      missingFromRound: counting('Not in the last update round of their plan.'),
      days: counting('Days without an update that make an action stale.'),
    },
  ),
  smart: reportOutput(
    'smart',
    {
      ...action,
      smart: z.strictObject(
        eachOf(SMART_MEANINGS, (description) => z.boolean().meta({ description })),
      ),
      vague: z.array(z.string()).meta({ description: 'The vague words found.' }),
    },
    {
      actions: counting('Rows.'),
      ...smartShares,
      all: count.meta({ description: 'Actions that hold all five parts.' }),
      plans: z
        .array(
          z.strictObject({
            plan: text('The id of the plan.'),
            actions: counting('Its actions.'),
            ...smartShares,
          }),
        )
        .meta({ description: 'The shares of each plan.' }),
    },
  ),
  standards: reportOutput(
    'standards',
    {
      standards: text('The id of the set of standards.'),
      domain: text('The domain of the expectation.'),
      question: text('The question it answers.'),
      expectation: text('The id of the expectation.'),
      text: text('What is expected.'),
      served: z.boolean().meta({ description: 'Whether anything serves it.' }),
      recommendations: z.array(z.string()).meta({ description: 'As plan/recommendation.' }),
      actions: actionIds,
      complete: counting('Of these actions, those complete.'),
      overdue: counting('Of these actions, those overdue.'),
      file: action.file,
      line: action.line,
    },
    {
      expectations: counting('Rows.'),
      served: counting('Expectations that something serves.'),
      unserved: counting('Expectations that nothing serves.'),
    },
  ),
};

function reportOutput(id: string, row: z.ZodRawShape, totals: z.ZodRawShape): z.ZodType {
  return z
    .strictObject({
      schemaVersion: z.literal(1).meta({ description: 'The version of this form.' }),
      kind: z.literal('report').meta({ description: 'What this is.' }),
      report: z.literal(id).meta({ description: 'The name of the report.' }),
      asOf: day.meta({ description: 'The day on which state is worked out.' }),
      revision: revision.nullable(),
      period: z
        .strictObject({
          from: day.meta({ description: 'The first day.' }),
          to: day.meta({ description: 'The last day, both included.' }),
        })
        .nullable()
        .meta({ description: 'The period asked about, where there is one.' }),
      sources: z.strictObject({
        files: counting('Files read.'),
        plans: counting('Plans among them.'),
        skipped: z
          .array(
            z.strictObject({
              file: text('The file.'),
              reason: text('Why: it cannot be read, or has an id that is given twice.'),
            }),
          )
          .meta({ description: 'Files left out, only with --skip-invalid.' }),
        notYet: z
          .array(
            z.strictObject({
              plan: text('The id of the plan.'),
              file: text('Its file.'),
              submitted: text('When it was submitted, as written.'),
            }),
          )
          .meta({
            description:
              'Plans asked for of which nothing counts, since they were submitted after the day.',
          }),
      }),
      rows: z.array(z.strictObject(row)),
      totals: z.strictObject(totals),
      notes: z
        .array(z.string())
        .meta({ description: 'What the rows leave out, and why, in words.' }),
    })
    .meta({ title: `actionplan report ${id}` });
}

/** A value for each key, made from its meaning. */
function eachOf<Key extends string, T>(
  meanings: Readonly<Record<Key, string>>,
  make: (meaning: string) => T,
): Record<Key, T> {
  const entries = Object.entries<string>(meanings).map(([key, meaning]) => [key, make(meaning)]);
  return Object.fromEntries(entries) as Record<Key, T>;
}
