import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { ContentError } from '../../../content-model/model/problem.ts';
import {
  askedSchema,
  bestBetsSchema,
  synonymsSchema,
  type Asked,
  type BestBets,
  type Synonyms,
} from '../../../content-model/schemas/search.ts';
import { glossaryTermSchema, type GlossaryTerm } from '../../../content-model/schemas/glossary.ts';
import {
  questionGroupSchema,
  type QuestionGroup,
} from '../../../content-model/schemas/question-group.ts';

/** What authors write for search, beside the pages. */
export interface Authored {
  synonyms: Synonyms;
  /** Queries whose best places are known. */
  bets: BestBets;
  /** What readers ask, by the page's slug. */
  asked: Map<string, Asked[]>;
  /** The questions of the page of questions, with the sections that answer them. */
  questions: Omit<QuestionGroup, 'order'>[];
  /** Front matter of the glossary's terms, by id. */
  terms: Map<string, GlossaryTerm>;
}

/** Reads it from a folder such as src/content. @throws ContentError when a file has the wrong shape. */
export async function readAuthored(folder: string): Promise<Authored> {
  const synonyms = await readYaml(join(folder, 'synonyms.yaml'), synonymsSchema);
  const bets = await readYaml(join(folder, 'best-bets.yaml'), bestBetsSchema);
  const questions = await readYaml(join(folder, 'questions.yaml'), z.array(questionGroupSchema.omit({ order: true })));
  const asked = await Promise.all(
    (await listNames(join(folder, 'asked'), '.yaml')).map(
      async (name): Promise<[string, Asked[]]> => {
        const entries = await readYaml(join(folder, 'asked', name), z.array(askedSchema));
        return [name.replace(/\.yaml$/, ''), entries];
      },
    ),
  );
  const terms = await Promise.all(
    (await listNames(join(folder, 'glossary'), '.md')).map(
      async (name): Promise<[string, GlossaryTerm]> => {
        const file = join(folder, 'glossary', name);
        const [, matter = ''] = /^---\n(.*?)\n---/s.exec(await readFile(file, 'utf8')) ?? [];
        return [name.replace(/\.md$/, ''), check(file, parse(matter), glossaryTermSchema)];
      },
    ),
  );
  return { synonyms, bets, questions, asked: new Map(asked), terms: new Map(terms) };
}

/** Names of the files in a folder with this end, sorted. */
async function listNames(folder: string, end: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(end)).sort();
}

async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return check(file, parse(await readFile(file, 'utf8')), schema);
}

function check<T>(file: string, value: unknown, schema: z.ZodType<T>): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new ContentError({
    file,
    message: `${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? 'wrong shape'}.`,
    hint: 'Compare the entry with its neighbours and the notes at the top of the file.',
  });
}
