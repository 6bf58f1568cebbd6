import * as z from 'zod';
import { AGREEMENTS, KINDS, REASON_CATEGORIES, STATUSES } from '../model/plan-file.ts';
import type { Value } from '../source/value.ts';
import { FIELDS } from './fields.ts';

const text = z.string().regex(/[^\s\p{C}]/u);
/** What a word stands for; `none` is a word that is known to say none of these. */
const words = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.record(text, z.enum([...values, 'none']));

/**
 * How the tables of one body are read: what its columns are, what its words mean, in which order its
 * dates are written. Kept in a file, so that the next month's table is read in the same way.
 */
export const profileFile = z.strictObject({
  profile: text.meta({ description: 'Its name.' }),
  title: text.optional(),
  extends: z
    .union([text, z.array(text)])
    .meta({ description: 'Profiles that come with the tool, which this one adds to.' })
    .optional(),
  sheet: text.meta({ description: 'The sheet or table to read.' }).optional(),
  header: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .meta({ description: 'The row (CSV, Markdown: line) that names the columns.' })
    .optional(),
  delimiter: z
    .string()
    .regex(/^(?:[^\s"]|\t)$/)
    .meta({ description: 'What parts the columns of a CSV file.' })
    .optional(),
  encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-15']).optional(),
  dates: z
    .enum(['day-first', 'month-first'])
    .meta({ description: 'Whether 03/04/2022 is in April or in March.' })
    .optional(),
  'as-of': text.meta({ description: 'The day the table speaks of.' }).optional(),
  columns: z
    .record(text, z.enum(FIELDS))
    .meta({ description: 'The field of a column, by its heading.' })
    .optional(),
  words: z
    .strictObject({
      agreement: words(AGREEMENTS).optional(),
      status: words(STATUSES).optional(),
      category: words(REASON_CATEGORIES).optional(),
    })
    .meta({ description: 'What the words of the table mean.' })
    .optional(),
  'owners-parted-by': z
    .array(text)
    .meta({ description: 'What parts the owners in a cell, beside line breaks and semicolons.' })
    .optional(),
  plan: z
    .strictObject({
      id: text.optional(),
      title: text.optional(),
      kind: z.enum(KINDS).optional(),
      item: text.optional(),
      by: z.union([text, z.array(text)]).optional(),
      submitted: text.optional(),
    })
    .meta({ description: 'What the table does not say of the plan.' })
    .optional(),
});

export type ProfileFile = z.infer<typeof profileFile>;

/** A profile that comes with the tool. */
export interface BuiltInProfile extends ProfileFile {
  readonly title: string;
}

/** Why a value is no profile: the first fault, with the field it is in. */
export function readProfile(value: Value | undefined): ProfileFile | { fault: string } {
  const result = profileFile.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.join('.') ?? '';
  return { fault: `${at === '' ? '' : `${at}: `}${issue?.message ?? 'it is no profile'}` };
}

/** Profiles one upon the other: what a later one says of a thing counts. */
export function mergeProfiles(profiles: readonly ProfileFile[]): ProfileFile {
  const merged: ProfileFile = { profile: 'none' };
  for (const one of profiles) {
    Object.assign(merged, one, {
      columns: { ...merged.columns, ...one.columns },
      words: {
        agreement: { ...merged.words?.agreement, ...one.words?.agreement },
        status: { ...merged.words?.status, ...one.words?.status },
        category: { ...merged.words?.category, ...one.words?.category },
      },
      plan: { ...merged.plan, ...one.plan },
    });
  }
  return merged;
}
