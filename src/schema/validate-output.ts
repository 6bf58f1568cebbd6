import * as z from 'zod';
import { revision } from './revision.ts';

const count = z.int().min(0);

/** The JSON of `validate --format json`. */
export const validateOutput = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('validate'),
    asOf: z.iso.date().meta({ description: 'The day of validation.' }),
    revision: revision.nullable(),
    base: z
      .strictObject({
        ...revision.shape,
        parted: z
          .array(z.string())
          .meta({ description: 'The commits where the two parted, from which changes count.' }),
      })
      .nullable()
      .meta({ title: 'Base', description: 'Null where no change was checked.' }),
    counts: z.strictObject({
      files: count,
      plans: count,
      error: count,
      warning: count,
      info: count,
      waived: count,
      fixable: count.meta({ description: 'Findings that can be repaired without guessing.' }),
    }),
    notes: z
      .array(
        z.strictObject({
          file: z
            .string()
            .nullable()
            .meta({ description: 'Null where it is about the whole run.' }),
          message: z.string(),
          help: z.string().nullable(),
        }),
      )
      .meta({ description: 'What limits the check: what was not checked, and settings not used.' }),
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: z.string(),
        help: z.string().nullable(),
        file: z.string(),
        line: z.int().min(1),
        column: z.int().min(1).meta({ description: 'In Unicode code points, from 1.' }),
        endLine: z.int().min(1),
        endColumn: z.int().min(1).meta({ description: 'Exclusive.' }),
        plan: z.string().nullable(),
        item: z.string().nullable().meta({ description: 'The recommendation or action.' }),
        fixable: z.boolean(),
        waived: z.boolean(),
        docs: z.string().meta({ description: "The rule's page." }),
      }),
    ),
  })
  .meta({ title: 'Findings of actionplan validate' });
