import { z } from 'astro/zod';
import { placeOf, type Collection } from '../content-model/collections.ts';
import { append, getNewPath, type DraftKind } from './drafts.ts';

/**
 * Makes a draft kind for `npm run new` from the schema of a collection. It asks for the file, the id and
 * each required text, and writes example values for the rest. Undefined for collections with a single
 * entry, and for formats other than YAML.
 */
export function toDraftKind(name: string, collection: Collection): DraftKind | undefined {
  const { files, shape, schema, noun } = collection;
  const { folder, end, isFolder } = placeOf(collection);
  if (end !== '.yaml' || (shape === 'whole' && !isFolder)) return undefined;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const example = exampleOf(json) as Record<string, unknown>;
  const texts = Object.keys(example).filter((field) => example[field] === exampleText);
  const own = noun.toLowerCase();
  const askFile = `Name of the file in src/content/${folder}, without ${end}`;
  return {
    prompts: [
      ...(isFolder ? [['file', askFile, '…'] as const] : []),
      ...(shape === 'map' ? [['key', `Id of ${own}`, '…'] as const] : []),
      ...texts.map((field) => [field, `“${field}” of ${own}`, '…'] as const),
    ],
    draft: (answers, read) => {
      const { file = '', key = '' } = answers;
      const path = `src/content/${isFolder ? `${folder}/${file}${end}` : files}`;
      if (shape === 'whole') getNewPath(path, read);
      const answered = texts.map((field) => [field, answers[field] ?? exampleText]);
      const entry = { ...example, ...(Object.fromEntries(answered) as object) };
      const more = { list: [entry], map: { [key]: entry }, whole: entry, text: entry }[shape];
      const next = `Replace the examples at the end of ${path}, where each field is explained by your editor (npm run content:schemas). Then: npm run content:check. Pages query it as the collection “${name}”.`;
      return { ...append(path, more, read), next };
    },
  };
}

const exampleText = 'Example';

/** Returns a value that fits a JSON Schema: the first option, the minimum number, the minimum of items. */
function exampleOf(json: unknown): unknown {
  const schema = (json ?? {}) as z.core.JSONSchema.BaseSchema;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0]);
  switch (schema.type) {
    case 'string':
      return exampleText;
    case 'number':
    case 'integer':
      return Math.max(0, schema.minimum ?? 0);
    case 'boolean':
      return false;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items));
    default:
      return Object.fromEntries(
        (schema.required ?? []).map((field) => [field, exampleOf(schema.properties?.[field])]),
      );
  }
}
