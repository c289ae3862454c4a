import type { KnipConfig } from 'knip';

/** What no import shows: files that a tool names by a string. */
const config: KnipConfig = {
  entry: [
    '.htmlvalidate.mjs',
    // Starlight takes it by its path.
    'src/route-data.ts',
    // Run by hand, with a script of package.json or a comment that says when.
    'src/assets/fonts/subset.ts',
    // Bundled from its path into pages that stand apart from Astro's.
    'src/features/editions/client/*.ts',
    'src/build/links/client/*.ts',
    // Takes the place of src/site/site.ts in a test.
    'tests/fixtures/other-guide/src/site/site.ts',
    'tests/{e2e,a11y,visual}/**/*.spec.ts',
    'tests/{unit,content,build}/**/*.test.ts',
  ],
  // The pages in src/cli/guide are copied into a new guide.
  project: ['src/**/*.{ts,tsx,astro,mdx}', '!src/cli/guide/**', 'tests/**/*.ts', '*.{ts,mjs}'],
  // Tests put the QTI player into a page by its path, and read schema.org's vocabulary as text.
  ignoreDependencies: ['@citolab/qti-components', 'schema-dts'],
  rules: { cycles: 'error' },
  ignoreIssues: {
    // Every schema has its type beside it, used yet or not.
    'src/content-model/schemas/*.ts': ['types'],
  },
  // What a file's own code uses may be exported for its reader or its tests.
  ignoreExportsUsedInFile: true,
  // Programs of Debian's packages: tests use them where they are, and say so where they are not.
  ignoreBinaries: [
    'Xvfb',
    'dbus-run-session',
    'java',
    'pandoc',
    'kiwix-serve',
    'zimcheck',
    'zimwriterfs',
  ],
};

export default config;
