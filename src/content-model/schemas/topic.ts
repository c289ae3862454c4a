import { z } from 'astro/zod';

/** Topics of works, in the order of the site-wide list: id to the name that readers see. */
export const topicsSchema = z.record(z.string().regex(/^[a-z-]+$/), z.string().min(1));

export type Topics = z.infer<typeof topicsSchema>;
