import { z } from 'astro/zod';

/** The self-reflection on attachment styles: statements, relationships and what a result may mean. */
export const reflectionSchema = z.object({
  /** Plain word before the statements. */
  before: z.string().min(1),
  /** Plain word after the result. */
  after: z.string().min(1),
  /** Relationships to choose from. */
  relationships: z.array(z.object({ id: z.string(), label: z.string() })).min(2),
  /** Statements in the order shown, each on one of two dimensions. */
  statements: z
    .array(
      z.object({
        id: z.string(),
        /** The dimension it speaks to (Brennan, Clark & Shaver, 1998). */
        dimension: z.enum(['anxiety', 'avoidance']),
        /** Whether agreement lowers the score. */
        reverse: z.boolean().default(false),
        text: z.string(),
      }),
    )
    .min(12)
    .max(16),
  /** The map's four neighbourhoods. */
  regions: z
    .array(
      z.object({ id: z.string(), name: z.string(), dayToDay: z.string(), canChange: z.string() }),
    )
    .length(4),
});

export type ReflectionData = z.infer<typeof reflectionSchema>;
