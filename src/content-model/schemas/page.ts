import { z } from 'astro/zod';
import { site } from '../../site/site.ts';
import { partIds } from '../model/contents.ts';

/** Front matter that our pages add to Starlight's `title` and `description`. */
export const pageSchema = z.object({
  /** One plain sentence for search engines and cards, 50–170 characters, unique on the site. */
  description: z.string().min(50).max(170),
  /** Part of the contents it belongs to; a page without one is reached in another way. */
  part: z.enum(partIds).optional(),
  /** Place within its part: smaller numbers first; steps of ten leave room. */
  order: z.number().optional(),
  /** Written for parents and partners first: the text must read at school grade 8 or lower. */
  plain: z.boolean().default(false),
  /** Who the page is for; the ids are in src/site/site.ts. */
  readers: z.array(z.enum(Object.keys(site.readers))).default([]),
  /** Day the page first appeared. */
  published: z.coerce.date(),
  /** Day its content last changed. */
  updated: z.coerce.date(),
  /** Day by which someone should read it again against the research. */
  review: z.coerce.date(),
  /** What the page cannot tell a reader, in one or two sentences. */
  limits: z.string().optional(),
});

/** Front matter of a glossary term; the file's name is its id. */
export const glossaryTermSchema = z.object({
  /** The term as it is written. */
  term: z.string().min(1),
  /** Definition in one plain sentence; shown in the popover. */
  short: z.string().min(1).max(260),
  /** Other words people use for it. */
  aliases: z.array(z.string()).default([]),
  /** Ids of related terms. */
  see: z.array(z.string()).default([]),
  /** Slugs of the pages that explain it. */
  pages: z.array(z.string()).default([]),
  /** Ids of the works behind the definition. */
  sources: z.array(z.string()).default([]),
});

/** A way into the guide for what one kind of reader comes with. */
const doorSchema = z.object({
  /** What the reader comes with. */
  title: z.string().min(1),
  /** The part of the contents whose drawing it has. */
  part: z.string().optional(),
  /** Sections that answer it, in the reader's words; the last leads to more questions. */
  links: z
    .array(
      z.object({
        /** Address on this site, such as "/bonding/#when-love-doesnt-come-at-once". */
        to: z.string().startsWith('/'),
        /** What the reader would say. */
        label: z.string().min(1),
      }),
    )
    .min(1),
});

/** What is on the home page above its text. */
export const homeSchema = z.object({
  /** What the guide is, as the page's heading. */
  heading: z.string().min(1),
  /** For whom it is, in a sentence. */
  standfirst: z.string().min(1).optional(),
  /** A file of src/content/drawings, without its end; handouts have it, too. */
  drawing: z.string().optional(),
  /** What the drawing shows, for those who cannot see it. */
  shows: z.string().min(1).optional(),
  /** Ways into the guide. */
  doors: z.array(doorSchema).default([]),
});

const kebab = z.string().regex(/^[a-z-]+$/);

/** One line to ring. */
const lineSchema = z.strictObject({
  /** Kebab-case id, where a page's own sentence names the line: `<Helplines line="…" />`. */
  id: kebab.optional(),
  name: z.string().min(1),
  /** Whom it is for, and when it answers. */
  for: z.string().min(1),
  /** The number as people write it. */
  number: z.string().regex(/^\d[\d -]*\d[\d -]*\d$/),
  /** Whether it takes text messages too. */
  text: z.boolean().default(false),
  /** A page of the service or of a public body on which the number was seen; without it, it is "not confirmed". */
  seen: z
    .string()
    .regex(/^https?:\/\/[^\s/]+\.\S+$/)
    .optional(),
  /** Whether the printed sheets give it, to a parent at the end of their strength. */
  print: z.boolean().default(false),
});

/** The helplines of one country. */
export const helplinesSchema = z.object({
  /** Kebab-case id. */
  id: kebab,
  country: z.string().min(1),
  /** Its name where there is little room. */
  short: z.string().min(1).optional(),
  /** What to dial in danger. */
  emergency: z.string().regex(/\d/),
  lines: z.array(lineSchema).min(1),
});

/** Words or a number that may break a rule of how we write, and why. */
export const exceptionSchema = z.union([
  z.strictObject({
    /** File, from the project's root. */
    file: z.string().min(1),
    /** Name of the rule: "length", "label", "american", "quotes" or "exclamation". */
    rule: z.string().min(1),
    /** The words that break it, as the warning gives them. */
    found: z.string().min(1),
    /** Why they may. */
    reason: z.string().min(1),
  }),
  z.strictObject({
    /** File, from the project's root. */
    file: z.string().min(1),
    /** The number as written. */
    number: z.string().min(1),
    /** A few words of the sentence it is in. */
    near: z.string().min(1),
    /** Why it may stand there without standing in our record of the work. */
    reason: z.string().min(1),
  }),
]);
