import { readFileSync } from 'node:fs';

/** schema.org's vocabulary, from the package schema-dts. */
export interface Vocabulary {
  isType(name: string): boolean;
  /** Whether a type is the same as another or a subtype. */
  isA(type: string, kind: string): boolean;
  /** Allowed types of a property, such as "Text" and "URL"; undefined if the type has no such property. */
  rangeOf(type: string, property: string): string[] | undefined;
}

/** Reads the vocabulary from the package's type declarations. */
export function readVocabulary(): Vocabulary {
  const text = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8');
  const parents = new Map<string, string[]>();
  const properties = new Map<string, Map<string, string[]>>();
  const leaves = new Set<string>();

  for (const [, name = '', part, bases = '', body = ''] of text.matchAll(
    /^(?:export )?interface (\w+?)(Base|Leaf) extends ([^{]*?) ?\{\n(.*?)^\}/gms,
  )) {
    const above = [...bases.matchAll(/(\w+)Base/g)].map(([, base = '']) => base);
    parents.set(name, [...(parents.get(name) ?? []), ...above.filter((base) => base !== name)]);
    if (part === 'Leaf') leaves.add(name);
    const own = properties.get(name) ?? new Map<string, string[]>();
    for (const [, property = '', range = ''] of body.matchAll(/"(\w+)"\?: SchemaValue<(.*?), "/g))
      own.set(property, range.replace(/[()]/g, '').split(/\s*\|\s*/));
    properties.set(name, own);
  }

  const isA = (type: string, kind: string): boolean =>
    type === kind || (parents.get(type) ?? []).some((parent) => isA(parent, kind));
  const rangeOf = (type: string, property: string): string[] | undefined =>
    properties.get(type)?.get(property) ??
    (parents.get(type) ?? []).map((parent) => rangeOf(parent, property)).find(Boolean);
  return { isType: (name) => leaves.has(name), isA, rangeOf };
}
