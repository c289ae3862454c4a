import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may import whom: a room of src/ and the rooms it may take values from. */
const mayImport = {
  lib: ['lib'],
  schemas: ['schemas', 'lib'],
  queries: ['queries', 'lib', 'schemas'],
  components: ['components', 'queries', 'lib', 'islands', 'search', 'reading', 'offline'],
  islands: ['islands', 'lib'],
  search: ['search', 'lib'],
  offline: ['offline', 'lib'],
  reading: ['reading', 'lib'],
  portable: ['portable', 'lib'],
  integrations: ['integrations', 'lib', 'schemas'],
  cli: ['cli', 'integrations', 'lib', 'schemas'],
  pages: ['pages', 'components', 'queries', 'lib', 'islands'],
};

const rooms = Object.keys(mayImport);

/** Rooms whose code runs in Node alone; that of the others may run in a browser. */
const onServer = ['queries', 'integrations', 'cli', 'components', 'pages'];

/** Types leave no trace in what runs, so every room may import those of schemas. */
const boundaries = rooms.map((room) => {
  const closed = rooms.filter((other) => !mayImport[room].includes(other));
  const message = `${room} may import only from: ${mayImport[room].join(', ')} (see CONTRIBUTING.md).`;
  const patterns = closed.map((other) => ({
    regex: `^(~|\\.\\.?)(/\\.\\.)*/${other}/`,
    allowTypeImports: other === 'schemas',
    message,
  }));
  if (room !== 'queries')
    patterns.push({ regex: '^astro:content$', allowTypeImports: true, message });
  if (!onServer.includes(room)) patterns.push({ regex: '^node:', message: `${room} has no Node.` });
  return {
    files: [`src/${room}/**/*.{ts,tsx,astro}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

/** lib runs anywhere, so it may lean neither on Node nor on a browser. */
const pure = {
  files: ['src/lib/**/*.ts'],
  rules: {
    'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'location', 'process'],
  },
};

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'test-results/',
      'shots/',
      'hosting/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    // Playwright wants a pattern for a fixture's first parameter, even an empty one.
    rules: {
      'no-undef': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  ...boundaries,
  pure,
);
