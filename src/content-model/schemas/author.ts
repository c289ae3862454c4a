import { z } from 'astro/zod';

/** People whose given name is spelt in several ways on their works. */
export const authorsSchema = z.array(
  z.strictObject({
    /** Family name, as in references.json. */
    family: z.string().min(1),
    /** Spellings of the given name; the first stands for all in citations. */
    given: z.array(z.string().min(1)).min(2),
  }),
);

export type Authors = z.infer<typeof authorsSchema>;
