import type { Check } from '../../../content-model/check/check.ts';
import type { Entry } from '../../../content-model/check/source.ts';
import { suggestion } from '../../text/nearest.ts';

/** Unknown works in findings, the data behind charts, the list of common errors and the glossary. */
export const checkDataWorks: Check = (site) => {
  if (!site.references) return [];
  const known = new Set(site.references.map(({ id }) => id));
  const { findings, myths, effects, prevalence, glossary } = site;
  const entries = [findings, myths, effects, prevalence, glossary].flatMap((list) => list ?? []);
  return entries.flatMap(({ file, data, lineOf }) =>
    listWorks(data)
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({
        file,
        line: lineOf(path),
        message: `There is no work with the id "${id}".`,
        hint: suggestion(id, known, 'src/content/references.json'),
      })),
  );
};

/** Fields that name works, one or a list. */
const fields = ['work', 'works', 'sources'];

function listWorks(data: Entry['data']): { id: string; path: PropertyKey[] }[] {
  return fields.flatMap((field) => {
    const value = data[field];
    if (typeof value === 'string') return [{ id: value, path: [field] }];
    const list: unknown[] = Array.isArray(value) ? value : [];
    return list.flatMap((id, at) => (typeof id === 'string' ? [{ id, path: [field, at] }] : []));
  });
}
