import * as z from 'zod';
import { STATUSES } from '../model/plan-file.ts';
import { changeOutput, side } from './change-output.ts';

const day = z.iso.date();

/** The JSON of `history --format json`. */
export const historyOutput = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('history'),
    plan: z.string(),
    recommendation: z.string(),
    action: z.string(),
    text: z.string().nullable().meta({
      description: 'What the action says; null where it is no longer there.',
    }),
    revision: side,
    events: z.array(
      z.union([
        z
          .strictObject({
            source: z.literal('log'),
            date: day,
            status: z.enum(STATUSES).nullable(),
            completed: z.string().nullable(),
            target: z.string().nullable(),
            by: z.array(z.string()),
            text: z.string().nullable().meta({
              description: 'Null where the action was raised: before its first entry.',
            }),
            file: z.string().nullable(),
            line: z.int().min(1).nullable(),
          })
          .meta({ title: 'From the log of the action' }),
        z
          .strictObject({
            source: z.literal('commit'),
            date: day,
            commit: z.string().nullable().meta({ description: 'Null: not committed yet.' }),
            author: z.string().nullable(),
            subject: z.string().nullable(),
            fault: z.string().nullable().meta({
              description: 'Where the file could not be read: why.',
            }),
            changes: z.array(changeOutput),
          })
          .meta({ title: 'From a commit' }),
      ]),
    ),
  })
  .meta({ title: 'The life of an action, of actionplan history' });
