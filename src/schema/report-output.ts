import * as z from 'zod';
import { AGREEMENTS, STATUSES } from '../model/plan-file.ts';
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
const movement = z.strictObject(
  keysOf([
    'opening',
    'raised',
    'reopened',
    'completed',
    'superseded',
    'withdrawn',
    'closing',
    'newlyOverdue',
    'targetsMoved',
  ]),
);
const position = {
  agreement: z.strictObject(keysOf([...AGREEMENTS, 'none', 'total'])),
  status: statuses,
  rag: z.strictObject(keysOf(['red', 'amber', 'green', 'none'])),
  actions: count,
  overdue: count,
  withoutTarget: count,
  movement: movement.optional(),
};
const ownership = {
  total: count,
  status: statuses,
  overdue: count,
  dueSoon: count.meta({ description: 'Open and due within 30 days.' }),
  complete: z.number().min(0).max(1).meta({ description: 'Share complete.' }),
};

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
    { owner: owner.nullable(), ...ownership },
    { owners: count, ...ownership },
  ),
  summary: reportOutput(
    'summary',
    { plan: z.string(), ...position },
    { plans: count, ...position },
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
  return Object.fromEntries(keys.map((key) => [key, count])) as Record<Key, typeof count>;
}
