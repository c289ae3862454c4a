import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { collections, type Collection } from '../content-model/collections.ts';

/** Folder of the JSON Schemas, from the project's root. */
const schemaFolder = '.vscode/schemas';

/** Collections whose files an editor can validate, each with the path of its JSON Schema. */
const kinds = Object.entries<Collection>(collections)
  .filter(([, { shape, files }]) => shape !== 'text' && !files.endsWith('.csv'))
  .map(([name, { shape, schema, files }]) => ({
    ...{ shape, schema, files: `src/content/${files}` },
    path: `${schemaFolder}/${name}.json`,
  }));

/**
 * JSON Schemas of the data files, and the editor settings that assign them to files, by path. The doc
 * comments in src/content-model/schemas become the descriptions of fields.
 */
export async function writeSchemas(): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  const sources = await readSources();
  for (const { path, shape, schema } of kinds) {
    const { list, map } = { list: z.array(schema), map: z.record(z.string(), schema) };
    const file = { list, map, whole: schema, text: schema }[shape];
    const json = z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' });
    const words = readDescriptions(sources.get(schema) ?? '');
    written.set(path, format(json, words));
  }
  const of = (end: string) => kinds.filter(({ files }) => files.endsWith(end));
  const settings = {
    'yaml.schemas': Object.fromEntries(of('.yaml').map(({ path, files }) => [path, files])),
    'json.schemas': of('.json').map(({ path, files }) => ({
      fileMatch: [files],
      url: `./${path}`,
    })),
    'files.associations': { '*.mdx': 'mdx' },
    'editor.formatOnSave': true,
    'editor.defaultFormatter': 'esbenp.prettier-vscode',
  };
  return written.set('.vscode/settings.json', format(settings));
}

/** The source text of each schema: its declaration first, then the code before it, then the whole file. */
async function readSources(): Promise<Map<unknown, string>> {
  const sources = new Map<unknown, string>();
  const folder = 'src/content-model/schemas';
  const files = readdirSync(folder).map((file) => `${folder}/${file}`);
  for (const file of ['src/site/facts.ts', ...files]) {
    const text = readFileSync(file, 'utf8');
    const parts = text.split(/^(?=export )/m);
    const url = pathToFileURL(file).href;
    for (const [name, schema] of Object.entries((await import(url)) as Record<string, unknown>)) {
      const at = parts.findIndex((part) => part.startsWith(`export const ${name} `));
      const before = (parts[at - 1] ?? '').replace(/^export .*?;\n\n/s, '');
      const source = `${parts[at] ?? ''}${before}${text}`;
      sources.set(schema, source);
      if (schema instanceof z.ZodArray) sources.set(schema.element, source);
    }
  }
  return sources;
}

/** The doc comment of each field in a source text; the first one where fields have the same name. */
function readDescriptions(text: string): Map<string, string> {
  const comments = text.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:(\w+)|'([^']+)')(?::|,\n)/gs);
  const words = [...comments].map(([, comment = '', plain, quoted]): [string, string] => [
    plain ?? quoted ?? '',
    comment
      .replace(/^\s*\* ?/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]);
  return new Map(words.reverse());
}

/** Formats JSON, with descriptions added to the properties of schemas. */
function format(json: unknown, words?: ReadonlyMap<string, string>): string {
  const change = (key: string, value: unknown): unknown => {
    if (key !== 'properties') return value;
    return Object.fromEntries(
      Object.entries(value as object).map(([name, property]) => [
        name,
        words?.has(name) ? { ...property, description: words.get(name) } : (property as unknown),
      ]),
    );
  };
  return `${JSON.stringify(json, change, 2)}\n`;
}

// `npm run content:schemas`: writes the JSON Schemas and the editor settings.
if (process.argv[1] === import.meta.filename) {
  rmSync(schemaFolder, { recursive: true, force: true });
  mkdirSync(schemaFolder, { recursive: true });
  const files = await writeSchemas();
  for (const [path, text] of files) writeFileSync(path, text);
  console.log(`Wrote ${String(files.size)} files to .vscode/.`);
}
