import type { Plugin } from 'vitest/config';

export const assetsInTests: Plugin;
