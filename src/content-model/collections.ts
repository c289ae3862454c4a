import { z } from 'astro/zod';
import * as evidence from './schemas/evidence.ts';
import * as figures from './schemas/figure-data.ts';
import * as page from './schemas/page.ts';
import * as quiz from './schemas/quiz.ts';
import * as reference from './schemas/reference.ts';
import * as search from './schemas/search.ts';

/** How a file holds entries: a list, a map from id to entry, one entry, or one entry as front matter above text. */
export type Shape = 'list' | 'map' | 'whole' | 'text';

/** One kind of content beside the pages. */
export interface Collection {
  /** Its file below src/content, or its files as "folder/*.end". Any may be missing. */
  files: string;
  shape: Shape;
  /** What an entry holds. */
  schema: z.ZodType;
  /** What messages call an entry, such as "The work". */
  noun: string;
  /** Field that tells entries of a list apart, no two alike; lists without one are told by their place. */
  id?: string;
  /** Whether its text is written for readers, and so held to how we write. */
  isProse?: boolean;
  /** Whether entries may have fields that the schema does not name. */
  isOpen?: boolean;
  /** Whether pages query it; else only checks and build steps read it. */
  isQueried?: boolean;
  /** Whether pages get each entry's place in the file, from 0, as `order`: Astro keeps none. */
  isOrdered?: boolean;
}

/** What a kind of content may have beside its files, their shape and schema, and its noun. */
type More = Omit<Collection, 'files' | 'shape' | 'schema' | 'noun'>;

/** A declaration with the types of its own values, from which Astro's collection of that name has its types. */
function declare<
  const Files extends string,
  const Own extends Shape,
  Schema extends z.ZodType,
  const Rest extends More = object,
>(files: Files, shape: Own, schema: Schema, noun: string, more = {} as Rest) {
  return { files, shape, schema, noun, ...more };
}

/** What pages query, and of that what is written for readers. */
const queried = { isQueried: true } as const;
const prose = { isQueried: true, isProse: true } as const;

/** What is written for readers, in the order of a file, and told apart by a field. */
function listed<const Files extends string, Schema extends z.ZodType>(
  files: Files,
  schema: Schema,
  noun: string,
  id: string,
) {
  return { ...declare(files, 'list', schema, noun, prose), id, isOrdered: true } as const;
}

/**
 * Every kind of content beside the pages, declared once: Astro's collections, the checks, the editors'
 * schemas and `npm run new` all follow from it.
 */
export const collections = {
  references: declare('references.json', 'list', reference.referenceSchema, 'The work', {
    ...queried,
    id: 'id',
    isOpen: true,
  }),
  evidence: declare('evidence.yaml', 'map', evidence.evidenceSchema, 'The evidence on', prose),
  topics: declare('topics.yaml', 'whole', evidence.topicsSchema, 'The file', queried),
  authors: declare('authors.yaml', 'list', reference.authorsSchema.element, 'The author'),
  /** The file's name is the page that is their home. */
  findings: declare('findings/*.yaml', 'map', evidence.findingSchema, 'The finding', prose),
  myths: listed('myths.yaml', evidence.mythSchema, 'The correction', 'id'),
  /** The file's name is the term's id. */
  glossary: declare('glossary/*.md', 'text', page.glossaryTermSchema, 'The term', prose),
  quizzes: declare('quizzes/*.yaml', 'whole', quiz.quizSchema, 'The quiz', prose),
  /** The index of questions, one entry a group. */
  questions: listed('questions.yaml', search.questionGroupSchema, 'The group of questions', 'id'),
  /** What is on the home page above its text. */
  home: declare('home.yaml', 'whole', page.homeSchema, 'The file', prose),
  /** One entry a country; services choose their own names. */
  helplines: {
    ...listed('helplines.yaml', page.helplinesSchema, 'The country', 'id'),
    isProse: false,
  },
  reflection: declare('reflection.yaml', 'whole', quiz.reflectionSchema, 'The file', prose),
  culture: listed('figures/culture.csv', figures.cultureRowSchema, 'The row', 'country'),
  prevalence: listed('figures/prevalence.yaml', figures.prevalenceSchema, 'The answer', 'label'),
  effects: listed('figures/effects.yaml', figures.effectSchema, 'The effect', 'label'),
  ages: listed('figures/ages.yaml', figures.ageSpanSchema, 'The span of age', 'what'),
  timeline: listed('figures/timeline.yaml', figures.milestoneSchema, 'The step', 'work'),
  episodes: listed('figures/strange-situation.yaml', figures.episodeSchema, 'The episode', 'what'),
  /** The words of figures, by the figure's id. */
  figureWords: declare('figures/words.yaml', 'map', figures.figureWordsSchema, 'The figure', prose),
  /** What readers ask; the file's name is the page's. */
  asked: declare('asked/*.yaml', 'list', search.askedSchema, 'What is asked in'),
  synonyms: declare('synonyms.yaml', 'list', search.synonymsSchema.element, 'The group'),
  bets: declare('best-bets.yaml', 'whole', search.bestBetsSchema, 'The file'),
  cries: declare('cries.yaml', 'whole', search.criesSchema, 'The file'),
  /** What may break a rule of how we write, and why. */
  exceptions: declare('exceptions.yaml', 'list', page.exceptionSchema, 'The exception'),
  /** The messages of the interface, one file a language; src/site/site.ts chooses one. */
  words: declare('i18n/*.json', 'whole', z.record(z.string(), z.string()), 'The interface in'),
} as const satisfies Record<string, Collection>;

/** Names of the declared kinds of content. */
export type CollectionName = keyof typeof collections;

/** Declarations by name; tests pass their own. */
export type Collections = Readonly<Record<string, Collection>>;

/**
 * Where a collection's files stand: a folder below src/content ("" for src/content itself), whether all
 * files there whose names end so are of it, or one alone.
 */
export function placeOf({ files }: Pick<Collection, 'files'>) {
  const folder = files.slice(0, Math.max(0, files.lastIndexOf('/')));
  return { folder, end: files.slice(files.lastIndexOf('.')), isFolder: files.includes('*') };
}

/** Whether a path below src/content is a file of the collection. */
export function holds(collection: Pick<Collection, 'files'>, path: string): boolean {
  const { folder, end, isFolder } = placeOf(collection);
  return isFolder ? path.startsWith(`${folder}/`) && path.endsWith(end) : path === collection.files;
}
