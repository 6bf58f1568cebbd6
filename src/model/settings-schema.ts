import * as z from 'zod';
import { publishSchema } from './publish-schema.ts';
import { RULE_LEVELS } from './settings-file.ts';

const levels = z
  .record(z.string(), z.enum(RULE_LEVELS))
  .meta({ title: 'Rules', description: 'How much each rule counts: error, warning, info or off.' });
/** Matching takes time with a power of the stars in a pattern, so there are few. */
const glob = z
  .string()
  .regex(/^(?=[\s\S]{1,200}$)(?!(?:[\s\S]*?\*\*){3})(?!(?:[^*]*\*){7})/, { message: 'pattern' });
const globs = z.union([glob, z.array(glob).min(1)]);

export const settingsSchema = z
  .strictObject({
    rules: levels.optional(),
    overrides: z
      .array(
        z.strictObject({
          files: globs.meta({
            title: 'Files',
            description: 'Patterns as in .gitignore, from the folder of this file.',
          }),
          rules: levels,
        }),
      )
      .meta({ title: 'Overrides', description: 'Other levels for some files. The last one wins.' })
      .optional(),
    ignore: globs
      .meta({
        title: 'Ignore',
        description:
          'Files that are not read: patterns as in .gitignore, from the folder of this file.',
      })
      .optional(),
    'financial-year': z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, { message: 'month-day' })
      .meta({
        title: 'Financial year',
        description: 'The month and day it begins on, 04-01 if not given.',
      })
      .optional(),
    publish: publishSchema.optional(),
  })
  .meta({
    title: 'Settings',
    description: 'Settings of actionplan. Data only: nothing is executed.',
  });
