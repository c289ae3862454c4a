import { z } from 'astro/zod';

const nameSchema = z.union([
  // A comma or an initial in a family name means that the given name was not split off.
  z
    .object({
      /** Family name. */
      family: z.string().regex(/^(?!.*(,|(^|\s)\p{Lu}\.)).+$/u),
      /** Given name or initials. */
      given: z.string().min(1).optional(),
    })
    .loose(),
  z.object({ literal: z.string().min(1) }).loose(),
]);

const dateSchema = z
  .object({ 'date-parts': z.array(z.array(z.coerce.number().int())).min(1) })
  .loose();

/** A work in CSL-JSON, as Zotero exports it; other CSL fields are kept unchanged. */
export const referenceSchema = z
  .object({
    /** Citation key, lower case, never changed once published. */
    id: z.string().regex(/^[a-z0-9]+$/),
    /** CSL item type. */
    type: z.string().min(1),
    /** Title in sentence case. */
    title: z.string().min(1),
    /** Authors in the order of the work. */
    author: z.array(nameSchema).min(1).optional(),
    /** Editors, for chapters. */
    editor: z.array(nameSchema).min(1).optional(),
    /** Date of publication; absent means "n.d.". */
    issued: dateSchema.optional(),
    /** First publication, for reprints. */
    'original-date': dateSchema.optional(),
    /** DOI without the resolver's address. */
    DOI: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/)
      .optional(),
    /** Address of the work where it has no DOI. */
    URL: z.url().optional(),
  })
  .loose();

export type Reference = z.infer<typeof referenceSchema>;

/** People whose given name is spelt in several ways on their works. */
export const authorsSchema = z.array(
  z.strictObject({
    /** Family name, as in references.json. */
    family: z.string().min(1),
    /** Spellings of the given name; citations use the first. */
    given: z.array(z.string().min(1)).min(2),
  }),
);

export type Authors = z.infer<typeof authorsSchema>;
