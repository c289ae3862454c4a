import { citingCollections, type CitingData } from '../citations/model/data-citations.ts';
import type { Finding } from '../../content-model/schemas/evidence.ts';
import { getEntries, getRows, once, pickEntry } from '../../queries/entries.ts';

/** Every finding, by its id. */
export const getFindings = once(async (): Promise<Map<string, Finding>> => {
  const findings = await getEntries('findings');
  return new Map(findings.map(({ id, data }) => [id, data]));
});

/** The finding with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getFinding(id: string): Promise<Finding> {
  return pickEntry(await getFindings(), id, 'finding', 'src/content/findings');
}

/** Every common error, in the order of the file, with the certainty and works of its finding. */
export const getMyths = once(async () =>
  Promise.all(
    (await getRows('myths')).map(async (myth) => {
      const { certainty, works, why } = await getFinding(myth.finding);
      return { ...myth, certainty, works: [...new Set([...works, ...(myth.sources ?? [])])], why };
    }),
  ),
);

/** The data from which components cite works. */
export const getCitingData = once(async (): Promise<CitingData> => {
  const read = citingCollections.map(async (name) => {
    const entries = await getEntries(name);
    return [name, entries.map(({ id, data }) => ({ id, data }))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
});
