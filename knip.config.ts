import type { KnipConfig } from 'knip';

/** Knip's configuration: files that tools load by path, without an import. */
const config: KnipConfig = {
  entry: [
    '.htmlvalidate.mjs',
    // Loaded by Starlight by path.
    'src/route-data.ts',
    // Run by hand; the file says when.
    'src/assets/fonts/subset.ts',
    // Bundled by the build steps, not by Astro.
    'src/features/editions/client/*.ts',
    'src/build/links/client/*.ts',
    'tests/{e2e,a11y,visual}/**/*.spec.ts',
    'tests/{unit,content,build}/**/*.test.ts',
  ],
  // The pages in src/cli/guide are copied into a new guide.
  project: ['src/**/*.{ts,tsx,astro,mdx}', '!src/cli/guide/**', 'tests/**/*.ts', '*.{ts,mjs}'],
  // Tests load the QTI player by path, and read schema.org's vocabulary as text.
  ignoreDependencies: ['@citolab/qti-components', 'schema-dts'],
  rules: { cycles: 'error' },
  ignoreIssues: {
    // Every schema exports its type, used or not.
    'src/content-model/schemas/*.ts': ['types'],
  },
  // Code that its own file uses may also be exported for readers or tests.
  ignoreExportsUsedInFile: true,
  // Programs from Debian packages; tests that need them are skipped if they are not installed.
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
