import * as z from 'zod';

export const RULE_LEVELS = ['error', 'warning', 'info', 'off'] as const;

/** How much a rule counts; `off` silences it. */
export type RuleLevel = (typeof RULE_LEVELS)[number];

const levels = z
  .record(z.string(), z.enum(RULE_LEVELS))
  .meta({ title: 'Rules', description: 'How much each rule counts: error, warning, info or off.' });
/** Matching takes time with a power of the stars in a pattern, so there are few. */
const glob = z
  .string()
  .regex(/^(?=.{1,200}$)(?!(?:.*?\*\*){3})(?!(?:[^*]*\*){7})/s, { message: 'pattern' });
const globs = z.union([glob, z.array(glob).min(1)]);

export const settingsFile = z
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
  })
  .meta({
    title: 'Settings',
    description: 'Settings of actionplan. Data only: nothing is executed.',
  });

export type SettingsFile = z.infer<typeof settingsFile>;
