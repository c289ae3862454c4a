import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import compat from 'eslint-plugin-compat';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const models = [
  'src/lib/**/*',
  'src/features/*/{model,export}/**/*',
  'src/content-model/{model,check,lint}/**/*',
  // All code may read facts and messages.
  'src/site/{site,facts}.ts',
  'src/content/i18n/*.json',
  'src/assets/fonts/site-fonts.ts',
];
const schemas = ['src/content-model/schemas/**/*', 'src/content-model/collections.ts'];
const clients = ['src/features/*/client/**/*', 'src/build/links/client/**/*'];
/** Node code that both pages and build steps use. */
const shared = ['src/build/shared/**/*', 'src/markdown/plugins.ts'];
const queries = ['src/queries/**/*', 'src/features/*/*.ts', 'src/route-data.ts'];
const components = ['src/features/**/*.astro', 'src/components/**/*', 'src/site/**/*'];
const builds = [
  'src/content.config.ts',
  'src/build-steps.ts',
  'src/features/*/build/**/*',
  'src/content-model/build/**/*',
  'src/{build,markdown}/**/*',
];

/** Import rules by where code runs: files, and the files they may import from. */
const zones = [
  { name: 'A model', files: models, from: [...models, ...schemas] },
  { name: 'A schema', files: schemas, from: [...schemas, ...models] },
  {
    name: 'Code for the browser',
    files: clients,
    from: [...clients, ...models, ...schemas, 'src/**/*.css'],
  },
  {
    name: 'A query',
    files: queries,
    from: [...queries, ...models, ...schemas, ...shared, 'src/*.ts'],
  },
  { name: 'A build step', files: builds, from: [...builds, ...models, ...schemas] },
  {
    name: 'A command',
    files: ['src/cli/**/*'],
    from: ['src/cli/**/*', ...builds, ...models, ...schemas],
  },
  {
    name: 'A component',
    files: components,
    from: [
      ...components,
      ...queries,
      ...clients,
      ...models,
      ...schemas,
      'src/**/*.css',
      'src/assets/**/*',
      'src/*.ts',
    ],
  },
  {
    name: 'A page',
    files: ['src/pages/**/*'],
    from: [
      'src/pages/**/*',
      ...components,
      ...queries,
      ...shared,
      ...clients,
      ...models,
      ...schemas,
      'src/**/*.css',
      'src/assets/**/*',
      'src/*.ts',
    ],
  },
].map(({ name, files, from }) => ({
  target: files,
  from: 'src/**/*',
  // Exceptions are compared with absolute paths, queries such as “?inline” included.
  except: from.map((glob) => `**/${glob.replace('*.css', '*.css*')}`),
  message: `${name} may not import this: see “Who may import whom” in CONTRIBUTING.md.`,
}));

/** The source must not import from tests. */
const noTests = { target: 'src', from: 'tests', message: 'Move what both need into src/.' };

/** Browser code may import only types of schemas: importing the schemas would bundle Zod. */
const typesOnly = {
  files: [...models, ...clients],
  // Content checks run only in Node, and browser code gets the facts themselves.
  ignores: ['src/content-model/{check,lint}/**/*', 'src/site/site.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '/schemas/',
            allowTypeImports: true,
            message: 'Only types of schemas run in the browser.',
          },
          {
            regex: '^(node:|astro:content$)',
            allowTypeImports: true,
            message: 'This code also runs in the browser.',
          },
        ],
      },
    ],
  },
};

/** Only queries read Astro's collections. */
const collections = {
  files: [...components, ...builds, 'src/pages/**/*', 'src/cli/**/*'],
  ignores: ['src/content.config.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^astro:content$', allowTypeImports: true, message: 'Ask a query for it.' },
        ],
      },
    ],
  },
};

/** Models run in Node and in browsers, so they must not depend on either. */
const pure = {
  files: models,
  // Creates elements for browser code.
  ignores: ['src/lib/dom.ts'],
  rules: {
    'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'location', 'process'],
  },
};

