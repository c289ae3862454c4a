import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { i18nSchema } from '@astrojs/starlight/schema';
import { expect, test } from 'vitest';
import en from '../../../src/content/i18n/en.json' with { type: 'json' };
import { baseKey } from '../../../src/lib/i18n/message.ts';

test('every message is used somewhere', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|astro)$/.test(path))
    .map((path) => readFileSync(join('src', path), 'utf8'))
    .join('\n');
  const used = new Set(code.match(/(?<=')[\w.]+(?=')/g));
  // Keys that end with a value of a schema, as in t(`citations.kind.${kind}`).
  const prefixes = [...code.matchAll(/t\(`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix);
  const starlight = Object.keys(i18nSchema().shape);
  const keys = new Set(Object.keys(en).map(baseKey));
  const isUsed = (key: string) =>
    used.has(key) || starlight.includes(key) || prefixes.some((prefix) => key.startsWith(prefix));
  expect([...keys].filter((key) => !isUsed(key))).toEqual([]);
});
