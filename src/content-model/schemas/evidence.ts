import { z } from 'astro/zod';

/** Kinds of evidence, from the one that can bear most to the one that can bear least. */
export const evidenceKindSchema = z.enum([
  'meta-analysis',
  'review',
  'longitudinal study',
  'experiment',
  'observational',
  'instrument',
  'textbook',
  'theory',
  'popular',
]);

/** What we say of a work beside its bibliographic record, keyed by the same id. */
export const evidenceSchema = z.object({
  /** What the work found, in one line of our own. */
  finding: z.string().min(1),
  /** The kind of evidence it is; a list where a work mixes designs, the main one first. */
  kind: z
    .union([evidenceKindSchema, z.array(evidenceKindSchema).min(1)])
    .transform((kind): EvidenceKind[] => (Array.isArray(kind) ? kind : [kind])),
  /** What it bears on; used to sort the site-wide list. */
  topics: z.array(z.string().min(1)).min(1),
  /** How sure the bibliographic record is. */
  confidence: z.enum(['confirmed', 'confirmed-part', 'memory', 'unsure']),
  /** What is doubtful in the record. */
  doubts: z.string().optional(),
  /** Where the record and the figures were seen; not shown to readers. */
  seen: z.string().optional(),
  /** Whether the figures in `finding` were checked against the work; `from-memory` figures are not printed. */
  figures: z.enum(['checked', 'from-memory']),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;
