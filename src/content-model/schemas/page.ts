import { z } from 'astro/zod';
import { site } from '../../site/site.ts';
import { partIds } from '../model/contents.ts';

/** Front matter that our pages add to Starlight's `title` and `description`. */
export const pageSchema = z.object({
  /** One plain sentence for search engines and cards, 50–170 characters, unique on the site. */
  description: z.string().min(50).max(170),
  /** Id of its part of the contents; without one, the page is not in the sidebar. */
  part: z.enum(partIds).optional(),
  /** Position within its part, in ascending order; steps of ten leave room. */
  order: z.number().optional(),
  /** Written for parents and partners first: the text must read at school grade 8 or lower. */
  plain: z.boolean().default(false),
  /** Who the page is for; the ids are in src/content/site.yaml. */
  readers: z.array(z.enum(Object.keys(site.readers))).default([]),
  /** Day the page first appeared. */
  published: z.coerce.date(),
  /** Day its content last changed. */
  updated: z.coerce.date(),
  /** Day by which the page should be reviewed against the research. */
  review: z.coerce.date(),
  /** Limits of what the page can say, in one or two sentences. */
  limits: z.string().optional(),
});

/** Front matter of a glossary term; the file's name is its id. */
export const glossaryTermSchema = z.strictObject({
  /** The term. */
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

/** A group of links on the home page for readers in one situation. */
const doorSchema = z.strictObject({
  /** The reader's situation. */
  title: z.string().min(1),
  /** Id of the part of the contents whose drawing it shows. */
  part: z.string().optional(),
  /** Links to sections that help; the last goes to more questions. */
  links: z
    .array(
      z.strictObject({
        /** Address on this site, such as "/bonding/#when-love-doesnt-come-at-once". */
        to: z.string().startsWith('/'),
        /** Text of the link, as the reader would say it. */
        label: z.string().min(1),
      }),
    )
    .min(1),
});

/** What is on the home page above its text. */
export const homeSchema = z.strictObject({
  /** What the guide is, as the page's heading. */
  heading: z.string().min(1),
  /** Who it is for, in a sentence. */
  standfirst: z.string().min(1).optional(),
  /** Name of a file in src/content/drawings, without extension; handouts show it too. */
  drawing: z.string().optional(),
  /** What the drawing shows, for readers who cannot see it. */
  shows: z.string().min(1).optional(),
  /** Groups of links, one for each situation. */
  doors: z.array(doorSchema).default([]),
});

const kebab = z.string().regex(/^[a-z-]+$/);

const lineSchema = z.strictObject({
  /** Kebab-case id, for a helpline shown within a sentence: `<Helplines line="…" />`. */
  id: kebab.optional(),
  name: z.string().min(1),
  /** Who it is for, and when it is open. */
  for: z.string().min(1),
  /** The number as people write it. */
  number: z.string().regex(/^\d[\d -]*\d[\d -]*\d$/),
  /** Whether it takes text messages too. */
  text: z.boolean().default(false),
  /** Page of the service or of a public body that gives the number; without one it is shown as "not confirmed". */
  seen: z
    .string()
    .regex(/^https?:\/\/[^\s/]+\.\S+$/)
    .optional(),
  /** Whether printed handouts list it, for parents in distress. */
  print: z.boolean().default(false),
});

/** The helplines of one country. */
export const helplinesSchema = z.strictObject({
  /** Kebab-case id. */
  id: kebab,
  country: z.string().min(1),
  /** Short name, for printed handouts. */
  short: z.string().min(1).optional(),
  /** Emergency number. */
  emergency: z.string().regex(/\d/),
  lines: z.array(lineSchema).min(1),
});

/** An exception to a style rule, or a number that our record of a work need not have, with the reason. */
export const exceptionSchema = z.union([
  z.strictObject({
    /** File, from the project's root. */
    file: z.string().min(1),
    /** Name of the rule: "length", "label", "american", "quotes" or "exclamation". */
    rule: z.string().min(1),
    /** The words that break it, as the warning gives them. */
    found: z.string().min(1),
    /** Why they are allowed. */
    reason: z.string().min(1),
  }),
  z.strictObject({
    /** File, from the project's root. */
    file: z.string().min(1),
    /** The number as written. */
    number: z.string().min(1),
    /** A few words of the sentence it is in. */
    near: z.string().min(1),
    /** Why it is allowed although our record of the work does not have it. */
    reason: z.string().min(1),
  }),
]);
