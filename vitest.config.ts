import { defineConfig } from 'vitest/config';

/** Unit and content tests need no build; build tests read dist/ or build small fixture sites. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          testTimeout: 300_000,
          // These start servers, browsers and whole builds, which a busy machine may starve once.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
