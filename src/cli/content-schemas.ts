import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import {
  evidenceSchema,
  findingSchema,
  mythSchema,
  topicsSchema,
} from '../content-model/schemas/evidence.ts';
import { exceptionSchema } from '../content-model/schemas/exception.ts';
import {
  ageSpanSchema,
  effectSchema,
  episodeSchema,
  milestoneSchema,
  prevalenceSchema,
} from '../content-model/schemas/figure-data.ts';
import { helplinesSchema } from '../content-model/schemas/helpline.ts';
import { questionGroupSchema } from '../content-model/schemas/question-group.ts';
import { quizSchema } from '../content-model/schemas/quiz.ts';
import { authorsSchema, referenceSchema } from '../content-model/schemas/reference.ts';
import { reflectionSchema } from '../content-model/schemas/reflection.ts';
import { askedSchema, synonymsSchema } from '../content-model/schemas/search.ts';

/** Where editors find the schemas, from the project's root. */
export const schemaFolder = '.vscode/schemas';

const list = (schema: z.ZodType) => z.array(schema);
const map = (schema: z.ZodType) => z.record(z.string(), schema);

/** What each data file holds: the file or files, the schema, and the file that explains its fields. */
const kinds: { name: string; files: string; schema: z.ZodType; source: string }[] = [
  { name: 'asked', files: 'asked/*.yaml', schema: list(askedSchema), source: 'search' },
  { name: 'synonyms', files: 'synonyms.yaml', schema: synonymsSchema, source: 'search' },
  { name: 'quiz', files: 'quizzes/*.yaml', schema: quizSchema, source: 'quiz' },
  { name: 'findings', files: 'findings/*.yaml', schema: map(findingSchema), source: 'evidence' },
  { name: 'evidence', files: 'evidence.yaml', schema: map(evidenceSchema), source: 'evidence' },
  { name: 'topics', files: 'topics.yaml', schema: topicsSchema, source: 'evidence' },
  { name: 'myths', files: 'myths.yaml', schema: list(mythSchema), source: 'evidence' },
  {
    name: 'references',
    files: 'references.json',
    schema: list(referenceSchema),
    source: 'reference',
  },
  { name: 'authors', files: 'authors.yaml', schema: authorsSchema, source: 'reference' },
  {
    name: 'questions',
    files: 'questions.yaml',
    schema: list(questionGroupSchema),
    source: 'question-group',
  },
  { name: 'helplines', files: 'helplines.yaml', schema: list(helplinesSchema), source: 'helpline' },
  {
    name: 'exceptions',
    files: 'exceptions.yaml',
    schema: list(exceptionSchema),
    source: 'exception',
  },
  { name: 'reflection', files: 'reflection.yaml', schema: reflectionSchema, source: 'reflection' },
  {
    name: 'effects',
    files: 'figures/effects.yaml',
    schema: list(effectSchema),
    source: 'figure-data',
  },
  {
    name: 'prevalence',
    files: 'figures/prevalence.yaml',
    schema: list(prevalenceSchema),
    source: 'figure-data',
  },
  { name: 'ages', files: 'figures/ages.yaml', schema: list(ageSpanSchema), source: 'figure-data' },
  {
    name: 'timeline',
    files: 'figures/timeline.yaml',
    schema: list(milestoneSchema),
    source: 'figure-data',
  },
  {
    name: 'episodes',
    files: 'figures/strange-situation.yaml',
    schema: list(episodeSchema),
    source: 'figure-data',
  },
];

/**
 * JSON Schemas of the data files and the settings that tell an editor which file has which, by path.
 * Fields carry the words that explain them in src/content-model/schemas.
 */
export function writeSchemas(): Map<string, string> {
  const files = new Map<string, string>();
  for (const { name, schema, source } of kinds) {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    const words = readDescriptions(source);
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

/** The doc comment of each field in a file of schemas; the first where two fields share a name. */
function readDescriptions(source: string): Map<string, string> {
  const text = readFileSync(`src/content-model/schemas/${source}.ts`, 'utf8');
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

// `npm run content:schemas`: writes the schemas and settings anew.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(schemaFolder, { recursive: true, force: true });
  mkdirSync(schemaFolder, { recursive: true });
  const files = writeSchemas();
  for (const [path, text] of files) writeFileSync(path, text);
  console.log(`Wrote ${String(files.size)} files to .vscode/.`);
}
