import { z } from 'astro/zod';

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

/** What stands on the home page above its text. */
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

export type Home = z.infer<typeof homeSchema>;
