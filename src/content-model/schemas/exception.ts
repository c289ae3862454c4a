import { z } from 'astro/zod';

/** Words or a number that may break a rule of how we write, and why. */
export const exceptionSchema = z.union([
  z.strictObject({
    /** File, from the project's root. */
    file: z.string().min(1),
    /** Name of the rule: "length", "label", "american", "quotes" or "exclamation". */
    rule: z.string().min(1),
    /** The words that break it, as the warning gives them. */
    found: z.string().min(1),
    /** Why they may. */
    reason: z.string().min(1),
  }),
  z.strictObject({
    /** File, from the project's root. */
    file: z.string().min(1),
    /** The number as written. */
    number: z.string().min(1),
    /** A few words of the sentence it stands in. */
    near: z.string().min(1),
    /** Why it may stand there without standing in our record of the work. */
    reason: z.string().min(1),
  }),
]);

export type Exception = z.infer<typeof exceptionSchema>;
