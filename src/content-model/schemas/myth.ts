import { z } from 'astro/zod';
import { certaintySchema } from './certainty.ts';

/** One place where the popular account is loose or wrong. */
export const mythSchema = z.object({
  /** Kebab-case id and anchor. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What people say. */
  says: z.string().min(1),
  /** Who says it: people in everyday life, or sources such as books and websites. */
  part: z.enum(['people', 'sources']).optional(),
  /** What the research found. */
  found: z.string().min(1),
  /** What follows for a reader, in one plain sentence. */
  so_what: z.string().min(1).optional(),
  /** Id of the finding that grades it and names its works. */
  finding: z.string().min(1).optional(),
  /** Ids of works that the entry speaks of beside those of its finding. */
  sources: z.array(z.string()).min(1).optional(),
  /** How sure we are of what was found, where no finding says it. */
  certainty: certaintySchema.optional(),
  /** Ids of the works behind it, where no finding names them. */
  works: z.array(z.string()).min(1).optional(),
  /** Slug of the page that explains it. */
  page: z.string(),
  /** Why the certainty is stronger than the works' kinds alone would bear. */
  why: z.string().optional(),
  /** Place in the file, from 0; added on reading, since a collection keeps no order. */
  order: z.number().int().min(0),
});

export type Myth = z.infer<typeof mythSchema>;
