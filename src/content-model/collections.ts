import { z } from 'astro/zod';
import { evidenceSchema, findingSchema, mythSchema, topicsSchema } from './schemas/evidence.ts';
import {
  exceptionSchema,
  glossaryTermSchema,
  helplinesSchema,
  homeSchema,
} from './schemas/page.ts';
import {
  ageSpanSchema,
  cultureRowSchema,
  effectSchema,
  episodeSchema,
  figureWordsSchema,
  milestoneSchema,
  prevalenceSchema,
} from './schemas/figure-data.ts';
import {
  questionGroupSchema,
  askedSchema,
  bestBetsSchema,
  synonymsSchema,
} from './schemas/search.ts';
import { quizSchema, reflectionSchema } from './schemas/quiz.ts';
import { authorsSchema, referenceSchema } from './schemas/reference.ts';

/** How a file holds entries: a list, a map from id to entry, one entry, or one entry as front matter above text. */
export type Shape = 'list' | 'map' | 'whole' | 'text';

/** One kind of content beside the pages. */
export interface Collection {
  /** Its file below src/content, or its files as "folder/*.end". Any may be missing. */
  files: string;
  shape: Shape;
  /** What an entry holds. A list whose schema has `order` gets each entry's place in the file there, from 0. */
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
}

/**
 * Every kind of content beside the pages, declared once: Astro's collections, the checks, the editors'
 * schemas and `npm run new` all follow from it.
 */
export const collections = {
  references: {
    files: 'references.json',
    shape: 'list',
    schema: referenceSchema,
    noun: 'The work',
    id: 'id',
    isOpen: true,
    isQueried: true,
  },
  evidence: {
    files: 'evidence.yaml',
    shape: 'map',
    schema: evidenceSchema,
    noun: 'The evidence on',
    isProse: true,
    isQueried: true,
  },
  topics: {
    files: 'topics.yaml',
    shape: 'whole',
    schema: topicsSchema,
    noun: 'The file',
    isQueried: true,
  },
  authors: {
    files: 'authors.yaml',
    shape: 'list',
    schema: authorsSchema.element,
    noun: 'The author',
  },
  /** The file's name is the page that is their home. */
  findings: {
    files: 'findings/*.yaml',
    shape: 'map',
    schema: findingSchema,
    noun: 'The finding',
    isProse: true,
    isQueried: true,
  },
  myths: {
    files: 'myths.yaml',
    shape: 'list',
    schema: mythSchema,
    noun: 'The correction',
    id: 'id',
    isProse: true,
    isQueried: true,
  },
  /** The file's name is the term's id. */
  glossary: {
    files: 'glossary/*.md',
    shape: 'text',
    schema: glossaryTermSchema,
    noun: 'The term',
    isProse: true,
    isQueried: true,
  },
  quizzes: {
    files: 'quizzes/*.yaml',
    shape: 'whole',
    schema: quizSchema,
    noun: 'The quiz',
    isProse: true,
    isQueried: true,
  },
  /** The index of questions, one entry a group. */
  questions: {
    files: 'questions.yaml',
    shape: 'list',
    schema: questionGroupSchema,
    noun: 'The group of questions',
    id: 'id',
    isProse: true,
    isQueried: true,
  },
  /** What is on the home page above its text. */
  home: {
    files: 'home.yaml',
    shape: 'whole',
    schema: homeSchema,
    noun: 'The file',
    isProse: true,
    isQueried: true,
  },
  /** One entry a country. */
  helplines: {
    files: 'helplines.yaml',
    shape: 'list',
    schema: helplinesSchema,
    noun: 'The country',
    id: 'id',
    isQueried: true,
  },
  reflection: {
    files: 'reflection.yaml',
    shape: 'whole',
    schema: reflectionSchema,
    noun: 'The file',
    isProse: true,
    isQueried: true,
  },
  culture: {
    files: 'figures/culture.csv',
    shape: 'list',
    schema: cultureRowSchema,
    noun: 'The row',
    id: 'country',
    isQueried: true,
  },
  prevalence: {
    files: 'figures/prevalence.yaml',
    shape: 'list',
    schema: prevalenceSchema,
    noun: 'The answer',
    id: 'label',
    isProse: true,
    isQueried: true,
  },
  effects: {
    files: 'figures/effects.yaml',
    shape: 'list',
    schema: effectSchema,
    noun: 'The effect',
    id: 'label',
    isProse: true,
    isQueried: true,
  },
  ages: {
    files: 'figures/ages.yaml',
    shape: 'list',
    schema: ageSpanSchema,
    noun: 'The span of age',
    id: 'what',
    isProse: true,
    isQueried: true,
  },
  timeline: {
    files: 'figures/timeline.yaml',
    shape: 'list',
    schema: milestoneSchema,
    noun: 'The step',
    id: 'work',
    isProse: true,
    isQueried: true,
  },
  episodes: {
    files: 'figures/strange-situation.yaml',
    shape: 'list',
    schema: episodeSchema,
    noun: 'The episode',
    id: 'what',
    isProse: true,
    isQueried: true,
  },
  /** The words of figures, by the figure's id. */
  figureWords: {
    files: 'figures/words.yaml',
    shape: 'map',
    schema: figureWordsSchema,
    noun: 'The figure',
    isProse: true,
    isQueried: true,
  },
  /** What readers ask; the file's name is the page's. */
  asked: {
    files: 'asked/*.yaml',
    shape: 'list',
    schema: askedSchema,
    noun: 'What is asked in',
  },
  synonyms: {
    files: 'synonyms.yaml',
    shape: 'list',
    schema: synonymsSchema.element,
    noun: 'The group',
  },
  bets: { files: 'best-bets.yaml', shape: 'whole', schema: bestBetsSchema, noun: 'The file' },
  /** What may break a rule of how we write, and why. */
  exceptions: {
    files: 'exceptions.yaml',
    shape: 'list',
    schema: exceptionSchema,
    noun: 'The exception',
  },
  /** The messages of the interface, one file a language; src/site/site.ts chooses one. */
  words: {
    files: 'i18n/*.json',
    shape: 'whole',
    schema: z.record(z.string(), z.string()),
    noun: 'The interface in',
  },
} as const satisfies Record<string, Collection>;

/** Names of the declared kinds of content. */
export type CollectionName = keyof typeof collections;

/** Declarations by name; tests pass their own. */
export type Collections = Readonly<Record<string, Collection>>;

/** Where a collection's files stand: a folder below src/content ("" for src/content itself) and what their names end in. */
export function placeOf({ files }: Pick<Collection, 'files'>): { folder: string; end: string } {
  const slash = files.lastIndexOf('/');
  return { folder: files.slice(0, Math.max(0, slash)), end: files.slice(files.lastIndexOf('.')) };
}

/** Whether a path below src/content is a file of the collection. */
export function holds(collection: Pick<Collection, 'files'>, path: string): boolean {
  const { files } = collection;
  if (!files.includes('*')) return path === files;
  const { folder, end } = placeOf(collection);
  return path.startsWith(`${folder}/`) && path.endsWith(end);
}

/** Whether reading adds each entry's place in the file, which its schema then has as `order`. */
export function isOrdered({ shape, schema }: { shape: Shape; schema: object }): boolean {
  return shape === 'list' && 'shape' in schema && 'order' in (schema.shape as object);
}
