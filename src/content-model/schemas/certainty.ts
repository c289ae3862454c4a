import { z } from 'astro/zod';

/** How certain a claim is: GRADE's four levels, plus "contested" where good studies disagree. */
export const certaintySchema = z.enum(['high', 'moderate', 'low', 'very-low', 'contested']);

export type Certainty = z.infer<typeof certaintySchema>;
