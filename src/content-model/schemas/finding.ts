import { z } from 'astro/zod';
import { certaintySchema } from './certainty.ts';

/** A graded statement of what research found; pages show it by its id. */
export const findingSchema = z.strictObject({
  /** The finding for readers, in one or two plain sentences without citations. */
  statement: z.string().min(1),
  /** The figures behind it, for the ledger and research sections. */
  numbers: z.string().min(1).optional(),
  /** Ids of the works behind it. */
  works: z.array(z.string().min(1)).min(1),
  /** How sure it is; at most what its works can bear, unless `why` says otherwise. */
  certainty: certaintySchema,
  /** Why the certainty departs from the rule; readers see it. */
  why: z.string().min(1).optional(),
});

/** The findings of one page, which is their home, by id. Ids never change once published. */
export const findingsFileSchema = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  findingSchema,
);

export type Finding = z.infer<typeof findingSchema>;
