import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../pages.ts';
import { readVocabulary } from './schema-org.ts';

const vocabulary = readVocabulary();
const literals = /^(Text|URL|Date|DateTime|Boolean|Number|Integer|Duration|Time)$/;

/** Types, properties and values in the data that schema.org does not define or allow there. */
function findFaults(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => findFaults(one, path));
  if (typeof value !== 'object' || value === null) return [];
  const types = typesOf(value);
  const unknown = types
    .filter((type) => !vocabulary.isType(type))
    .map((type) => `${path}: no type ${type}`);
  if (types.length === 0) unknown.push(`${path}: no @type`);
  return Object.entries(value)
    .filter(([property]) => !property.startsWith('@'))
    .reduce<string[]>((faults, [property, inner]) => {
      const place = `${path}.${property}`;
      const range = types.flatMap((type) => vocabulary.rangeOf(type, property) ?? []);
      if (range.length === 0) faults.push(`${place}: ${types.join('/')} has no such property`);
      else faults.push(...outOfRange(inner, range, place), ...findFaults(inner, place));
      return faults;
    }, unknown);
}

function outOfRange(value: unknown, range: string[], place: string): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((one) => !fits(one, range))
    .map((one) => `${place}: ${JSON.stringify(one)} is none of ${range.join(', ')}`);
}

function fits(value: unknown, range: string[]): boolean {
  if (typeof value === 'object' && value !== null)
    return typesOf(value).some((type) => range.some((kind) => vocabulary.isA(type, kind)));
  if (typeof value === 'boolean') return range.includes('Boolean');
  if (typeof value === 'number') return range.some((kind) => /^(Number|Integer)$/.test(kind));
  const asksForDay = range.includes('Date') && !range.includes('Text');
  if (asksForDay) return /^\d{4}(-\d\d(-\d\d)?)?$/.test(String(value));
  if (range.includes('URL') && !range.includes('Text')) return URL.canParse(String(value));
  return range.some((kind) => literals.test(kind));
}

function typesOf(value: object): string[] {
  const type: unknown = '@type' in value ? value['@type'] : undefined;
  return Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
}

const blocks = pages().flatMap((path) => {
  const file = path.endsWith('/') ? `dist${path}index.html` : `dist${path}`;
  const html = readFileSync(file, 'utf8');
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, text = '']) => ({ path, text }),
  );
});

test('topic pages describe themselves to search engines', () => {
  const described = blocks.map(({ path }) => path);
  for (const path of ['/secure-attachment/', '/faq/', '/mis-attunement/'])
    expect(described).toContain(path);
});

test.each(blocks)('$path says nothing that schema.org does not know', ({ text }) => {
  const data = JSON.parse(text) as Record<string, unknown>;
  expect(data['@context']).toBe('https://schema.org');
  expect(findFaults(data, 'page')).toEqual([]);
});

test.each([
  [{ '@type': 'Artcle' }, 'no type Artcle'],
  [{ '@type': 'Article', heading: 'x' }, 'no such property'],
  [{ '@type': 'Article', author: { '@type': 'Periodical', name: 'x' } }, 'none of'],
  [{ '@type': 'Article', datePublished: 'soon' }, 'none of'],
])('%j is refused', (data, fault) => {
  expect(findFaults(data, 'page').join('\n')).toContain(fault);
});
