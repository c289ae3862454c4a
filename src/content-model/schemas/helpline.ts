import { z } from 'astro/zod';

/** One line to ring. */
const lineSchema = z.strictObject({
  /** Kebab-case id, where a page's own sentence names the line: `<Helplines line="…" />`. */
  id: z
    .string()
    .regex(/^[a-z-]+$/)
    .optional(),
  name: z.string().min(1),
  /** Whom it is for, and when it answers. */
  for: z.string().min(1),
  /** The number as people write it. */
  number: z.string().regex(/^\d[\d -]*\d[\d -]*\d$/),
  /** Whether it takes text messages too. */
  text: z.boolean().default(false),
  /** A page of the service or of a public body on which the number was seen; without it, it is "not confirmed". */
  seen: z
    .string()
    .regex(/^https?:\/\/[^\s/]+\.\S+$/)
    .optional(),
  /** Whether the printed sheets give it, to a parent at the end of their strength. */
  print: z.boolean().default(false),
});

/** The helplines of one country. */
export const helplinesSchema = z.object({
  /** Kebab-case id. */
  id: z.string().regex(/^[a-z-]+$/),
  country: z.string().min(1),
  /** Its name where there is little room. */
  short: z.string().min(1).optional(),
  /** What to dial in danger. */
  emergency: z.string().regex(/\d/),
  lines: z.array(lineSchema).min(1),
  /** Place in the file, from 0; added on reading, since a collection keeps no order. */
  order: z.number().int().min(0),
});
