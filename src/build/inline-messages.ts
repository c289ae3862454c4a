import { readFile } from 'node:fs/promises';
import type { Plugin as EsbuildPlugin } from 'esbuild';
import MagicString from 'magic-string';
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';
import { lineAt } from '../content-model/model/problem.ts';
import { findPlurals, splitMessage } from '../lib/i18n/message.ts';
import { messages } from '../lib/i18n/t.ts';
import { site } from '../site/site.ts';

/** Reports a mistake at a node; never returns. */
type Fail = (node: { start: number }, message: string) => never;

type Facts = Pick<typeof site, 'messages' | 'language'>;

/** Modules whose exports are inlined, by the end of the import specifier. */
const sources = { t: /(^|\/)i18n\/t\.ts$|^\.\/t\.ts$/, site: /(^|\/)site\/site\.ts$/ };

/**
 * Inlines messages and site facts in browser code: replaces `t('key', { … })` with the text and `site.name`
 * with its value, and removes both imports, so that the file of messages is not shipped.
 * @param file name of the module; its extension says whether it contains JSX.
 * @returns the new code, or undefined if there is nothing to replace.
 * @throws Error when a key is not a literal, or a message or a value is missing.
 */
export function inlineMessages(code: string, file: string, facts: Facts = { ...site, messages }) {
  if (!/i18n\/t\.ts|site\/site\.ts|\.\/t\.ts/.test(code)) return undefined;
  const edited = new MagicString(code);
  const fail: Fail = ({ start }, message) => {
    throw new Error(`${file}:${String(lineAt(code, start))}: ${message}`);
  };
  /** What is inlined, by the name that the module gives it. */
  const imported = new Map<string, 't' | 'site'>();
  /** Nodes that are inlined with the one around them, and names of fields. */
  const done = new Set<ESTree.Node>();
  const kindOf = (node: ESTree.Node) =>
    node.type === 'Identifier' ? imported.get(node.name) : undefined;
  const skipName = ({ computed, key }: { computed: boolean; key: ESTree.Node }) =>
    void (computed || done.add(key));
  new Visitor({
    ImportDeclaration(node) {
      const from = node.source.value;
      const kind = sources.t.test(from) ? 't' : sources.site.test(from) ? 'site' : undefined;
      if (!kind) return;
      for (const one of node.specifiers) {
        if (one.type !== 'ImportSpecifier' || one.importKind === 'type') continue;
        if (one.imported.type !== 'Identifier' || one.imported.name !== kind)
          fail(one, 'The browser gets single messages and facts.');
        imported.set(one.local.name, kind);
        done.add(one.imported).add(one.local);
      }
      edited.remove(node.start, node.end);
    },
    Property: skipName,
    PropertyDefinition: skipName,
    TSPropertySignature: skipName,
    MemberExpression(node) {
      if (!node.computed) done.add(node.property);
      const text = code.slice(node.start, node.end);
      const path = text.split(/\s*\??\.\s*/);
      const isFact = imported.get(path[0] ?? '') === 'site' && /^[\w\s?.]+$/.test(text);
      const value = path.slice(1).reduce<unknown>((at, key) => (at as never)?.[key], facts);
      // In `site.name.toUpperCase()` only `site.name` is a fact.
      if (!isFact || typeof value === 'function') return;
      if (!done.has(node)) {
        if (typeof value === 'object')
          fail(node, `Name a single fact, not all of "${path.join('.')}".`);
        edited.update(node.start, node.end, JSON.stringify(value) ?? 'undefined');
      }
      done.add(node.object);
    },
    CallExpression: ({ callee }) => void (kindOf(callee) === 't' && done.add(callee)),
    Identifier(node) {
      if (kindOf(node) && !done.has(node))
        fail(
          node,
          'Give a key as a literal, and a fact by its name, where the browser runs the code.',
        );
    },
    // The values of a message come first, since they may have messages too.
    'CallExpression:exit'(call) {
      if (kindOf(call.callee) === 't')
        edited.update(call.start, call.end, toCode(call, edited, facts, fail));
    },
  }).visit(parseSync(file, code).program);
  return imported.size > 0 ? edited.toString() : undefined;
}

/** Returns the code that replaces a call of `t`. */
function toCode(
  call: ESTree.CallExpression,
  edited: MagicString,
  { messages, language }: Facts,
  fail: Fail,
): string {
  const [keyNode, valuesNode] = call.arguments;
  const key = keyNode?.type === 'Literal' ? keyNode.value : undefined;
  if (typeof key !== 'string') return fail(call, 'Give the key of a message as a literal.');
  if (valuesNode && valuesNode.type !== 'ObjectExpression')
    return fail(valuesNode, 'Give the values of a message as an object literal.');
  const values = new Map(
    valuesNode?.properties.map((property) => {
      if (property.type !== 'Property' || property.key.type !== 'Identifier')
        return fail(property, 'Give each value of a message by its name.');
      return [property.key.name, edited.slice(property.value.start, property.value.end)];
    }),
  );
  const valueOf = (name: string) =>
    values.get(name) ?? fail(call, `The message "${key}" lacks the value "${name}".`);
  const literal = (message: string) => {
    const [first = '', ...rest] = splitMessage(message);
    if (rest.length === 0) return JSON.stringify(first);
    const code = [first, ...rest].map((part, at) =>
      at % 2 === 0 ? part.replace(/[\\`]|\$(?=\{)/g, '\\$&') : `\${${valueOf(part)}}`,
    );
    return `\`${code.join('')}\``;
  };
  const plurals = findPlurals(messages, key);
  if (!plurals) return literal(messages[key] ?? fail(call, `There is no message "${key}".`));
  const count = valueOf('count');
  const other = literal(plurals.get('other') ?? '');
  if (plurals.size === 1) return other;
  const one = plurals.get('one');
  if (plurals.size === 2 && one !== undefined && oneIsOne(language))
    return `((${count}) === 1 ? ${literal(one)} : ${other})`;
  const forms = [...plurals].map(([category, text]) => `${category}: ${literal(text)}`);
  return `(({ ${forms.join(', ')} })[new Intl.PluralRules(${JSON.stringify(language)}).select(${count})] ?? ${other})`;
}

/** Whether the plural category "one" of a language contains only the number 1. */
function oneIsOne(language: string): boolean {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 1000 }, (_, count) => count).every(
    (count) => (rules.select(count) === 'one') === (count === 1),
  );
}

/** Vite plugin: prepares client code; server code loads messages and facts from their modules. */
export function clientMessages(): Plugin {
  return {
    name: 'client-messages',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: (code, id) => {
      const file = id.replace(/\?(?!.*lang\.ts$).*/, '');
      if (id.includes('/node_modules/') || !/\.[jt]sx?$/.test(file)) return undefined;
      const inlined = inlineMessages(code, file);
      return inlined === undefined ? undefined : { code: inlined, map: null };
    },
  };
}

/** esbuild plugin: does the same for code that Vite does not bundle, such as the service worker. */
export function bundledMessages(): EsbuildPlugin {
  return {
    name: 'bundled-messages',
    setup: (build) => {
      build.onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
        const contents = inlineMessages(await readFile(path, 'utf8'), path);
        const loader = path.endsWith('x') ? ('tsx' as const) : ('ts' as const);
        return contents === undefined ? undefined : { contents, loader };
      });
    },
  };
}
