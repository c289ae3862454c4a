import { readFile } from 'node:fs/promises';
import type { Plugin as EsbuildPlugin } from 'esbuild';
import { parseSync, type Plugin } from 'vite';
import { messages } from '../lib/i18n/t.ts';
import { findPlurals, splitMessage } from '../lib/i18n/message.ts';
import type { SiteFacts } from '../site/facts.ts';
import { site } from '../site/site.ts';

/** Modules whose exports are inlined, by the end of the import specifier. */
const sources = { t: /(^|\/)i18n\/t\.ts$|^\.\/t\.ts$/, site: /(^|\/)site\/site\.ts$/ };

/** A node of the syntax tree; `start` and `end` are offsets in the code. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

type Facts = Pick<SiteFacts, 'messages' | 'language'>;

/**
 * Inlines messages and site facts in browser code: replaces `t('key', { … })` with the text and `site.name`
 * with its value, and removes both imports, so that the file of messages is not shipped.
 * @param file name of the module; its extension says whether it contains JSX.
 * @returns the new code, or undefined if there is nothing to replace.
 * @throws Error when a key is not a literal, or a message or a value is missing.
 */
export function inlineMessages(code: string, file: string, facts: Facts = { ...site, messages }) {
  if (!/i18n\/t\.ts|site\/site\.ts|\.\/t\.ts/.test(code)) return undefined;
  const { program } = parseSync(/\.[jt]sx$/.test(file) ? 'module.tsx' : 'module.ts', code);
  const tree = program as unknown as Node;
  const edits: { start: number; end: number; text: string }[] = [];
  const names = new Map<string, 't' | 'site'>();

  const fail = (node: Node, message: string): never => {
    const line = code.slice(0, node.start).split('\n').length;
    throw new Error(`${file}:${String(line)}: ${message}`);
  };
  for (const node of tree['body'] as Node[]) {
    if (node.type !== 'ImportDeclaration') continue;
    const from = String((node['source'] as Node)['value']);
    const kind = sources.t.test(from) ? 't' : sources.site.test(from) ? 'site' : undefined;
    if (!kind) continue;
    for (const one of node['specifiers'] as Node[]) {
      if (one['importKind'] === 'type') continue;
      if ((one['imported'] as Node)['name'] !== kind)
        fail(one, 'The browser gets single messages and facts.');
      names.set(String((one['local'] as Node)['name']), kind);
    }
    edits.push({ start: node.start, end: node.end, text: '' });
  }
  if (names.size === 0) return undefined;

  const kindOf = (node: unknown) => names.get(String(asIdentifier(node)));
  const visit = (node: Node): void => {
    if (node.type === 'ImportDeclaration' || node.type.startsWith('TS')) {
      // Types are removed later; a value with a type, such as `value as T`, must still be visited.
      if (node['expression']) visit(node['expression'] as Node);
      return;
    }
    if (node.type === 'CallExpression' && kindOf(node['callee']) === 't') {
      const text = toCode(node, facts, fail, inner);
      edits.push({ start: node.start, end: node.end, text });
      return;
    }
    const path = memberPath(node);
    if (path && names.get(path[0] ?? '') === 'site') {
      const value = path.slice(1).reduce<unknown>((at, key) => (at as never)?.[key], facts);
      // In `site.name.toUpperCase()` only `site.name` is a fact.
      if (typeof value === 'function') {
        visit(objectOf(node));
        return;
      }
      if (typeof value === 'object')
        fail(node, `Name a single fact, not all of "${path.join('.')}".`);
      edits.push({ start: node.start, end: node.end, text: JSON.stringify(value) ?? 'undefined' });
      return;
    }
    if (node.type === 'Identifier' && kindOf(node)) {
      fail(
        node,
        `Give a key as a literal, and a fact by its name, where the browser runs the code.`,
      );
    }
    for (const child of childrenOf(node)) visit(child);
  };
  /** Returns the code of a value, with its own messages and facts inlined. */
  const inner = (node: Node): string => {
    const before = edits.length;
    visit(node);
    const own = edits.splice(before).map((edit) => ({
      ...edit,
      start: edit.start - node.start,
      end: edit.end - node.start,
    }));
    return splice(code.slice(node.start, node.end), own);
  };
  visit(tree);
  return splice(code, edits);
}

