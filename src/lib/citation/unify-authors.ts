import type { Authors } from '../../schemas/author.ts';
import type { Reference } from '../../schemas/reference.ts';

/**
 * The works with each known person's given name in one spelling, so that citations do not tell a
 * person apart from themselves. A work that needs no change is returned as it is.
 */
export function unifyAuthors(works: Reference[], people: Authors): Reference[] {
  const chosen = new Map(
    people.flatMap(({ family, given }) => given.map((one) => [`${family}|${one}`, given[0]])),
  );
  return works.map((work) => {
    const author = work.author?.map((name) => {
      const given = 'family' in name && chosen.get(`${String(name.family)}|${String(name.given)}`);
      return given && given !== name['given'] ? { ...name, given } : name;
    });
    return author?.some((name, at) => name !== work.author?.[at]) ? { ...work, author } : work;
  });
}
