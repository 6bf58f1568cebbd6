import * as z from 'zod';
import { COLUMN_KEYS, type ColumnKey, LANGUAGES } from './publish-settings.ts';

const words = z.string().regex(/[^\s\p{C}]/u, { message: 'empty' });
const headings = Object.fromEntries(
  COLUMN_KEYS.map((key) => [key, words.optional()] as const),
) as Readonly<Record<ColumnKey, z.ZodOptional<typeof words>>>;

const layout = {
  title: words
    .meta({
      title: 'Title',
      description: 'What stands above the title of the plan: "Action plan" if not given.',
    })
    .optional(),
  introduction: words
    .meta({ title: 'Introduction', description: 'Paragraphs between the cover and the tables.' })
    .optional(),
  logo: words
    .meta({
      title: 'Logo',
      description: 'A PNG file, by its path from the folder of this file or below it.',
    })
    .optional(),
  'logo-text': words
    .meta({ title: 'Logo text', description: 'What the logo says, for those who do not see it.' })
    .optional(),
  language: z
    .enum(LANGUAGES)
    .meta({ title: 'Language', description: 'The language of the fixed words: en or cy.' })
    .optional(),
  columns: z
    .array(z.enum(COLUMN_KEYS))
    .min(1)
    .meta({
      title: 'Columns',
      description:
        'The columns of the table, in their order. What has no column of its own stands in that of the actions.',
    })
    .optional(),
  headings: z
    .strictObject(headings)
    .meta({ title: 'Headings', description: 'Other words for the headings of columns.' })
    .optional(),
};

export const publishSchema = z
  .strictObject({
    ...layout,
    plans: z
      .record(z.string(), z.strictObject(layout))
      .meta({ title: 'Plans', description: 'Other settings for some plans, by their ids.' })
      .optional(),
  })
  .meta({ title: 'Publish', description: 'What published documents look like.' });
