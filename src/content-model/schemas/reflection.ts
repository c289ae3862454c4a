import { z } from 'astro/zod';

/** The self-reflection on attachment styles: statements, relationships and what a result may mean. */
export const reflectionSchema = z.object({
  /** What the statements are and are not; stands before them. */
  before: z.string().min(1),
  /** What a result is and is not; stands after it. */
  after: z.string().min(1),
  /** Whose line divides the map, since no study gives one. */
  cut: z.string().min(1),
  /** Stands above every result: what comes before all attachment when someone is afraid. */
  safety: z.object({
    text: z.string().min(1),
    link: z.string().min(1),
    /** Anchor of the section of the same page that the link leads to. */
    section: z.string().min(1),
  }),
  /** Link below a result to the section of the same page on how to get a better one. */
  better: z.object({ link: z.string().min(1), section: z.string().min(1) }),
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
  /** The map's four patterns. */
  regions: z
    .array(
      z.object({ id: z.string(), name: z.string(), dayToDay: z.string(), canChange: z.string() }),
    )
    .length(4),
});

export type ReflectionData = z.infer<typeof reflectionSchema>;
