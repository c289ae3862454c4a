import { citingCollections, type CitingData } from '../citations/model/data-citations.ts';
import type { Finding } from '../../content-model/schemas/evidence.ts';
import { getEntries, getEntry, once } from '../../queries/entries.ts';

/** The finding with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getFinding(id: string): Promise<Finding> {
  return (await getEntry('findings', id)).data;
}

/** The data from which components cite works. */
export const getCitingData = once(async (): Promise<CitingData> => {
  const read = citingCollections.map(async (name) => {
    const entries = await getEntries(name);
    return [name, entries.map(({ id, data }) => ({ id, data }))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
});
