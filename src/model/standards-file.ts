import type { z } from 'zod';
import type { standardsSchema } from './standards-schema.ts';

export type StandardsFile = z.infer<typeof standardsSchema>;
