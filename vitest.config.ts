import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Unit and content tests need no build; build tests read dist/ or build small fixture sites. Tests do not change
 * global state, so they share modules and their caches instead of running in isolation.
 */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          isolate: false,
          // Commands that these tests start several times are compiled once.
          env: { NODE_COMPILE_CACHE: resolve('.cache/node') },
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          isolate: false,
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          isolate: false,
          testTimeout: 1_800_000,
          hookTimeout: 1_800_000,
          // These start servers, browsers and whole builds, which may time out on a busy machine.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
