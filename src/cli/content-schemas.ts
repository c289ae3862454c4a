import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { collections, type Collection } from '../content-model/collections.ts';

/** Where editors find the schemas, from the project's root. */
export const schemaFolder = '.vscode/schemas';

/** Each collection's name, its files below src/content, and the schema of a whole file. */
const kinds = Object.entries<Collection>(collections)
  .filter(([, { shape, files }]) => shape !== 'text' && !files.endsWith('.csv'))
  .map(([name, { files, shape, schema }]) => ({
    name,
    files,
    schema,
    file: toFile(shape, schema),
  }));

function toFile(shape: Collection['shape'], schema: z.ZodType): z.ZodType {
  if (shape === 'list') return z.array(schema);
  return shape === 'map' ? z.record(z.string(), schema) : schema;
}

/**
 * JSON Schemas of the data files and the settings that tell an editor which file has which, by path.
 * Fields carry the words that explain them in src/content-model/schemas.
 */
export async function writeSchemas(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const sources = await readSources();
  for (const { name, schema, file } of kinds) {
    const json = z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' });
    const words = readDescriptions(sources.get(schema) ?? '');
    files.set(`${schemaFolder}/${name}.json`, format(describe(json, words)));
  }
  const by = (end: string) => kinds.filter(({ files: path }) => path.endsWith(end));
  const settings = {
    'yaml.schemas': Object.fromEntries(
      by('.yaml').map(({ name, files: path }) => [
        `${schemaFolder}/${name}.json`,
        `src/content/${path}`,
      ]),
    ),
    'json.schemas': by('.json').map(({ name, files: path }) => ({
      fileMatch: [`src/content/${path}`],
      url: `./${schemaFolder}/${name}.json`,
    })),
    'files.associations': { '*.mdx': 'mdx' },
    'editor.formatOnSave': true,
    'editor.defaultFormatter': 'esbenp.prettier-vscode',
  };
  files.set('.vscode/settings.json', format(settings));
  return files;
}

/** The source text of each schema, its own declaration first. */
async function readSources(): Promise<Map<unknown, string>> {
  const folder = 'src/content-model/schemas';
  const files = await Promise.all(
    readdirSync(folder).map(async (file) => {
      const path = `${folder}/${file}`;
      const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
      const text = readFileSync(path, 'utf8');
      return Object.entries(module).flatMap(([name, one]) =>
        (one instanceof z.ZodArray ? [one, one.element] : [one]).map(
          (schema): [unknown, string] => [schema, putFirst(name, text)],
        ),
      );
    }),
  );
  return new Map(files.flat());
}

/** The text of a file with an export and what is between it and the one before at the beginning. */
function putFirst(name: string, text: string): string {
  const parts = text.split(/^(?=export )/m);
  const at = parts.findIndex((part) => part.startsWith(`export const ${name} `));
  const before = (parts[at - 1] ?? '').replace(/^export .*?;\n\n/s, '');
  return `${parts[at] ?? ''}${before}${text}`;
}

/** The doc comment of each field in the text of a file of schemas; the first where two fields share a name. */
export function readDescriptions(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [, comment = '', plain, quoted] of text.matchAll(
    /\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:(\w+)|'([^']+)')(?::|,\n)/gs,
  )) {
    const field = plain ?? quoted ?? '';
    if (words.has(field)) continue;
    words.set(
      field,
      comment
        .replace(/^\s*\* ?/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }
  return words;
}

/** Puts descriptions to the properties of a schema, at any depth. */
function describe(schema: unknown, words: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => describe(one, words));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== 'order')
      .map(([key, value]) => [
        key,
        key === 'properties' ? describeProperties(value, words) : describe(value, words),
      ]),
  );
}

function describeProperties(properties: object, words: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    Object.entries(properties)
      // The place in the file, which the reader of the file adds.
      .filter(([name]) => name !== 'order')
      .map(([name, value]) => [
        name,
        {
          ...(describe(value, words) as object),
          ...(words.has(name) && { description: words.get(name) }),
        },
      ]),
  );
}

function format(json: unknown): string {
  return `${JSON.stringify(json, (key, value: unknown) => (key === 'required' && Array.isArray(value) ? value.filter((one) => one !== 'order') : value), 2)}\n`;
}

// `npm run content:schemas`: writes the schemas and settings again.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(schemaFolder, { recursive: true, force: true });
  mkdirSync(schemaFolder, { recursive: true });
  const files = await writeSchemas();
  for (const [path, text] of files) writeFileSync(path, text);
  console.log(`Wrote ${String(files.size)} files to .vscode/.`);
}
