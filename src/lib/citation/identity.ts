import type { Reference } from '../../schemas/reference.ts';

/** A DOI without the address of a resolver before it. */
export function bareDoi(doi: string): string {
  return doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');
}

/** A DOI without resolver and in lower case, for comparison; DOIs do not tell case. */
export function plainDoi(doi: unknown): string | undefined {
  if (typeof doi !== 'string' || doi === '') return undefined;
  return bareDoi(doi).toLowerCase();
}

/** Title and year reduced to what tells works apart, whatever their accents, case and punctuation. */
export function titleAndYear(work: Reference): string {
  const title = work.title
    .replace(/<[^>]+>/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${title}|${String(work.issued?.['date-parts'][0]?.[0] ?? 'n.d.')}`;
}
