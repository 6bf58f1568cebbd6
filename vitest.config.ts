import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/width.ts'],
    testTimeout: 30_000,
    reporters: ['default'],
  },
});
