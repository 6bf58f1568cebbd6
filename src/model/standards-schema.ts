import * as z from 'zod';

const text = z.string().regex(/[^\s\p{C}]/u, { message: 'empty' });

function titled(title: string, description: string) {
  return text.meta({ title, description });
}

export const standardsSchema = z
  .strictObject({
    standards: z
      .string()
      .max(200)
      .regex(/^[a-z0-9][a-z0-9-]*$/, { message: 'id' })
      .meta({ title: 'Id', description: 'What plans write before the slash.' }),
    title: titled('Title', 'The title of the standards.'),
    domains: z
      .array(
        z.strictObject({
          title: titled('Title', 'The domain.'),
          questions: z.array(
            z.strictObject({
              title: titled('Title', 'The key question.'),
              expectations: z.array(
                z.strictObject({
                  id: z
                    .string()
                    .max(200)
                    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, { message: 'id' })
                    .meta({ title: 'Id', description: 'What plans write after the slash.' }),
                  text: titled('Text', 'The expectation, in its own words.'),
                }),
              ),
            }),
          ),
        }),
      )
      .meta({ title: 'Domains', description: 'Domains, their key questions and expectations.' }),
  })
  .meta({ title: 'Standards', description: 'Expectations that actions serve.' });
