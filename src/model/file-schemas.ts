import type { z } from 'zod';
import type { FileKind } from './file-kind.ts';
import { ownersSchema } from './owners-schema.ts';
import { planSchema } from './plan-schema.ts';
import { settingsSchema } from './settings-schema.ts';
import { standardsSchema } from './standards-schema.ts';

/** The schema of each kind of file: the one place that says what fits. */
export const FILE_SCHEMAS: Readonly<Record<FileKind, z.ZodType>> = {
  plan: planSchema,
  owners: ownersSchema,
  standards: standardsSchema,
  settings: settingsSchema,
};
