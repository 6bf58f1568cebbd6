import * as z from 'zod';
import { CHANGE_TYPES } from '../changes/change.ts';

const line = z.int().min(1);

/** One change of a commitment. */
export const changeOutput = z.strictObject({
  type: z.enum(CHANGE_TYPES),
  plan: z.string(),
  recommendation: z.string().nullable(),
  action: z.string().nullable(),
  field: z.string().nullable().meta({
    description: 'The field that changed, where the type does not say it.',
  }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  days: z.int().nullable().meta({
    description: 'Of a target: by how many days its last day moved.',
  }),
  reason: z.string().nullable().meta({ description: 'What the plan says about why.' }),
  file: z.string(),
  line: line.meta({
    description: 'Where it is now; for something removed the nearest place that is still there.',
  }),
  was: z
    .strictObject({ file: z.string(), line })
    .nullable()
    .meta({ title: 'Was', description: 'Where it was before; null for something added.' }),
});

/** A side of a comparison. */
export const side = z.strictObject({
  rev: z.string().nullable().meta({ description: 'Null for the working tree.' }),
  commit: z.string().nullable(),
});

/** The JSON of `diff --format json`. */
export const diffOutput = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('diff'),
    base: side,
    head: side,
    changes: z.array(changeOutput),
    totals: z.strictObject(Object.fromEntries(CHANGE_TYPES.map((type) => [type, z.int().min(0)]))),
  })
  .meta({ title: 'Changes of actionplan diff' });
