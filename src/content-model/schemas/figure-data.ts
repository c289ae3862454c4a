import { z } from 'astro/zod';

/** One country of the 1988 cross-cultural meta-analysis; percentages of infants. */
export const cultureRowSchema = z.strictObject({
  /** Country; the last row is the total. */
  country: z.string(),
  /** Number of samples. */
  samples: z.coerce.number().int().positive(),
  /** Number of infants. */
  infants: z.coerce.number().int().positive(),
  /** Percentage classed secure (B). */
  secure_B_pct: z.coerce.number().min(0).max(100),
  /** Percentage classed avoidant (A). */
  avoidant_A_pct: z.coerce.number().min(0).max(100),
  /** Percentage classed resistant (C). */
  resistant_C_pct: z.coerce.number().min(0).max(100),
  /** Id of the work. */
  work: z.string(),
});

/** One answer to "how many people are secure?". */
export const prevalenceSchema = z.strictObject({
  /** Short name for the axis. */
  label: z.string(),
  /** The people studied. */
  who: z.string(),
  /** How their attachment was assessed. */
  how: z.string(),
  /** People, or parent–child pairs, behind the percentages. */
  n: z.number().int().positive().optional(),
  /** Percentage classed secure. */
  secure: z.number().min(0).max(100),
  /** The other classes under the study's own names, in percent. */
  others: z
    .array(z.strictObject({ name: z.string(), percent: z.number().min(0).max(100) }))
    .default([]),
  /** Id of the work. */
  work: z.string(),
  /** What to know before comparing rows. */
  note: z.string().optional(),
});

/** One average effect size. */
export const effectSchema = z.strictObject({
  /** The finding in everyday words. */
  label: z.string(),
  /** Its heading in the chart. */
  group: z.string(),
  /** r: correlation; d, g: difference in standard deviations. */
  metric: z.enum(['r', 'd', 'g']),
  /** The effect in its own metric. */
  value: z.number(),
  /** Lower end of the 95% interval, if the record gives one. */
  lower: z.number().optional(),
  /** Upper end of the 95% interval, if the record gives one. */
  upper: z.number().optional(),
  /** Number of studies or samples. */
  k: z.number().int().positive().optional(),
  /** Number of people or pairs. */
  n: z.number().int().positive().optional(),
  /** Id of the work. */
  work: z.string(),
  /** Slug of the page that explains it. */
  page: z.string(),
  /** Whether the figure "small-link" shows this effect. */
  pictured: z.boolean().optional(),
  /** A caveat. */
  note: z.string().optional(),
});

/** A behaviour and the ages at which it is usual. */
export const ageSpanSchema = z
  .strictObject({
    /** The behaviour, in a few words. */
    what: z.string(),
    /** Age in months at which it mostly begins. */
    from: z.number().min(0).max(216),
    /** Age in months at which it mostly fades, or at which the study ends. */
    to: z.number().min(0).max(216),
    /** Age in months at which it is strongest, if a work gives one. */
    peak: z.number().min(0).max(216).optional(),
    /** A caveat, such as how much children differ. */
    note: z.string(),
    /** Id of the work. */
    work: z.string(),
  })
  .refine(({ from, to }) => from < to, { message: '"to" is not after "from"', path: ['to'] });

/** A milestone in the study of attachment. */
export const milestoneSchema = z.strictObject({
  /** Year of the work. */
  year: z.number().int(),
  /** The researchers, by family name. */
  who: z.string(),
  /** What was new, in a few words. */
  what: z.string(),
  /** Id of the work. */
  work: z.string(),
});

/** One episode of the Strange Situation. */
export const episodeSchema = z.strictObject({
  /** Who is in the room. */
  who: z.array(z.enum(['baby', 'parent', 'stranger'])).min(1),
  /** What happens, in a sentence. */
  what: z.string(),
  /** Name of the moment in the procedure. */
  mark: z.string().optional(),
});

/** The texts of one figure. */
export const figureWordsSchema = z.strictObject({
  /** What the figure is, in a few words, for readers who cannot see it. */
  title: z.string().optional(),
  /** What a reader who cannot see it should know, in sentences. */
  description: z.string().optional(),
  /** The text under the figure; a blank line begins a new paragraph. */
  caption: z.string(),
  /** Labels in the figure and its table, by key; line breaks are kept. */
  words: z.record(z.string(), z.string()).default({}),
  /** Labels for narrow screens, where the line breaks must differ. */
  narrow: z.record(z.string(), z.string()).default({}),
});

export type FigureWords = z.infer<typeof figureWordsSchema>;
export type AgeSpan = z.infer<typeof ageSpanSchema>;
export type CultureRow = z.infer<typeof cultureRowSchema>;
export type Prevalence = z.infer<typeof prevalenceSchema>;
export type Effect = z.infer<typeof effectSchema>;
