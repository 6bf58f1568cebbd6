import type { z } from 'zod';
import type { actionSchema, entrySchema, planSchema, recommendationSchema } from './plan-schema.ts';

/** The kinds of plan; they differ only in what they require. */
export const KINDS = ['inspection', 'thematic-review', 'case-review', 'strategy'] as const;
export const AGREEMENTS = ['agreed', 'partly-agreed', 'not-agreed'] as const;
/** The reasons the published definitions allow for partial and non-agreement. */
export const REASON_CATEGORIES = [
  'commissioning',
  'policy',
  'operational',
  'affordability',
] as const;
export const STATUSES = [
  'not-started',
  'in-progress',
  'paused',
  'complete',
  'superseded',
  'withdrawn',
] as const;

export type Kind = (typeof KINDS)[number];
export type Agreement = (typeof AGREEMENTS)[number];
export type Status = (typeof STATUSES)[number];

/** What plan files say, as the schema describes it; the schema itself is loaded only when needed. */
export type PlanFile = z.infer<typeof planSchema>;
export type RecommendationFile = z.infer<typeof recommendationSchema>;
export type ActionFile = z.infer<typeof actionSchema>;
export type EntryFile = z.infer<typeof entrySchema>;
