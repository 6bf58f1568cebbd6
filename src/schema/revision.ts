import * as z from 'zod';

/** A revision of git that plans were read from. */
export const revision = z
  .strictObject({
    rev: z.string().meta({ description: 'As it was asked for.' }),
    commit: z.string().meta({ description: 'The commit that is.' }),
  })
  .meta({ title: 'Revision', description: 'Null where the working tree was read.' });
