import type { z } from 'zod';
import type { publishSchema } from './publish-schema.ts';

/** The columns a published table can have. */
export const COLUMN_KEYS = [
  'number',
  'item',
  'agreement',
  'actions',
  'owner',
  'target',
  'progress',
  'rag',
] as const;
export const LANGUAGES = ['en', 'cy'] as const;

export type ColumnKey = (typeof COLUMN_KEYS)[number];

export type PublishFile = z.infer<typeof publishSchema>;

/** What a published plan looks like; what is not given is as usual for its kind. */
export type Layout = Omit<PublishFile, 'plans'>;

/** The layout of one plan: its own settings where it has them, else those of all. */
export function layoutOf(settings: PublishFile | undefined, plan: string): Layout {
  const { plans, ...all } = settings ?? {};
  const own = plans !== undefined && Object.hasOwn(plans, plan) ? plans[plan] : undefined;
  const headings = { ...all.headings, ...own?.headings };
  return { ...all, ...own, ...(all.headings && { headings }) };
}
