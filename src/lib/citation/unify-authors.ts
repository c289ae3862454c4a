import type { Authors } from '../../schemas/author.ts';
import type { Reference } from '../../schemas/reference.ts';

/**
 * The works with each known person's given name in one spelling, so that citations do not tell a
 * person apart from themselves. For citations in the text only: lists print names as published.
 */
export function unifyAuthors(works: Reference[], people: Authors): Reference[] {
  const chosen = new Map(
    people.flatMap(({ family, given }) => given.map((one) => [`${family}|${one}`, given[0]])),
  );
  return works.map((work) => {
    if (!work.author) return work;
    const author = work.author.map((name) => {
      const given = 'family' in name && chosen.get(`${String(name.family)}|${String(name.given)}`);
      return given ? { ...name, given } : name;
    });
    return { ...work, author };
  });
}
