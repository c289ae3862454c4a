import { z } from 'astro/zod';

/** Questions that one section of a page answers, in readers' words, for search. */
export const askedSchema = z.strictObject({
  /** Anchor of the section; the top of the page without it. */
  section: z.string().min(1).optional(),
  /** First three or more words, as the page shows them, of the sentence in the section that answers these questions. */
  answer: z
    .string()
    .regex(/^\s*\S+(\s+\S+){2,}\s*$/)
    .optional(),
  /** Questions and phrases, as people type them. */
  asked: z.array(z.string().min(1)).min(1),
});

export type Asked = z.infer<typeof askedSchema>;

/** Lay words mapped to the site's own words, for search. */
export const synonymsSchema = z.array(
  z.strictObject({
    /** What people type; single words or phrases. */
    words: z.array(z.string().min(1)).min(1),
    /** What the pages say. */
    to: z.array(z.string().min(1)).min(1),
    /** Similarity of meaning, from 0.1 to 1. */
    weight: z.number().min(0.1).max(1),
  }),
);

export type Synonyms = z.infer<typeof synonymsSchema>;

/** Queries with results chosen by hand, which ranking does not change. */
export const bestBetsSchema = z.strictObject({
  /** Parts of regular expressions by name, for use as `{name}`. */
  parts: z.record(z.string(), z.string()),
  bets: z.array(
    z
      .strictObject({
        /**
         * "help" is shown above all results, "page" is the first result, "elsewhere" is for queries that the
         * guide does not cover. Spelling is corrected for none of them.
         */
        kind: z.enum(['help', 'page', 'elsewhere']),
        /** Slug of a page, or slug#section, best first; none for "elsewhere". */
        places: z.array(z.string().min(1)),
        /**
         * Phrases or regular expressions, in lower case, without apostrophes, with one space between words;
         * "a & b & !c" matches queries with a and b, in any order, and without c.
         */
        queries: z.array(z.string().min(1)).min(1),
      })
      .refine(({ kind, places }) => (kind === 'elsewhere') === (places.length === 0), {
        path: ['places'],
        message: 'Name a place, except for "elsewhere", which has none.',
      }),
  ),
});

/** Training data for the classifier that recognises queries from people who need help now. */
export const criesSchema = z.strictObject({
  /** Slugs of pages, or slug#section, whose questions are not training data, since some who ask them need help. */
  unsure: z.array(z.string().min(1)),
  /** Queries that sound like a cry for help and are not one. */
  ordinary: z.array(z.string().min(1)),
  /** Cries for help, as people type them. */
  cries: z.array(z.string().min(1)).min(1),
});

export type Cries = z.infer<typeof criesSchema>;

/** Questions of one kind of reader, each with the section that answers it. */
export const questionGroupSchema = z.strictObject({
  /** Kebab-case id and anchor. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Who asks, as a heading. */
  title: z.string().min(1),
  /** Who asks, in two or three words, for the filter. */
  short: z.string().min(1),
  /** The questions, in the order in which readers meet them. */
  questions: z
    .array(
      z.strictObject({
        /** The question in a reader's own words. */
        ask: z.string().min(1),
        /** Slug of the page that answers it. */
        page: z.string(),
        /** Anchor of the section that answers it; the top of the page without it. */
        section: z.string().min(1).optional(),
      }),
    )
    .min(1),
});
