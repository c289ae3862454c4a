import { z } from 'astro/zod';

/** What readers ask, in their own words, and the sections that answer it, for search. */
export const askedSchema = z.array(
  z.strictObject({
    /** Slug of the page. */
    page: z.string().min(1),
    /** Anchor of the section; the top of the page without it. */
    section: z.string().min(1).optional(),
    /** Questions and phrases as people type them. */
    asked: z.array(z.string().min(1)).min(1),
  }),
);

export type Asked = z.infer<typeof askedSchema>;
