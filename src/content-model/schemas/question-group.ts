import { z } from 'astro/zod';

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
  /** Place in the file, from 0; added on reading, since a collection keeps no order. */
  order: z.number().int().min(0),
});

export type QuestionGroup = z.infer<typeof questionGroupSchema>;
