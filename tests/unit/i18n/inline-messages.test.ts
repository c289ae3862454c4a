import { build } from 'esbuild';
import { build as viteBuild } from 'vite';
import { expect, test } from 'vitest';
import {
  bundledMessages,
  clientMessages,
  inlineMessages,
} from '../../../src/build/inline-messages.ts';
import { formatMessage } from '../../../src/lib/i18n/message.ts';
import { site } from '../../../src/site/site.ts';

const messages = {
  'a.plain': 'It’s "so" `far` ${now} \\',
  'a.from': '`From` {{site}}: ${{{price}}} {{site}}',
  'a.page_one': 'one page of {{book}}',
  'a.page_few': '{{count}} (few) {{book}}',
  'a.page_other': '{{count}} pages of {{book}}',
  'a.line_one': 'one line',
  'a.line_other': '{{count}} lines',
};
const facts = { ...site, name: 'Harbours', language: 'en', messages };
const inline = (code: string, language = 'en', file = 'src/a.ts') =>
  inlineMessages(code, file, { ...facts, language });
const t = `import { t } from '~/lib/i18n/t.ts';`;

/** What an expression with messages in it gives, once they are put in. */
function run(expression: string, language: string, count = 0): unknown {
  const code = inline(`${t} export const value = ${expression};`, language) ?? '';
  expect(code).not.toMatch(/import|\bt\(/);
  return new Function('n', `${code.replace('export const value =', 'return')}`)({ count });
}

test.each([
  [`t('a.plain')`, 'a.plain', {}],
  [`t('a.from', { site: 'S', price: n.count + 1 })`, 'a.from', { site: 'S', price: 4 }],
  [`t('a.page', { count: n.count, book: t('a.plain') })`, 'a.page', { book: messages['a.plain'] }],
  [`t('a.line', { count: n.count })`, 'a.line', {}],
])('%s gives in a browser what it gives in the build', (expression, key, values) => {
  for (const language of ['en', 'pl']) {
    for (const count of [1, 3, 12]) {
      const all = { ...values, count, ...('price' in values && { price: count + 1 }) };
      expect(run(expression, language, count)).toBe(formatMessage(messages, language, key, all));
    }
  }
});

test('puts text and facts into JSX, and leaves what only looks like them', () => {
  const code = `import { t as text } from '../i18n/t.ts';
import { site } from '../../site/site.ts';
export const A = ({ t }: { t: string }) => <p title={site.name} lang={site.licence?.name}>{text('a.line', { count: 1 })}{t}{a.site}</p>;`;
  expect(inline(code, 'en', 'a.tsx')?.trim()).toBe(
    'export const A = ({ t }: { t: string }) => <p title={"Harbours"} lang={"CC BY 4.0"}>{((1) === 1 ? "one line" : `${1} lines`)}{t}{a.site}</p>;',
  );
  expect(inline('export const t = 1;')).toBeUndefined();
  const field = `${t}\nexport interface A { t: string }\nexport class B { t = t('a.plain'); }`;
  expect(inline(field)).toContain('class B { t = "It’s');
});

test.each([
  ['t(key)', 'Give the key'],
  [`t('a.from', values)`, 'as an object literal'],
  [`t('a.from', { ...values })`, 'by its name'],
  [`t('a.from', { site: 'x' })`, '"price"'],
  [`t('a.line')`, '"count"'],
  [`t('a.lost')`, 'There is no message "a.lost"'],
  ['[1].map(t)', 'Give a key'],
])('refuses %s in code for the browser', (expression, message) => {
  expect(() => inline(`${t}\nexport const a = ${expression};`)).toThrow(/src\/a\.ts:2: /);
  expect(() => inline(`${t}\nexport const a = ${expression};`)).toThrow(message);
});

test('leaves a method that is called on a fact, and refuses one of a list of facts', () => {
  const read = (expression: string) =>
    inline(`import { site } from './site/site.ts';\nexport const a = ${expression};`)?.trim();
  expect(read('site.licence.name.split(" ").at(0)')).toBe(
    'export const a = "CC BY 4.0".split(" ").at(0);',
  );
  expect(read('site.name?.toUpperCase()')).toBe('export const a = "Harbours"?.toUpperCase();');
  expect(read('site.name.length')).toBe('export const a = 8;');
  expect(() => read('site.tags.join()')).toThrow(/src\/a\.ts:2: Name a single fact/);
});

test('refuses the whole file of messages in code for the browser', () => {
  const code = `import { site } from './site/site.ts';\nexport const a = site.messages;`;
  expect(() => inline(code)).toThrow('Name a single fact');
  expect(() => inline(`import { messages } from './i18n/t.ts';`)).toThrow('single messages');
});

const entry = 'src/lib/i18n/format.ts';
const bundles = {
  Vite: async () => {
    const bundle = await viteBuild({
      configFile: false,
      logLevel: 'silent',
      plugins: [clientMessages()],
      build: { write: false, lib: { entry, formats: ['es'] } },
    });
    return JSON.stringify(bundle);
  },
  esbuild: async () => {
    const plugins = [bundledMessages()];
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'esm',
      plugins,
    });
    return outputFiles[0]?.text ?? '';
  },
};

test.each(Object.entries(bundles))('%s ships no file of messages', async (_, bundle) => {
  const code = await bundle();
  expect(code).toContain(site.language);
  expect(code).not.toContain(site.messages['page.nextLink']);
});
