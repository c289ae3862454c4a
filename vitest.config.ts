import { defineConfig } from 'vitest/config';

/**
 * Unit and content tests need no build, and change nothing outside themselves, so that they need no
 * isolation; build tests read dist/ or build small fixture sites.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // These start servers, browsers and whole builds, which a busy machine may starve once.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
