import * as z from 'zod';
import { AGREEMENTS, STATUSES } from '../model/plan-file.ts';
import { SMART_PARTS } from '../model/smart.ts';
import { MOVEMENT_PARTS } from '../reports/movement.ts';
import { revision } from './revision.ts';

const count = z.int().min(0);
const day = z.iso.date();
const owner = z.strictObject({
  id: z.string().nullable(),
  organisation: z.string(),
  role: z.string().nullable(),
});

/** The fields of every row that is an action. */
const action = {
  plan: z.string(),
  recommendation: z.string(),
  theme: z.string().nullable(),
  action: z.string().meta({ description: 'Its id.' }),
  text: z.string(),
  owners: z.array(owner),
  target: z.string().nullable().meta({ description: 'As written.' }),
  due: day.nullable().meta({ description: 'The last day of the target.' }),
  firstTarget: z.string().nullable(),
  firstDue: day.nullable(),
  status: z.enum(STATUSES),
  rag: z.enum(['red', 'amber', 'green']).nullable(),
  overdue: z.boolean(),
  daysOverdue: count,
  lastUpdate: day.nullable(),
  file: z.string(),
  line: z.int().min(1),
};

const statuses = z.strictObject(keysOf(STATUSES));
const movement = z.strictObject(keysOf(MOVEMENT_PARTS));
const actionIds = z.array(z.string()).meta({ description: 'Actions as plan/action.' });
const movementActions = z
  .strictObject(mapOf(MOVEMENT_PARTS, actionIds))
  .meta({ description: 'The actions behind each figure of the movement; only with --month.' });
const position = {
  agreement: z.strictObject(keysOf([...AGREEMENTS, 'none', 'total'])),
  status: statuses,
  rag: z.strictObject(keysOf(['red', 'amber', 'green', 'none'])),
  actions: count,
  overdue: count,
  withoutTarget: count,
  withoutLastDay: count.meta({ description: 'Open actions that can never be overdue.' }),
  movement: movement.optional(),
  movementActions: movementActions.optional(),
};
/** What `summary` tells of all plans together, beyond their position. */
const note = {
  timeline: z
    .array(z.strictObject({ month: z.string(), due: count, done: count }))
    .meta({ description: 'What is due and what was done, by month around the day.' }),
  dueNextMonth: actionIds.optional(),
  stale: actionIds.optional(),
  organisations: z
    .array(
      z.strictObject({
        organisation: z.string(),
        open: count,
        overdue: count,
        newlyOverdue: count,
        completed: count,
        targetsMoved: count,
        dueNextMonth: count,
      }),
    )
    .optional(),
};
const ownership = {
  total: count,
  status: statuses,
  overdue: count,
  dueSoon: count.meta({ description: 'Open and due within 30 days.' }),
  complete: z.number().min(0).max(1).meta({ description: 'Share complete.' }),
};

const smartShares = mapOf(SMART_PARTS, z.number().min(0).max(1));

/** The JSON of each report. */
export const reportOutputs: Readonly<Record<string, z.ZodType>> = {
  overdue: reportOutput('overdue', action, { actions: count, longest: count }),
  completed: reportOutput(
    'completed',
    {
      ...action,
      completed: day.meta({ description: 'The day it was done.' }),
      daysLate: z.int().nullable().meta({ description: '0 or less: on time.' }),
      recorded: day.meta({ description: 'The day of the entry that says so.' }),
    },
    { actions: count, onTime: count, late: count, withoutDue: count },
  ),
  owners: reportOutput(
    'owners',
    {
      owner: owner.nullable(),
      ...ownership,
      ...keysOf(['not-started', 'in-progress', 'paused', 'superseded', 'withdrawn']),
    },
    { owners: count, ...ownership },
  ),
  summary: reportOutput(
    'summary',
    { plan: z.string(), ...position },
    { plans: count, ...position, ...note },
  ),
  upcoming: reportOutput(
    'upcoming',
    { ...action, daysLeft: count },
    { actions: count, days: count },
  ),
  slippage: reportOutput(
    'slippage',
    {
      ...action,
      moves: z.array(
        z.strictObject({ date: day, from: z.string(), to: z.string(), reason: z.string() }),
      ),
      slippage: z
        .int()
        .nullable()
        .meta({ description: 'Days from the first due day to the current one.' }),
    },
    { actions: count, moves: count, later: count, longest: count, days: count },
  ),
  stale: reportOutput(
    'stale',
    {
      ...action,
      stale: z.array(z.enum(['no-update', 'past-review', 'missing-from-round'])).min(1),
      daysSinceUpdate: count,
      review: day.nullable(),
    },
    { actions: count, noUpdate: count, pastReview: count, missingFromRound: count, days: count },
  ),
  smart: reportOutput(
    'smart',
    {
      ...action,
      smart: z.strictObject(mapOf(SMART_PARTS, z.boolean())),
      vague: z.array(z.string()).meta({ description: 'The vague words found.' }),
    },
    {
      actions: count,
      ...smartShares,
      all: count.meta({ description: 'Actions that hold all five parts.' }),
      plans: z.array(z.strictObject({ plan: z.string(), actions: count, ...smartShares })),
    },
  ),
  standards: reportOutput(
    'standards',
    {
      standards: z.string(),
      domain: z.string(),
      question: z.string(),
      expectation: z.string().meta({ description: 'Its id.' }),
      text: z.string(),
      served: z.boolean(),
      recommendations: z.array(z.string()).meta({ description: 'As plan/recommendation.' }),
      actions: actionIds,
      complete: count,
      overdue: count,
      file: z.string(),
      line: z.int().min(1),
    },
    { expectations: count, served: count, unserved: count },
  ),
};

function reportOutput(id: string, row: z.ZodRawShape, totals: z.ZodRawShape): z.ZodType {
  return z
    .strictObject({
      schemaVersion: z.literal(1),
      kind: z.literal('report'),
      report: z.literal(id),
      asOf: day,
      revision: revision.nullable(),
      period: z.strictObject({ from: day, to: day }).nullable(),
      sources: z.strictObject({
        files: count,
        plans: count,
        skipped: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
      }),
      rows: z.array(z.strictObject(row)),
      totals: z.strictObject(totals),
    })
    .meta({ title: `actionplan report ${id}` });
}

function keysOf<Key extends string>(keys: readonly Key[]): Record<Key, typeof count> {
  return mapOf(keys, count);
}

function mapOf<Key extends string, T>(keys: readonly Key[], value: T): Record<Key, T> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, T>;
}
