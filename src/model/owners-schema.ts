import * as z from 'zod';

const text = z.string().regex(/[^\s\p{C}]/u, { message: 'empty' });
const spellings = z.union([text, z.array(text).min(1)]).meta({
  title: 'Also',
  description: 'Other spellings found in plans.',
});

export const ownersSchema = z
  .strictObject({
    owners: z
      .array(
        z
          .strictObject({
            id: z
              .string()
              .max(200)
              .regex(/^[a-z0-9][a-z0-9-]*$/, { message: 'id' })
              .meta({ title: 'Id', description: 'What plans write as `owner`.' }),
            organisation: text.meta({ title: 'Organisation', description: 'Its name below.' }),
            role: text
              .meta({ title: 'Role', description: 'The post that owns actions.' })
              .optional(),
            also: spellings.optional(),
            until: z
              .string()
              .meta({
                title: 'Until',
                description: 'The post ended on this day.',
                kind: 'date',
                pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
              })
              .optional(),
          })
          .meta({ title: 'Owner' }),
      )
      .meta({ title: 'Owners', description: 'Everyone who owns actions.' }),
    organisations: z
      .array(
        z
          .strictObject({
            name: text.meta({ title: 'Name', description: 'The short name used everywhere.' }),
            title: text.meta({ title: 'Title', description: 'The full name.' }).optional(),
            also: spellings.optional(),
          })
          .meta({ title: 'Organisation' }),
      )
      .meta({ title: 'Organisations' })
      .optional(),
  })
  .meta({ title: 'Owners', description: 'Who owns actions, and how plans spell them.' });
