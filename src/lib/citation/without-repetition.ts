import type { Reference } from '../../schemas/reference.ts';

/** The work without a publisher or site that is its author as well, as APA 7 §9.29 and §9.32 ask. */
export function withoutRepetition(work: Reference): Reference {
  const [only, ...others] = work.author ?? [];
  if (!only || others.length > 0 || !('literal' in only)) return work;
  const fields = ['publisher', 'container-title'].filter((field) => work[field] === only.literal);
  if (fields.length === 0) return work;
  return { ...work, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}
