import type { z } from 'zod';
import type { ownersSchema } from './owners-schema.ts';

export type OwnersFile = z.infer<typeof ownersSchema>;
