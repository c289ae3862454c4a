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
  /** Who the page is for; the ids stand in src/site/site.ts. */
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

export type PageData = z.infer<typeof pageSchema>;