/** Returns the code that replaces a call of `t`. */
function toCode(
  call: Node,
  { messages, language }: Facts,
  fail: (node: Node, message: string) => never,
  inner: (node: Node) => string,
): string {
  const [keyNode, valuesNode] = call['arguments'] as (Node | undefined)[];
  const key = keyNode?.['value'];
  if (typeof key !== 'string') return fail(call, 'Give the key of a message as a literal.');
  const values = new Map<string, string>();
  if (valuesNode && valuesNode.type !== 'ObjectExpression') {
    return fail(valuesNode, 'Give the values of a message as an object literal.');
  }
  for (const property of (valuesNode?.['properties'] ?? []) as Node[]) {
    const name = property.type === 'Property' ? asIdentifier(property['key']) : undefined;
    if (name === undefined) return fail(property, 'Give each value of a message by its name.');
    values.set(name, inner(property['value'] as Node));
  }
  const literal = (message: string) => {
    const parts = splitMessage(message);
    const [only] = parts;
    if (parts.length === 1) return JSON.stringify(only);
    return `\`${parts
      .map((part, at) => {
        if (at % 2 === 0) return part.replace(/[\\`]|\$(?=\{)/g, '\\$&');
        const value = values.get(part);
        return value === undefined
          ? fail(call, `The message "${key}" lacks the value "${part}".`)
          : `\${${value}}`;
      })
      .join('')}\``;
  };
  const plurals = findPlurals(messages, key);
  const single = messages[key];
  if (!plurals) {
    return single === undefined ? fail(call, `There is no message "${key}".`) : literal(single);
  }
  const count = values.get('count');
  if (count === undefined) return fail(call, `The message "${key}" lacks the value "count".`);
  const other = literal(plurals.get('other') ?? '');
  if (plurals.size === 1) return other;
  const one = plurals.get('one');
  if (plurals.size === 2 && one !== undefined && oneIsOne(language)) {
    return `((${count}) === 1 ? ${literal(one)} : ${other})`;
  }
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

function asIdentifier(node: unknown): string | undefined {
  const { type, name } = node as Node;
  return type === 'Identifier' ? String(name) : undefined;
}

/** The names in a chain such as `site.licence.name`; undefined for any other node. */
function memberPath(node: Node): string[] | undefined {
  if (node.type === 'ChainExpression') return memberPath(node['expression'] as Node);
  if (node.type !== 'MemberExpression' || node['computed']) return undefined;
  const object = node['object'] as Node;
  const before = object.type === 'Identifier' ? [String(object['name'])] : memberPath(object);
  const name = asIdentifier(node['property']);
  return before && name !== undefined ? [...before, name] : undefined;
}

/** The object of a member expression: `site.name` in `site.name.length`. */
function objectOf(node: Node): Node {
  return node.type === 'ChainExpression'
    ? objectOf(node['expression'] as Node)
    : (node['object'] as Node);
}

/** The child nodes of a node, without identifiers that are not variables: property names and keys. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([field, value]) => {
    const isName =
      (field === 'property' && node.type === 'MemberExpression' && !node['computed']) ||
      (field === 'key' && !node['computed']);
    if (isName) return [];
    return (Array.isArray(value) ? value : [value]).filter(
      (one): one is Node => typeof one === 'object' && one !== null && 'type' in one,
    );
  });
}

function splice(code: string, edits: { start: number; end: number; text: string }[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      code,
    );
}

/** Vite plugin: inlines messages and facts in client code; server code loads them from their modules. */
export function clientMessages(): Plugin {
  return {
    name: 'client-messages',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: (code, id) => {
      if (id.includes('/node_modules/')) return undefined;
      const file = id.replace(/\?(?!.*lang\.ts$).*/, '');
      if (!/\.[jt]sx?$/.test(file)) return undefined;
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
