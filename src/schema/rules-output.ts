import * as z from 'zod';
import { RULE_LEVELS } from '../model/settings-file.ts';

/** The JSON of `rules --format json`. */
export const rulesOutput = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('rules'),
    rules: z.array(
      z.strictObject({
        id: z.string(),
        group: z.string().meta({ description: 'The heading it is listed under.' }),
        severity: z.enum(RULE_LEVELS).meta({ description: 'Unless settings say otherwise.' }),
        scope: z.string().meta({
          description: 'What it looks at: one plan, all files (portfolio), reading or waivers.',
        }),
        summary: z.string().meta({ description: 'What is true when all is well.' }),
        why: z.string(),
        source: z.string().nullable().meta({ description: 'The document it comes from.' }),
        docs: z.string().meta({ description: 'Its page.' }),
      }),
    ),
  })
  .meta({ title: 'Rules of actionplan' });
