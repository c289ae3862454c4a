import { z } from 'astro/zod';

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

export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;
