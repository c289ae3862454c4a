import { z } from 'astro/zod';
import { placeOf, type Collection } from '../content-model/collections.ts';
import { append, refuseExisting, type DraftKind } from './drafts.ts';

/** The part of a JSON Schema that an example value is made from. */
interface JsonSchema {
  type?: string;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/**
 * How `npm run new` begins an entry of a declared collection that has no draft of its own: it asks for
 * the file, the id and each text that the schema requires, and writes examples for the rest. Undefined
 * for collections of one entry, and for files in another format than YAML.
 */
export function toDraftKind(name: string, collection: Collection): DraftKind | undefined {
  const { files, shape, schema, noun } = collection;
  const { folder, end } = placeOf(collection);
  const isFolder = files.includes('*');
  if (end !== '.yaml' || (shape === 'whole' && !isFolder)) return undefined;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const { required: wanted = [], properties = {} } = json;
  const texts = wanted.filter((field) => exampleOf(properties[field]) === exampleText);
  const own = noun.toLowerCase();
  const ask = (id: string, question: string) => ({ id, ask: question, example: '…' });
  return {
    prompts: [
      ...(isFolder
        ? [ask('file', `Name of the file in src/content/${folder}, without ${end}`)]
        : []),
      ...(shape === 'map' ? [ask('key', `Id of ${own}`)] : []),
      ...texts.map((field) => ask(field, `“${field}” of ${own}`)),
    ],
    draft: ({ file = '', key = '', ...answers }, read) => {
      const path = `src/content/${isFolder ? `${folder}/${file}${end}` : files}`;
      if (shape === 'whole') refuseExisting(path, read);
      const entry = Object.fromEntries(
        wanted.map((field) => [field, answers[field] ?? exampleOf(properties[field])]),
      );
      const more = { list: [entry], map: { [key]: entry }, whole: entry, text: entry }[shape];
      return {
        changes: [append(path, more, read)],
        next: `Replace the examples at the end of ${path}, where each field is explained by your editor (npm run content:schemas). Then: npm run content:check. Pages query it as the collection “${name}”.`,
      };
    },
  };
}

const exampleText = 'Example';

/** A value of the right kind: the first of a choice, the least number, as many items as are needed. */
function exampleOf(schema: JsonSchema = {}): unknown {
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