/**
 * Browser code uses only web APIs that all browsers in package.json's browserslist support; tsconfig.json's
 * `lib` does the same for JavaScript built-ins.
 */
const inBrowsers = {
  files: [...models, ...clients, 'src/components/**/*.ts', 'src/site/**/*.ts', 'src/**/*.astro/*'],
  ignores: ['src/content-model/**', 'src/features/*/build/**'],
  plugins: { compat },
  rules: { 'compat/compat': 'error' },
};

/** Node 22, which src/cli/check-node.mjs accepts, lacks `import.meta.main`: a command would do nothing. */
const runsOnNode22 = {
  files: ['src/cli/**/*.ts', 'tests/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: "MemberExpression[object.type='MetaProperty'][property.name='main']",
        message:
          'Compare process.argv[1] with import.meta.filename: Node 22 lacks import.meta.main.',
      },
    ],
  },
};

/** Attributes with text for readers. */
const textAttributes =
  'aria-label|aria-description|aria-roledescription|alt|title|placeholder|label';
/** Text with two letters in a row, except names that are the same in every language. */
const prose = '/^(?!\\s*(?:BibTeX|RIS|CSL-JSON|CSV|JSON|Anki|Moodle)\\s*$)[^]*\\p{L}{2}/u';
/** Text in a conditional expression: several words or one with a capital, but no class names. */
const conditionalProse = '/^(?!.*\\bsb-)(?:.*\\p{L}+ \\p{L}+|\\s*\\p{Lu}\\p{Ll}+)/u';
const useMessage = 'Readers see this text: put it in src/content/i18n/en.json and use t().';

/** Text for readers must be a message in src/content/i18n, so that other guides can translate it. */
const inMessages = {
  files: ['src/**/*.astro', 'src/**/*.tsx', 'src/{features,site,components,build}/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: `JSXText[value=${prose}]`, message: useMessage },
      {
        selector: `JSXAttribute[name.name=/^(${textAttributes})$/] > Literal[value=${prose}]`,
        message: useMessage,
      },
      {
        selector: `JSXExpressionContainer :matches(ConditionalExpression, LogicalExpression) > Literal[value=${conditionalProse}]`,
        message: useMessage,
      },
      {
        selector: `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(Literal[value=${prose}], TemplateLiteral:has(TemplateElement[value.raw=/\\p{L}{2}/u]))`,
        message: useMessage,
      },
      {
        selector: `AssignmentExpression[left.property.name=/^(textContent|ariaLabel|title|placeholder|alt)$/] > :matches(Literal[value=${prose}], TemplateLiteral:has(TemplateElement[value.raw=/\\p{L}{2}/u]))`,
        message: useMessage,
      },
      {
        selector: `Property[key.value=/^(${textAttributes})$/] > Literal.value[value=${prose}], Property[key.name=/^(ariaLabel|textContent)$/] > Literal.value[value=${prose}]`,
        message: useMessage,
      },
      {
        selector: `CallExpression[callee.name='h'] > * ~ Literal[value=${prose}]`,
        message: useMessage,
      },
    ],
  },
};

/** Firefox before 119 does not reflect ARIA attributes as properties of elements. */
const ariaAttributes = {
  files: inBrowsers.files,
  ignores: inBrowsers.ignores,
  rules: {
    'no-restricted-syntax': [
      ...inMessages.rules['no-restricted-syntax'],
      {
        selector: 'Identifier[name=/^aria[A-Z]/]',
        message: 'Use setAttribute and getAttribute: Firefox before 119 ignores this property.',
      },
    ],
  },
};

export default defineConfig(
  {
    ignores: [
      'src/content/',
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
    // Playwright requires destructuring of a fixture's first parameter, even if it is empty.
    rules: {
      'no-undef': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ alias: { '~': [`${import.meta.dirname}/src`] } }),
      ],
    },
    rules: { 'import-x/no-restricted-paths': ['error', { zones: [...zones, noTests] }] },
  },
  inBrowsers,
  runsOnNode22,
  inMessages,
  ariaAttributes,
  typesOnly,
  collections,
  pure,
);
