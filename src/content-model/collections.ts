import { z } from 'astro/zod';
import * as evidence from './schemas/evidence.ts';
import * as figures from './schemas/figure-data.ts';
import * as page from './schemas/page.ts';
import * as quiz from './schemas/quiz.ts';
import * as reference from './schemas/reference.ts';
import * as search from './schemas/search.ts';
import { factsSchema } from '../site/facts.ts';

/** Shape of a file: a list of entries, a map from id to entry, one entry, or one entry as front matter of a text. */
export type Shape = 'list' | 'map' | 'whole' | 'text';

/** One kind of content besides the pages. */
export interface Collection {
  /** Its file below src/content, or its files, such as "quizzes/*.yaml". Any may be missing. */
  files: string;
  shape: Shape;
  /** Schema of one entry. */
  schema: z.ZodType;
  /** Name of an entry in messages, such as "The work". */
  noun: string;
  /** Field with the unique id of an entry of a list; without one, the id is the position. */
  id?: string;
  /** Whether its text is for readers, so that the style rules apply. */
  isProse?: boolean;
}

/** Declares a collection and keeps the type of its schema, from which the types of its entries follow. */
function declare<Schema extends z.ZodType>(
  files: string,
  shape: Shape,
  schema: Schema,
  noun: string,
  more: Pick<Collection, 'id' | 'isProse'> = {},
) {
  return { files, shape, schema, noun, ...more };
}

const prose = { isProse: true };

/** Declares a list with text for readers, whose entries have their id in a field. */
function declareList<Schema extends z.ZodType>(
  files: string,
  schema: Schema,
  noun: string,
  id: string,
) {
  return declare(files, 'list', schema, noun, { id, isProse: true });
}

/**
 * Every kind of content besides the pages. Queries, the checks, the JSON Schemas for editors and
 * `npm run new` are made from it.
 */
export const collections = {
  /** The configuration of the guide; code reads it from src/site/site.ts. */
  guide: declare('site.yaml', 'whole', factsSchema, 'The guide'),
  references: declare('references.json', 'list', reference.referenceSchema, 'The work', {
    id: 'id',
  }),
  evidence: declare('evidence.yaml', 'map', evidence.evidenceSchema, 'The evidence on', prose),
  topics: declare('topics.yaml', 'whole', evidence.topicsSchema, 'The file'),
  authors: declare('authors.yaml', 'list', reference.authorsSchema.element, 'The author'),
  /** The file's name is the slug of the page they belong to. */
  findings: declare('findings/*.yaml', 'map', evidence.findingSchema, 'The finding', prose),
  myths: declareList('myths.yaml', evidence.mythSchema, 'The correction', 'id'),
  /** The file's name is the term's id. */
  glossary: declare('glossary/*.md', 'text', page.glossaryTermSchema, 'The term', prose),
  quizzes: declare('quizzes/*.yaml', 'whole', quiz.quizSchema, 'The quiz', prose),
  /** The index of questions, one entry for each group. */
  questions: declareList(
    'questions.yaml',
    search.questionGroupSchema,
    'The group of questions',
    'id',
  ),
  /** What is on the home page above its text. */
  home: declare('home.yaml', 'whole', page.homeSchema, 'The file', prose),
  /** One entry for each country. No style rules apply, since services choose their own names. */
  helplines: {
    ...declareList('helplines.yaml', page.helplinesSchema, 'The country', 'id'),
    isProse: false,
  },
  reflection: declare('reflection.yaml', 'whole', quiz.reflectionSchema, 'The file', prose),
  culture: declareList('figures/culture.csv', figures.cultureRowSchema, 'The row', 'country'),
  prevalence: declareList(
    'figures/prevalence.yaml',
    figures.prevalenceSchema,
    'The answer',
    'label',
  ),
  effects: declareList('figures/effects.yaml', figures.effectSchema, 'The effect', 'label'),
  ages: declareList('figures/ages.yaml', figures.ageSpanSchema, 'The span of age', 'what'),
  timeline: declareList('figures/timeline.yaml', figures.milestoneSchema, 'The step', 'work'),
  episodes: declareList(
    'figures/strange-situation.yaml',
    figures.episodeSchema,
    'The episode',
    'what',
  ),
  /** The texts of figures, by the figure's id. */
  figureWords: declare('figures/words.yaml', 'map', figures.figureWordsSchema, 'The figure', prose),
  /** Readers' questions, for search; the file's name is the slug of the page. */
  asked: declare('asked/*.yaml', 'list', search.askedSchema, 'What is asked in'),
  synonyms: declare('synonyms.yaml', 'list', search.synonymsSchema.element, 'The group'),
  bets: declare('best-bets.yaml', 'whole', search.bestBetsSchema, 'The file'),
  cries: declare('cries.yaml', 'whole', search.criesSchema, 'The file'),
  /** Exceptions to the style rules. */
  exceptions: declare('exceptions.yaml', 'list', page.exceptionSchema, 'The exception'),
  /** The messages of the interface, one file for each language; src/content/site.yaml chooses one. */
  words: declare('i18n/*.json', 'whole', z.record(z.string(), z.string()), 'The interface in'),
} satisfies Record<string, Collection>;

/** Names of the declared kinds of content. */
export type CollectionName = keyof typeof collections;

/** Collections by name; tests pass others. */
export type Collections = Readonly<Record<string, Collection>>;

/**
 * Location of a collection's files: the folder below src/content ("" for src/content itself), their
 * extension, and whether all files of the folder with that extension belong to it or only one.
 */
export function placeOf({ files }: Pick<Collection, 'files'>) {
  const folder = files.slice(0, Math.max(0, files.lastIndexOf('/')));
  return { folder, end: files.slice(files.lastIndexOf('.')), isFolder: files.includes('*') };
}

/** Whether a path below src/content is a file of the collection. */
export function containsFile(collection: Pick<Collection, 'files'>, path: string): boolean {
  const { folder, end, isFolder } = placeOf(collection);
  return isFolder ? path.startsWith(`${folder}/`) && path.endsWith(end) : path === collection.files;
}
