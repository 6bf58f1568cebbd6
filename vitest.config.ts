import { defineConfig } from 'vitest/config';
import { assetsInTests } from './src/publish/site/assets/make.js';

export default defineConfig({
  plugins: [assetsInTests],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    // Most tests wait for programs that they start, so no processor need be left free.
    maxWorkers: '100%',
    setupFiles: ['test/support/width.ts', 'test/support/seed.ts'],
    // A test is no stopwatch: a busy machine is no failure.
    testTimeout: process.env['LONG'] === '1' ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    reporters: ['default'],
  },
});
