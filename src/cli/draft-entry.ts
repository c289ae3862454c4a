import { z } from 'astro/zod';
import { placeOf, type Collection } from '../content-model/collections.ts';
import { append, getFree, type DraftKind } from './drafts.ts';

/**
 * How `npm run new` begins an entry of a declared collection that has no draft of its own: it asks for
 * the file, the id and each text that the schema requires, and writes examples for the rest. Undefined
 * for collections of one entry, and for files in another format than YAML.
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
      if (shape === 'whole') getFree(path, read);
      const said = texts.map((field) => [field, answers[field] ?? exampleText]);
      const entry = { ...example, ...(Object.fromEntries(said) as object) };
      const more = { list: [entry], map: { [key]: entry }, whole: entry, text: entry }[shape];
      const next = `Replace the examples at the end of ${path}, where each field is explained by your editor (npm run content:schemas). Then: npm run content:check. Pages query it as the collection “${name}”.`;
      return { ...append(path, more, read), next };
    },
  };
}

const exampleText = 'Example';

/** A value that fits a JSON Schema: the first of a choice, the least number, as many items as are needed. */
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
