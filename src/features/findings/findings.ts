import type { CitingData } from '../citations/model/data-citations.ts';
import type { Finding } from '../../content-model/schemas/evidence.ts';
import { getEntries, getRows, once, pickEntry } from '../../queries/entries.ts';

/** Every finding, by its id. */
export const getFindings = once(async (): Promise<Map<string, Finding>> => {
  const files = await getEntries('findings');
  return new Map(files.flatMap(({ data }) => Object.entries(data)));
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

/** Works that components cite from data rather than from prose. */
export const getCitingData = once(async (): Promise<CitingData> => ({
  findings: new Map([...(await getFindings())].map(([id, { works }]) => [id, works])),
  myths: (await getMyths()).map(({ id, says, part, works }) => ({ id, says, part, works })),
  charts: {
    effects: await getRows('effects'),
    prevalence: await getRows('prevalence'),
    culture: await getRows('culture'),
    ages: await getRows('ages'),
    timeline: await getRows('timeline'),
  },
}));
