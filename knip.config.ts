import type { KnipConfig } from 'knip';

/** What no import shows: files that a tool names by a string. */
const config: KnipConfig = {
  entry: [
    '.htmlvalidate.mjs',
    // Starlight takes it by its path.
    'src/route-data.ts',
    // Run by hand, with a script of package.json or a comment that says when.
    'src/assets/fonts/subset.ts',
    'tests/{e2e,a11y}/**/*.spec.ts',
    'tests/{unit,content,build}/**/*.test.ts',
  ],
  project: ['src/**/*.{ts,tsx,astro,mdx}', 'tests/**/*.ts', '*.{ts,mjs}'],
  // Tests put the QTI player into a page by its path.
  ignoreDependencies: ['@citolab/qti-components'],
  rules: { cycles: 'error' },
  ignoreIssues: {
    // Every schema has its type beside it, used yet or not.
    'src/schemas/*.ts': ['types'],
  },
  // A type that a file's own exports mention is exported for its reader.
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
