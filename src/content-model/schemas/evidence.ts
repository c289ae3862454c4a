import { z } from 'astro/zod';

/** Kinds of evidence, from the strongest support for a finding to the weakest. */
export const evidenceKindSchema = z.enum([
  'meta-analysis',
  'review',
  'longitudinal study',
  'experiment',
  'observational',
  'instrument',
  'textbook',
  'guidance',
  'theory',
  'popular',
]);

/** Our notes on a work, under the id of its bibliographic record. */
export const evidenceSchema = z.strictObject({
  /** What the work found, in one line in our words. */
  finding: z.string().min(1),
  /** The kind of evidence it is; a list where a work mixes designs, the main one first. */
  kind: z
    .union([evidenceKindSchema, z.array(evidenceKindSchema).min(1)])
    .transform((kind): EvidenceKind[] => (Array.isArray(kind) ? kind : [kind])),
  /** Ids of its topics, by which readers filter the list of all works. */
  topics: z.array(z.string().min(1)).min(1),
  /** How sure the bibliographic record is. */
  confidence: z.enum(['confirmed', 'confirmed-part', 'memory', 'unsure']),
  /** What is doubtful in the record. */
  doubts: z.string().optional(),
  /** Where the record and the figures were checked; not shown to readers. */
  seen: z.string().optional(),
  /** Whether the work's figures were checked against it; `from-memory` figures are not shown. */
  figures: z.enum(['checked', 'from-memory']),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** How sure a finding is: GRADE's four levels, plus "contested" where good studies disagree. */
export const certaintySchema = z.enum(['high', 'moderate', 'low', 'very-low', 'contested']);

/** A graded statement of what research found; pages show it by its id. */
export const findingSchema = z.strictObject({
  /** The finding for readers, in one or two plain sentences without citations. */
  statement: z.string().min(1),
  /** The figures behind it, for the ledger and research sections. */
  numbers: z.string().min(1).optional(),
  /** Ids of the works behind it. */
  works: z.array(z.string().min(1)).min(1),
  /** How sure it is: at most what its works support, unless `why` gives a reason. */
  certainty: certaintySchema,
  /** Why the certainty differs from the rule; readers see it. */
  why: z.string().min(1).optional(),
});

export type Finding = z.infer<typeof findingSchema>;
export type Certainty = z.infer<typeof certaintySchema>;

/** A popular claim that is vague or wrong, and its correction. */
export const mythSchema = z.strictObject({
  /** Kebab-case id and anchor. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What people say. */
  says: z.string().min(1),
  /** Who says it: people in everyday life, or sources such as books and websites. */
  part: z.enum(['people', 'sources']).optional(),
  /** What the research found. */
  found: z.string().min(1),
  /** What follows for a reader, in one plain sentence. */
  so_what: z.string().min(1).optional(),
  /** Id of the finding that grades it and names its works. */
  finding: z.string().min(1),
  /** Ids of works that the entry mentions besides those of its finding. */
  sources: z.array(z.string()).min(1).optional(),
  /** Slug of the page that explains it. */
  page: z.string(),
});

/** Topics of works, in the order of the site-wide list: id to the name that readers see. */
export const topicsSchema = z.record(z.string().regex(/^[a-z-]+$/), z.string().min(1));
