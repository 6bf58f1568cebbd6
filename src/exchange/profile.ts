import * as z from 'zod';
import { DATE_ORDERS } from '../model/loose-date.ts';
import { AGREEMENTS, KINDS, REASON_CATEGORIES, STATUSES } from '../model/plan-file.ts';
import { FIELDS } from './fields.ts';

const text = z.string().regex(/[^\s\p{C}]/u, { message: 'empty' });
const described = (title: string, description: string) => text.meta({ title, description });
const date = (title: string, description: string) =>
  z.string().meta({ title, description, kind: 'date', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' });
/** What a word stands for; `none` is a word that is known to say none of these. */
const words = <const T extends readonly [string, ...string[]]>(
  values: T,
  title: string,
  description: string,
) => z.record(text, z.enum([...values, 'none'])).meta({ title, description });

/**
 * How the tables of one body are read: what its columns are, what its words mean, in which order its
 * dates are written. Kept in a file, so that the next month's table is read in the same way.
 */
export const profileFile = z
  .strictObject({
    profile: described('Profile', 'Its name.'),
    title: described('Title', 'What it is for.').optional(),
    extends: z
      .union([text, z.array(text)])
      .meta({
        title: 'Extends',
        description:
          'Profiles that come with the tool, which this one adds to: hmpps, hsab, accepted, concurred, implemented, federal, fedramp.',
      })
      .optional(),
    sheet: described('Sheet', 'The sheet or table to read.').optional(),
    header: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, { message: 'row' })
      .meta({
        title: 'Header',
        description: 'The row (CSV, Markdown: line) that names the columns.',
      })
      .optional(),
    delimiter: z
      .string()
      .regex(/^(?:[^\s"]|\t)$/, { message: 'delimiter' })
      .meta({ title: 'Delimiter', description: 'What parts the columns of a CSV file.' })
      .optional(),
    encoding: z
      .enum(['utf-8', 'windows-1252', 'iso-8859-15'])
      .meta({ title: 'Encoding', description: 'How the signs of a CSV file are stored.' })
      .optional(),
    dates: z
      .enum(DATE_ORDERS)
      .meta({
        title: 'Dates',
        description:
          'Whether 03/04/2022 is in April or in March, and 23-10-31 begins with its year.',
      })
      .optional(),
    'as-of': date('As of', 'The day the table speaks of.').optional(),
    columns: z
      .record(text, z.enum(FIELDS))
      .meta({ title: 'Columns', description: 'The field of a column, by its heading.' })
      .optional(),
    words: z
      .strictObject({
        agreement: words(AGREEMENTS, 'Agreement', 'Words for what is agreed.').optional(),
        status: words(STATUSES, 'Status', 'Words for where an action stands.').optional(),
        category: words(
          REASON_CATEGORIES,
          'Category',
          'Words for the kind of reason for not agreeing.',
        ).optional(),
      })
      .meta({
        title: 'Words',
        description:
          'What the words of the table mean; none for one that says none of these. Case does not count.',
      })
      .optional(),
    'owners-parted-by': z
      .array(text)
      .meta({
        title: 'Owners parted by',
        description: 'What parts the owners in a cell, beside line breaks and semicolons.',
      })
      .optional(),
    plan: z
      .strictObject({
        id: described('Id', 'The id of the plan: a-z, 0-9 and hyphens.').optional(),
        title: described('Title', 'The title of the plan.').optional(),
        kind: z
          .enum(KINDS)
          .meta({ title: 'Kind', description: 'What the plan answers to.' })
          .optional(),
        item: described('Item', 'What the plan calls its items, such as key concern.').optional(),
        by: z
          .union([text, z.array(text)])
          .meta({ title: 'By', description: 'Who answers.' })
          .optional(),
        submitted: date('Submitted', 'The day of its first version.').optional(),
      })
      .meta({ title: 'Plan', description: 'What the table does not say of the plan.' })
      .optional(),
  })
  .meta({
    title: 'Import profile',
    description: 'How `actionplan import` reads the tables of one body.',
  });

export type ProfileFile = z.infer<typeof profileFile>;

/** A profile that comes with the tool. */
export interface BuiltInProfile extends ProfileFile {
  readonly title: string;
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
