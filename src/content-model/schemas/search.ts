import { z } from 'astro/zod';

/** What readers ask of one section of a page, in their own words, for search. */
export const askedSchema = z.strictObject({
  /** Anchor of the section; the top of the page without it. */
  section: z.string().min(1).optional(),
  /** First words, three or more, of the sentence of the section that answers these lines, as the page shows it. */
  answer: z
    .string()
    .regex(/^\s*\S+(\s+\S+){2,}\s*$/)
    .optional(),
  /** Questions and phrases as people type them. */
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
    /** How nearly the meaning is the same, 0.1–1. */
    weight: z.number().min(0.1).max(1),
  }),
);

export type Synonyms = z.infer<typeof synonymsSchema>;

/** Queries whose best place is known for certain, whatever else the words may match. */
export const bestBetsSchema = z.strictObject({
  /** Parts of patterns by name, for use as `{name}`. */
  parts: z.record(z.string(), z.string()),
  bets: z.array(
    z
      .strictObject({
        /**
         * "help" is above all results and leaves the words as they were typed; "page" leads the results;
         * "elsewhere" is what the guide does not cover.
         */
        kind: z.enum(['help', 'page', 'elsewhere']),
        /** Slug of a page, or slug#section, best first; none for "elsewhere". */
        places: z.array(z.string().min(1)),
        /** Regular expressions over the query's words: lower case, no apostrophes, one space between. */
        queries: z.array(z.string().min(1)).min(1),
      })
      .refine(({ kind, places }) => (kind === 'elsewhere') === (places.length === 0), {
        path: ['places'],
        message: 'Name a place; only for "elsewhere" there is none.',
      }),
  ),
});

/** What people type who need help now, for search to learn from. */
export const criesSchema = z.strictObject({
  /** Slug of a page, or slug#section, whose askers may be in need as well: what they ask teaches nothing. */
  unsure: z.array(z.string().min(1)),
  /** What sounds like a cry for help and is none. */
  ordinary: z.array(z.string().min(1)),
  /** Cries for help, as people type them. */
  cries: z.array(z.string().min(1)).min(1),
});

export type Cries = z.infer<typeof criesSchema>;

/** Questions that one kind of reader comes with, each with the section that answers it. */
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
