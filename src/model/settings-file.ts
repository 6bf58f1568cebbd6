import type { z } from 'zod';
import type { settingsSchema } from './settings-schema.ts';

export const RULE_LEVELS = ['error', 'warning', 'info', 'off'] as const;

/** How much a rule counts; `off` silences it. */
export type RuleLevel = (typeof RULE_LEVELS)[number];

export type SettingsFile = z.infer<typeof settingsSchema>;
