import { z } from 'astro/zod';

/** What readers ask of one section of a page, in their own words, for search. */
export const askedSchema = z.strictObject({
  /** Anchor of the section; the top of the page without it. */
  section: z.string().min(1).optional(),
  /** Questions and phrases as people type them. */
  asked: z.array(z.string().min(1)).min(1),
});

export type Asked = z.infer<typeof askedSchema>;
